import CICU
public import Core

// ICU promises that a collator whose rules nobody changes may be used from any thread, and nobody can reach this one.

/// The order of words in a language: in Turkish ç after c, ğ after g, ı before i, ö after o, ş after s, ü after u.
@safe
public final class Collation: @unchecked Sendable {
    /// Turkish order.
    public static let tr = Collation(.tr)
    /// English order.
    public static let en = Collation(.en)

    /// The order of a language. ICU reads its rules when they are first asked for.
    public static func of(_ language: Language) -> Collation { language == .tr ? tr : en }

    /// Null when ICU's data are missing; then the order is that of code points.
    private let collator: OpaquePointer?

    private init(_ language: Language) { unsafe collator = konak_icu_collator(language.rawValue) }

    deinit { if let collator = unsafe collator { unsafe konak_icu_collator_close(collator) } }

    /// True when the left text comes first.
    public func isOrdered(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

    /// Below zero when the left text comes first, zero when they are equal in this order.
    public func compare(_ left: String, _ right: String) -> Int {
        guard let collator = unsafe collator, left.utf8.count < 1 << 28, right.utf8.count < 1 << 28 else {
            return left == right ? 0 : left < right ? -1 : 1
        }
        var (left, right) = (left, right)
        return left.withUTF8 { first in
            right.withUTF8 { second in
                unsafe Int(
                    konak_icu_compare(
                        collator, Self.text(first), Int32(first.count), Self.text(second), Int32(second.count)))
            }
        }
    }

    /// Bytes whose plain order is this one: compute them once to sort many, or to store beside a name.
    public func sortKey(_ text: String) -> [UInt8] {
        let source = Array(text.utf16)
        guard let collator = unsafe collator, source.count < 1 << 24 else { return Array(text.utf8) }
        var key = [UInt8](repeating: 0, count: source.count * 4 + 32)
        var count = unsafe konak_icu_sort_key(collator, source, Int32(source.count), &key, Int32(key.count))
        if count > key.count {
            key = [UInt8](repeating: 0, count: Int(count))
            count = unsafe konak_icu_sort_key(collator, source, Int32(source.count), &key, count)
        }
        // The last byte is ICU's zero.
        return Array(key.prefix(max(Int(count) - 1, 0)))
    }

    /// The elements in this order by a text of each, equal ones as they came.
    public func sorted<Element>(_ elements: [Element], by text: (Element) -> String) -> [Element] {
        let keyed = elements.map { (key: sortKey(text($0)), element: $0) }
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar>? {
        unsafe UnsafeRawBufferPointer(bytes).bindMemory(to: CChar.self).baseAddress
    }
}
