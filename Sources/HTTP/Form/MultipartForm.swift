/// A small form of `multipart/form-data`, read whole. Its size is bounded by the body's; big files go through
/// `MultipartParser` to a disk.
public struct MultipartForm: Sendable, Hashable {
    /// One field or file.
    public struct Item: Sendable, Hashable {
        /// What the head says.
        public let part: MultipartPart
        /// The content.
        public fileprivate(set) var bytes: [UInt8] = []

        /// The content as text; nil when it is not UTF-8 or holds NUL.
        public var text: String? { bytes.contains(0) ? nil : bytes.span.text(bytes.span.all) }
    }

    /// Fields and files in their order.
    public private(set) var items: [Item] = []

    /// Reads a whole body.
    public init(
        parsing body: Span<UInt8>, boundary: MultipartBoundary, limits: MultipartParser.Limits = .init()
    ) throws(MultipartParser.Refusal) {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        var offset = 0
        var current: Item?
        while let event = try parser.next(in: body, at: &offset) {
            switch event {
            case .partBegan(let part): current = Item(part: part)
            case .data(let range): current?.bytes.append(copying: body.extracting(range))
            case .heldData(let bytes): current?.bytes.append(contentsOf: bytes)
            case .partEnded:
                if let item = current.take() { items.append(item) }
            case .finished: break
            }
        }
        try parser.finish()
    }

    /// The first item of a name.
    public subscript(_ name: String) -> Item? { items.first { $0.part.name == name } }

    /// All items of a name in their order.
    public func all(_ name: String) -> [Item] { items.filter { $0.part.name == name } }
}
