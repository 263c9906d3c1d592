/// How many event loops run.
public enum LoopCount: Sendable, Hashable {
    /// One for each core the process may use.
    case cores
    /// A number of the operator's choice.
    case exactly(Int)

    /// The number on a machine with so many cores.
    public func resolved(cores: Int) -> Int {
        switch self {
        case .cores: max(1, cores)
        case .exactly(let count): count
        }
    }
}
