extension RequestHead {
    /// The path, still percent-encoded, without the query.
    public var path: String { unsafe withPath { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Path and query as they came.
    public var target: String { unsafe String(decoding: targetBytes, as: UTF8.self) }

    /// What stands behind the question mark; nil without one.
    public var query: String? {
        guard pathLength < targetLength else { return nil }
        return unsafe String(decoding: targetBytes.dropFirst(Int(pathLength) + 1), as: UTF8.self)
    }

    /// A field's first value.
    public subscript(_ name: FieldName) -> String? {
        unsafe withValue(of: name) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// All values of a field, in order.
    public func values(of name: FieldName) -> [String] {
        (0..<fieldCount).filter { self.name($0, is: name) }.map { index in
            unsafe String(decoding: valueBytes(index), as: UTF8.self)
        }
    }

    /// All fields, names as they were spelled.
    public var fields: [(name: String, value: String)] {
        (0..<fieldCount).map { index in
            unsafe (
                String(decoding: nameBytes(index), as: UTF8.self), String(decoding: valueBytes(index), as: UTF8.self)
            )
        }
    }
}
