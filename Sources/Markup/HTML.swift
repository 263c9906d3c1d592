/// Markup whose interpolations are escaped. Written as a literal, it knows where in the page each interpolation
/// stands: `"<a href=\"\(link)\" title=\"\(name)\">\(name)</a>"` checks the link and escapes the name.
public struct HTML: Sendable {
    /// The markup in UTF-8.
    public private(set) var bytes: [UInt8]
    /// Interpolations that stood where no value is safe, and were left out. A page of the house has none.
    public private(set) var faults: [Fault]
    /// Where the markup ends.
    private(set) var context: MarkupContext

    init(bytes: [UInt8], faults: [Fault], context: MarkupContext) {
        (self.bytes, self.faults, self.context) = (bytes, faults, context)
    }

    /// No markup.
    public init() { self.init(bytes: [], faults: [], context: MarkupContext()) }

    /// Plain text, escaped.
    public init(text: String) {
        self.init()
        bytes.reserveCapacity(text.utf8.count)
        bytes.append(escaping: text)
    }

    /// Markup as it is. The caller vouches that no part of it comes from outside.
    public init(unsafeRaw markup: String) {
        self.init()
        bytes.append(contentsOf: markup.utf8)
        context = context.advanced(over: bytes.span, from: 0)
    }

    /// Pieces one after another.
    public init(joining pieces: some Sequence<HTML>) {
        var whole = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        whole.appendInterpolation(pieces)
        self.init(stringInterpolation: whole)
    }

    /// True when nothing was written.
    public var isEmpty: Bool { bytes.isEmpty }

    /// True when the markup ends in text, outside every tag, comment and script. A page that does not was cut short.
    public var endsInText: Bool { context.state == .text }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup written in the program.
    public init(stringLiteral markup: String) { self.init(unsafeRaw: markup) }

    /// Markup written in the program, with values from outside.
    public init(stringInterpolation: StringInterpolation) {
        self.init(
            bytes: stringInterpolation.bytes, faults: stringInterpolation.faults,
            context: stringInterpolation.context)
    }
}

extension HTML: Equatable, CustomStringConvertible {
    /// True when the markup is the same, byte for byte.
    public static func == (left: HTML, right: HTML) -> Bool { left.bytes == right.bytes }

    /// The markup.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
