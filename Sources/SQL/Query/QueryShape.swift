/// What a prepared statement is made for: a text and the types of its binds. Kept beside the statement, so that a hit
/// by `Query.shapeHash` can be proved before it is used. A class, so that to prove it copies none of its parts.
public final class QueryShape: Sendable {
    private let text: QueryText
    /// The types, in the order of the binds.
    public let types: [PostgresType]
    /// `Query.shapeHash` of every query of this shape.
    public let hash: UInt64

    /// The shape of a query.
    public init(_ query: Query) {
        text = query.text
        types = query.binds.map(\.type)
        hash = query.shapeHash
    }

    /// The text.
    public var sql: String { text.string }

    /// True when the statement prepared for this shape serves the query. Texts are compared byte by byte: for Swift
    /// two spellings of "é" are equal, for the server they are not.
    public func matches(_ query: Query) -> Bool {
        guard hash == query.shapeHash, types.count == query.binds.count else { return false }
        for index in types.indices where types[index] != query.binds[index].type { return false }
        return unsafe text.withBytes { left in
            unsafe query.text.withBytes { right in
                unsafe UnsafeRawBufferPointer(left).isSame(as: UnsafeRawBufferPointer(right))
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Eight bytes at a time: this stands before every statement that is sent.
    fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var offset = 0
        while offset &+ 8 <= count {
            let word = unsafe loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard unsafe word == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else { return false }
            offset &+= 8
        }
        while offset < count {
            guard unsafe self[offset] == other[offset] else { return false }
            offset &+= 1
        }
        return true
    }
}
