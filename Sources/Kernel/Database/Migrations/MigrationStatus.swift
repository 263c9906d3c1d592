/// Where every migration stands: files and ledger side by side, sound or not.
public struct MigrationStatus: Sendable, Hashable {
    /// Where one of them stands.
    public enum State: String, Sendable, Hashable {
        /// Applied, and the file is as it was then.
        case applied
        /// Not applied.
        case pending
        /// Begun and not finished: under way right now, or the run was killed.
        case interrupted
        /// Applied, and the file was changed since.
        case changed
        /// Applied, and the file is gone though later ones are there.
        case missing
        /// Applied by a newer version of the program.
        case ahead
    }

    /// A line of the table.
    public struct Entry: Sendable, Hashable {
        /// The folder.
        public let folder: String
        /// Its place in the folder.
        public let number: Int
        /// What it is about.
        public let name: String
        /// Where it stands.
        public let state: State
        /// When it came to stand there, in UTC; nil when it is pending.
        public let at: String?
    }

    /// One for each migration, in the order they are applied.
    public let entries: [Entry]
    /// What forbids to go on.
    public let faults: [MigrationFault]

    /// True when nothing is wrong; to be pending is not.
    public var isSound: Bool { faults.isEmpty && !entries.contains { $0.state == .interrupted } }

    /// Puts files and ledger side by side.
    public init(files: [MigrationFile], applied: [AppliedMigration], begun: [BegunMigration] = []) {
        let known = MigrationPlan.ordered(files)
        let last = Dictionary(files.map { ($0.folder, $0.number) }) { max($0, $1) }
        var entries = known.map { Self.entry($0, applied, begun) }
        for row in applied where !files.contains(where: { $0.folder == row.folder && $0.number == row.number }) {
            let entry = Entry(
                folder: row.folder, number: row.number, name: row.name,
                state: row.number < last[row.folder] ?? 0 ? .missing : .ahead, at: row.at)
            let next = entries.firstIndex { $0.folder == row.folder && $0.number > row.number }
            let after = entries.lastIndex { $0.folder == row.folder }.map { $0 + 1 }
            entries.insert(entry, at: next ?? after ?? entries.endIndex)
        }
        self.entries = entries
        faults = Self.faults(files, applied, begun)
    }

    private static func entry(
        _ file: MigrationFile, _ applied: [AppliedMigration], _ begun: [BegunMigration]
    ) -> Entry {
        let row = applied.first { $0.folder == file.folder && $0.number == file.number }
        let start = begun.first { $0.folder == file.folder && $0.number == file.number }
        let state: State =
            if let row { row.checksum == file.checksum ? .applied : .changed } else {
                start == nil ? .pending : .interrupted
            }
        return Entry(
            folder: file.folder, number: file.number, name: file.name, state: state, at: row?.at ?? start?.at)
    }

    private static func faults(
        _ files: [MigrationFile], _ applied: [AppliedMigration], _ begun: [BegunMigration]
    ) -> [MigrationFault] {
        do throws(MigrationFaults) {
            _ = try MigrationPlan(files: files, applied: applied, begun: begun)
            return []
        } catch {
            return error.faults
        }
    }
}
