/// What is worth saying while migrations are applied.
public enum MigrationNotice: Sendable, Hashable, CustomStringConvertible {
    /// An earlier run was killed in the middle of this one.
    case interrupted(MigrationFile, at: String)
    /// An index that an earlier run left unfinished is dropped.
    case dropped(index: String)
    /// The earlier run had come to the end, only without noting it.
    case foundDone(MigrationFile)
    /// A data migration is done for these tenants, and touched these rows.
    case tenants(MigrationFile, tenants: Int, rows: Int)

    /// A sentence for the operator.
    public var description: String {
        switch self {
        case .interrupted(let file, let at): "\(file.label) was begun at \(at) and not finished: going on with it"
        case .dropped(let index): "dropped the unfinished index \(index)"
        case .foundDone(let file): "\(file.label) had been finished, only not noted"
        case .tenants(let file, let tenants, let rows): "\(file.label): \(tenants) tenants, \(rows) rows"
        }
    }
}
