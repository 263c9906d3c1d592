/// How much of a form is read before it is refused. The server's own limit on bodies holds besides.
public struct FormLimits: Sendable, Hashable {
    /// The whole body.
    public var totalBytes: Int
    /// All names and texts together.
    public var textBytes: Int
    /// One file.
    public var fileBytes: Int
    /// How many files.
    public var files: Int
    /// How many fields and files.
    public var parts: Int
    /// A file beyond this size goes to the disk.
    public var memoryBytes: Int

    /// 16 MB altogether and for one file, 1 MB of text, 20 files, 1,000 parts, 64 kB of each file in memory.
    public init(
        totalBytes: Int = 16 << 20, textBytes: Int = 1 << 20, fileBytes: Int = 16 << 20, files: Int = 20,
        parts: Int = 1_000, memoryBytes: Int = 64 * 1024
    ) {
        (self.totalBytes, self.textBytes, self.fileBytes) = (totalBytes, textBytes, fileBytes)
        (self.files, self.parts, self.memoryBytes) = (files, parts, memoryBytes)
    }
}
