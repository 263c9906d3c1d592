/// The type of some content, such as `text/html; charset=utf-8` (RFC 9110, 8.3.1).
public struct MediaType: Sendable, Hashable {
    /// One parameter.
    public struct Parameter: Sendable, Hashable {
        /// The name in lower case.
        public let name: String
        /// The value, without quotes.
        public let value: String
    }

    /// Type and subtype in lower case, such as `text/html`.
    public let essence: String
    /// The parameters in their order.
    public let parameters: [Parameter]

    /// More parameters are refused.
    public static let maximumParameters = 16

    /// A type known when the code was written, in lower case.
    public init(_ essence: StaticString) { self.init(essence: essence.description, parameters: []) }

    /// The same with `charset=utf-8`.
    public init(utf8 essence: StaticString) {
        self.init(essence: essence.description, parameters: [Parameter(name: "charset", value: "utf-8")])
    }

    init(essence: String, parameters: [Parameter]) { (self.essence, self.parameters) = (essence, parameters) }

    /// The value of a `Content-Type` field; nil when it is broken or names a parameter twice.
    public init?(parsing text: String) { self.init(parsing: text.utf8.span) }

    /// The same from bytes.
    public init?(parsing bytes: Span<UInt8>) { self.init(bytes, bytes.all) }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var scanner = FieldScanner(bytes.trimmed(range))
        let start = scanner.position
        guard scanner.token(bytes) != nil, scanner.take(Byte.slash, bytes), scanner.token(bytes) != nil,
            let essence = bytes.lowercasedText(start..<scanner.position),
            let parameters = try? Self.parameters(&scanner, bytes)
        else { return nil }
        self.init(essence: essence, parameters: parameters)
    }

    private static func parameters(
        _ scanner: inout FieldScanner, _ bytes: Span<UInt8>
    ) throws(BrokenField) -> [Parameter] {
        var parameters: [Parameter] = []
        while let next = try scanner.parameter(bytes) {
            guard parameters.count < maximumParameters, let name = bytes.lowercasedText(next.name),
                !parameters.contains(where: { $0.name == name }), let value = next.text(bytes)
            else { throw BrokenField() }
            parameters.append(Parameter(name: name, value: value))
        }
        return parameters
    }

    /// The value of a parameter by its name in lower case.
    public subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}

extension MediaType: CustomStringConvertible {
    /// The type as it is written in a field.
    public var description: String {
        parameters.reduce(essence) { text, parameter in
            let isToken = !parameter.value.isEmpty && parameter.value.utf8.allSatisfy(\.isTokenByte)
            return "\(text); \(parameter.name)=" + (isToken ? parameter.value : QuotedText.quote(parameter.value))
        }
    }
}

extension MediaType {
    /// Whether a `Content-Type` field names this type, whatever its parameters; makes no strings.
    public func isNamed(by field: Span<UInt8>) -> Bool {
        let end = field.firstIndex(of: Byte.semicolon, in: field.all) ?? field.count
        return field.equalsFolded(essence.utf8.span, in: field.trimmed(0..<end))
    }

    /// Whether both are of one type, whatever their parameters.
    public func isSameKind(as other: MediaType) -> Bool { essence == other.essence }
}

enum QuotedText {
    /// A quoted-string; control bytes but the tab cannot stand in one and are left out.
    static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars where scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0x7F {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
