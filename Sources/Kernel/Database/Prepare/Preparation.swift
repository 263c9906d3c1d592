/// What a superuser does once in a database, and again after each change of these files: roles, revokes, latch, guard.
public struct Preparation: Sendable, Hashable {
    /// One file.
    public struct File: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its statements.
        public let sql: String

        /// A file.
        public init(name: String, sql: String) {
            self.name = name
            self.sql = sql
        }
    }

    /// The first file concerns the whole cluster, the others one database.
    public let files: [File]

    /// A preparation of these files, in this order.
    public init(files: [File]) { self.files = files }

    /// Identifies the files; kept in the database, so that an old preparation is noticed.
    public var checksum: String {
        FileChecksum.of(Array(files.map { "\($0.name)\n\($0.sql)" }.joined(separator: "\n").utf8))
    }
}
