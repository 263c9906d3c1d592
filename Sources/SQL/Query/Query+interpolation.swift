public import Core

extension Query {
    /// Gathers text and binds. A statement of a few numbers or ids costs two allocations: the text and the list.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text: [UInt8] = []
        var binds: [Bind] = []

        /// Reserves for the literal's text and two digits a bind.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            binds.reserveCapacity(interpolationCount)
        }

        /// SQL written in the program.
        public mutating func appendLiteral(_ literal: String) { append(literal) }

        /// A value: `$n` in the text, and a bind.
        public mutating func appendInterpolation(_ value: some SQLBindable) { append(value.sqlBind) }

        /// An id, the commonest value.
        public mutating func appendInterpolation(_ value: UUIDv7) { append(.uuid(high: value.high, low: value.low)) }

        /// A value there may be: nil is NULL.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) { append(value.sqlBind) }

        /// A bind already made.
        public mutating func appendInterpolation(bind: Bind) { append(bind) }

        /// A name that is chosen at run time.
        public mutating func appendInterpolation(identifier: Identifier) { append(identifier.quoted) }

        /// A part of a statement; its binds are renumbered to follow those already there.
        public mutating func appendInterpolation(fragment: Query) {
            if binds.isEmpty || fragment.binds.isEmpty {
                unsafe fragment.text.withBytes { unsafe text.append(contentsOf: $0) }
            } else {
                var moved = ""
                Placeholders.append(fragment.sql, to: &moved, shiftedBy: binds.count)
                append(moved)
            }
            binds.append(contentsOf: fragment.binds)
        }

        /// SQL as it is. The caller vouches that no part of it comes from outside.
        public mutating func appendInterpolation(unsafeSQL text: String) { append(text) }

        private mutating func append(_ bind: Bind) {
            binds.append(bind)
            append(Placeholders.text(of: binds.count))
        }

        private mutating func append(_ piece: String) {
            let utf8 = piece.utf8Span
            let span = utf8.span
            unsafe span.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
        }
    }
}
