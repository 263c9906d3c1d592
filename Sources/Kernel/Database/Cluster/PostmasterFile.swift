/// What a running PostgreSQL writes into `postmaster.pid`.
struct PostmasterFile: Sendable, Hashable {
    /// How far the server is.
    enum Status: String, Sendable {
        case starting
        case ready
        case stopping
        case standby
    }

    /// The server's process.
    let process: Int32
    /// Where its socket is; nil while it is not open.
    let socketFolder: String?
    /// How far it is; nil while it has not said.
    let status: Status?

    /// Reads the file; nil when not even the first line is whole.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        // The number is negative when a single-user server holds the folder.
        guard let first = lines.first, let process = Int32(first), process != 0 else { return nil }
        self.process = abs(process)
        socketFolder = lines.count > 4 && !lines[4].isEmpty ? lines[4] : nil
        status = lines.count > 7 ? Status(rawValue: lines[7]) : nil
    }
}
