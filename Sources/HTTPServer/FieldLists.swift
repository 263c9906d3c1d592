package import HTTP

/// Words in a field that is a comma-separated list.
enum ListedWords {
    /// Whether `word`, in lower case, is one of the list's elements, whatever stands behind an equals sign.
    static func contain(_ word: String, in list: String) -> Bool {
        guard list.utf8.count >= word.utf8.count else { return false }
        return list.utf8.split(separator: UInt8(ascii: ",")).contains { element in
            let name = element.drop { $0 == 32 || $0 == 9 }.prefix { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: "=") }
            return name.elementsEqual(word.utf8) { ($0 &- 65 < 26 ? $0 | 0x20 : $0) == $1 }
        }
    }
}

extension Fields {
    /// Says that the answer depends on this field of the request, unless that is said already.
    mutating func addToVary(_ name: String) {
        guard let vary = self[.vary] else { return append(.vary, name) }
        guard !ListedWords.contain(name, in: vary), !ListedWords.contain("*", in: vary) else { return }
        self[.vary] = vary + ", " + name
    }
}

extension RequestHead {
    /// All lines of a field, joined by commas as RFC 9110, 5.3 allows; nil without any.
    package func joinedValue(of name: FieldName) -> String? {
        guard let first = index(of: name) else { return nil }
        guard index(of: name, after: first + 1) != nil else { return self[name] }
        return values(of: name).joined(separator: ", ")
    }
}

extension RequestHead {
    /// Whether the body is packed. None of ours is unpacked: a small one could become a huge one.
    var hasPackedBody: Bool { joinedValue(of: .contentEncoding).map { $0.lowercased() != "identity" } ?? false }
}
