/// Why one value, or one byte, of a document is refused.
public struct JSONFault: Error, Hashable {
    /// For machines.
    public let code: Code
    /// The value it is about.
    public internal(set) var path: JSONPath
    /// The byte it is about; nil when the document could be read and a value was refused.
    public internal(set) var position: Position?
    /// For people; it never repeats what was sent.
    public let message: String
    /// The same for a field of a form.
    public let fieldCode: FieldFault.Code
    /// What a foreign type said; it may repeat what was sent, so only the log sees it.
    let reason: String?

    /// A refused value.
    init(_ code: Code, at path: JSONPath, _ message: String, reason: String? = nil) {
        (self.code, self.path, self.message) = (code, path, message)
        (fieldCode, self.reason) = (code.fieldCode, reason)
    }

    /// A value its own type refused, at a place below the value's.
    init(_ fault: FieldFault, at path: JSONPath) {
        (code, message, fieldCode, reason) = (.invalid, fault.message, fault.code, nil)
        self.path = path.appending(pointer: fault.pointer)
    }

    /// A refused value, in the words of its code.
    init(_ code: Code, at path: JSONPath, reason: String? = nil) {
        self.init(code, at: path, code.message, reason: reason)
    }

    /// A refused byte; line and column are found later.
    init(_ code: Code, offset: Int) {
        (self.code, path, message) = (code, JSONPath(), code.message)
        (fieldCode, reason) = (code.fieldCode, nil)
        position = Position(offset: offset, line: 0, column: 0)
    }
}

extension JSONFault {
    /// A place in the text.
    public struct Position: Hashable, Sendable {
        /// Bytes before it.
        public let offset: Int
        /// Counted from 1.
        public let line: Int
        /// Characters (code points) into the line, counted from 1.
        public let column: Int
    }

    /// What is refused.
    public enum Code: String, Hashable, Sendable {
        case tooLarge = "too-large"
        case tooDeep = "too-deep"
        case notUTF8 = "not-utf8"
        case unexpectedEnd = "unexpected-end"
        case unexpectedByte = "unexpected-byte"
        case trailingBytes = "trailing-bytes"
        case badNumber = "bad-number"
        case longNumber = "long-number"
        case badEscape = "bad-escape"
        case loneSurrogate = "lone-surrogate"
        case controlCharacter = "control-character"
        case duplicateKey = "duplicate-key"
        case type
        case required
        case unknownKey = "unknown-key"
        case range
        case invalid
    }

    /// The fault as its parent sees it.
    func under(_ step: JSONPath.Step) -> JSONFault {
        var fault = self
        fault.path = path.under(step)
        return fault
    }

    /// The fault with line and column. Only a failed parse pays for counting them.
    func located(in text: Span<UInt8>) -> JSONFault {
        guard let offset = position?.offset else { return self }
        var (line, column) = (1, 1)
        for index in 0..<min(offset, text.count) {
            if text[index] == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if text[index] & 0xC0 != 0x80 {
                column += 1
            }
        }
        var fault = self
        fault.position = Position(offset: offset, line: line, column: column)
        return fault
    }
}

extension JSONFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// The code alone.
    public var description: String { "json: \(code.rawValue)" }

    /// With the place.
    public var debugDescription: String {
        let place = position.map { " (line \($0.line), column \($0.column), byte \($0.offset))" } ?? ""
        return "json: \(code.rawValue) at \(path)\(place): \(reason ?? message)"
    }
}

extension JSONFault.Code {
    /// For people.
    var message: String {
        switch self {
        case .tooLarge: "The document is too large."
        case .tooDeep: "The document is nested too deeply."
        case .notUTF8: "The document is not valid UTF-8."
        case .unexpectedEnd: "The document ends too early."
        case .unexpectedByte: "Something else is expected here."
        case .trailingBytes: "Something follows the end of the document."
        case .badNumber: "This is not a number."
        case .longNumber: "This number is too long."
        case .badEscape: "This escape does not exist."
        case .loneSurrogate: "Half a character is missing."
        case .controlCharacter: "A control character must be escaped."
        case .duplicateKey: "This name stands here twice."
        case .type: "A value of another type is needed."
        case .required: "A value is needed."
        case .unknownKey: "There is no such field."
        case .range: "The number is out of range."
        case .invalid: "The value is not acceptable."
        }
    }

    /// The same for a field of a form.
    var fieldCode: FieldFault.Code {
        switch self {
        case .type: .type
        case .required: .required
        case .unknownKey: .unknown
        case .range: .range
        default: .invalid
        }
    }
}
