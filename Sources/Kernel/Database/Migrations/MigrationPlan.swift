/// What is to be done, from the files on disk and the ledger in the database. Pure: it touches neither.
public struct MigrationPlan: Sendable, Hashable {
    /// To be applied, in this order.
    public let pending: [MigrationFile]
    /// Applied by a newer version of the program, which this one can live with: schemas grow before code uses them.
    public let ahead: [AppliedMigration]
    /// Begun and not finished: killed in between, unless another node is at it right now.
    public let begun: [BegunMigration]

    /// The plan, or everything that forbids one.
    public init(
        files: [MigrationFile], applied: [AppliedMigration], begun: [BegunMigration] = []
    ) throws(MigrationFaults) {
        let byFolder = Dictionary(grouping: files, by: \.folder)
        let appliedByFolder = Dictionary(grouping: applied, by: \.folder)
        var faults: [MigrationFault] = []
        for folder in Set(byFolder.keys).union(appliedByFolder.keys).sorted() {
            faults += Self.faults(folder, byFolder[folder] ?? [], appliedByFolder[folder] ?? [])
        }
        faults += Self.faults(Self.ordered(files), begun)
        guard faults.isEmpty else { throw MigrationFaults(faults: faults) }

        self.begun = begun
        let done = Set(applied.map { Place(folder: $0.folder, number: $0.number) })
        let known = Set(files.map { Place(folder: $0.folder, number: $0.number) })
        pending = Self.ordered(files).filter { !done.contains(Place(folder: $0.folder, number: $0.number)) }
        ahead = applied.filter { !known.contains(Place(folder: $0.folder, number: $0.number)) }
    }

    private struct Place: Hashable {
        let folder: String
        let number: Int
    }

    private static func faults(
        _ folder: String, _ files: [MigrationFile], _ applied: [AppliedMigration]
    ) -> [MigrationFault] {
        let checksums = Dictionary(applied.map { ($0.number, $0.checksum) }) { first, _ in first }
        let last = checksums.keys.max() ?? 0
        let numbers = files.map(\.number).sorted()
        var faults: [MigrationFault] = []
        for (index, number) in numbers.enumerated() where index > 0 && numbers[index - 1] == number {
            faults += files.filter { $0.number == number }.map { .duplicate(label: $0.label) }
        }
        for number in 1..<max(1, numbers.last ?? 0) where !numbers.contains(number) {
            faults.append(
                checksums[number] == nil
                    ? .gap(folder: folder, number: number)
                    : .removed(folder: folder, number: number))
        }
        for file in files {
            if let checksum = checksums[file.number] {
                if checksum != file.checksum { faults.append(.changed(label: file.label)) }
            } else if file.number < last {
                faults.append(.late(label: file.label))
            }
        }
        return faults
    }

    /// Marks are judged while a file may still be changed; what is half done must be ended by what began it.
    private static func faults(_ files: [MigrationFile], _ begun: [BegunMigration]) -> [MigrationFault] {
        files.flatMap { file -> [MigrationFault] in
            var faults: [MigrationFault] = []
            if case .failure(let fault) = file.mode { faults.append(.badMark(label: file.label, fault)) }
            for start in begun
            where start.folder == file.folder && start.number == file.number && start.checksum != file.checksum
                && start.tenants > 0
            {
                faults.append(.changedMidway(label: file.label, tenants: start.tenants))
            }
            return faults
        }
    }

    /// The house from the ground up, then the modules by name.
    static func ordered(_ files: [MigrationFile]) -> [MigrationFile] {
        let ground = ["kernel", "security", "delivery", "records"]
        return files.sorted { left, right in
            let (first, second) = (ground.firstIndex(of: left.folder) ?? 99, ground.firstIndex(of: right.folder) ?? 99)
            return (first, left.folder, left.number) < (second, right.folder, right.number)
        }
    }
}
