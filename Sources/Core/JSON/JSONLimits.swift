/// How much of a document is read before it is refused.
public struct JSONLimits: Sendable, Hashable {
    /// Bytes of the whole document.
    public var bytes: Int
    /// Arrays and objects within one another; never more than 256, for the sake of the stack.
    public var depth: Int
    /// Characters of one number.
    public var numberLength: Int

    /// One mebibyte, 64 levels and 400 characters, unless told otherwise.
    public init(bytes: Int = 1 << 20, depth: Int = 64, numberLength: Int = 400) {
        (self.bytes, self.depth, self.numberLength) = (bytes, depth, numberLength)
    }
}
