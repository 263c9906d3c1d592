/// Reads JSON by RFC 8259 and not a byte more: valid UTF-8, no byte order mark, no name twice, no half surrogates.
public struct JSONParser {
    private let limits: JSONLimits
    private let deepest: Int
    /// The next byte to read.
    var index = 0
    private var depth = 0
    /// Text with escapes is put together here, in the same memory each time.
    var scratch: [UInt8] = []

    private init(_ limits: JSONLimits) { (self.limits, deepest) = (limits, min(limits.depth, 256)) }

    /// The value of a document.
    public static func parse(_ text: Span<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONFault) -> JSONValue {
        do throws(JSONFault) {
            guard text.count <= limits.bytes else { throw JSONFault(.tooLarge, offset: max(limits.bytes, 0)) }
            try validate(text)
            var parser = JSONParser(limits)
            let value = try parser.value(text)
            guard parser.peek(text) == nil else { throw JSONFault(.trailingBytes, offset: parser.index) }
            return value
        } catch {
            throw error.located(in: text)
        }
    }

    /// The value of a document.
    public static func parse(_ text: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONFault) -> JSONValue {
        try parse(text.span, limits: limits)
    }

    /// One pass over all of it, so that no string has to be checked again.
    private static func validate(_ text: Span<UInt8>) throws(JSONFault) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
        } catch {
            throw JSONFault(.notUTF8, offset: error.byteOffsets.lowerBound)
        }
    }
}

extension JSONParser {
    /// The next value, with what is in it. The depth limit keeps the recursion short.
    private mutating func value(_ text: Span<UInt8>) throws(JSONFault) -> JSONValue {
        switch try next(text) {
        case UInt8(ascii: "{"): return .object(try object(text))
        case UInt8(ascii: "["): return .array(try array(text))
        case UInt8(ascii: "\""): return .string(try string(text))
        case UInt8(ascii: "t"): return try word("true", .bool(true), text)
        case UInt8(ascii: "f"): return try word("false", .bool(false), text)
        case UInt8(ascii: "n"): return try word("null", .null, text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(text))
        default: throw JSONFault(.unexpectedByte, offset: index)
        }
    }

    private mutating func object(_ text: Span<UInt8>) throws(JSONFault) -> JSONObject {
        var members = JSONObject()
        try enter()
        if try next(text) == UInt8(ascii: "}") { return leave(with: members) }
        while true {
            let (start, key) = (index, try name(text))
            guard !members.contains(key) else { throw JSONFault(.duplicateKey, offset: start).under(.key(key)) }
            do throws(JSONFault) { members.append(key, try value(text)) } catch { throw error.under(.key(key)) }
            if try ends(with: UInt8(ascii: "}"), text) { return leave(with: members) }
        }
    }

    private mutating func array(_ text: Span<UInt8>) throws(JSONFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        try enter()
        if try next(text) == UInt8(ascii: "]") { return leave(with: elements) }
        while true {
            do throws(JSONFault) { elements.append(try value(text)) } catch {
                throw error.under(.index(elements.count))
            }
            if try ends(with: UInt8(ascii: "]"), text) { return leave(with: elements) }
        }
    }

    /// A member's name and the colon after it.
    private mutating func name(_ text: Span<UInt8>) throws(JSONFault) -> String {
        guard try next(text) == UInt8(ascii: "\"") else { throw JSONFault(.unexpectedByte, offset: index) }
        let key = try string(text)
        guard try next(text) == UInt8(ascii: ":") else { throw JSONFault(.unexpectedByte, offset: index) }
        index += 1
        return key
    }

    /// Passes the comma, and the blanks before the next value; true at the closing bracket, which is left standing.
    private mutating func ends(with bracket: UInt8, _ text: Span<UInt8>) throws(JSONFault) -> Bool {
        let byte = try next(text)
        if byte == bracket { return true }
        guard byte == UInt8(ascii: ",") else { throw JSONFault(.unexpectedByte, offset: index) }
        index += 1
        _ = try next(text)
        return false
    }

    private mutating func enter() throws(JSONFault) {
        guard depth < deepest else { throw JSONFault(.tooDeep, offset: index) }
        depth += 1
        index += 1
    }

    private mutating func leave<Value>(with value: Value) -> Value {
        depth -= 1
        index += 1
        return value
    }
}

extension JSONParser {
    /// The next byte that is no blank; nil at the end.
    private mutating func peek(_ text: Span<UInt8>) -> UInt8? {
        while index < text.count {
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// The next byte that is no blank.
    private mutating func next(_ text: Span<UInt8>) throws(JSONFault) -> UInt8 {
        guard let byte = peek(text) else { throw JSONFault(.unexpectedEnd, offset: index) }
        return byte
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue, _ text: Span<UInt8>
    ) throws(JSONFault) -> JSONValue {
        guard text.holds(word, at: index) else { throw JSONFault(.unexpectedByte, offset: index) }
        index += word.utf8CodeUnitCount
        return value
    }

    private mutating func number(_ text: Span<UInt8>) throws(JSONFault) -> JSONNumber {
        guard let length = JSONNumber.length(in: text, from: index) else {
            throw JSONFault(.badNumber, offset: index)
        }
        guard length <= limits.numberLength else { throw JSONFault(.longNumber, offset: index) }
        defer { index += length }
        return JSONNumber(checked: String(validUTF8: text.extracting(index..<(index + length))))
    }
}
