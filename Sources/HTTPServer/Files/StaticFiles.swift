public import EventLoop
public import HTTP
import Synchronization

/// The files of a folder, served by exact name: the folder is walked once, and after that no request touches a path.
///
/// Each file has two addresses: its own (`/assets/app.css`), asked for again each time by its tag, and one that carries a
/// fingerprint of its content (`/assets/app.0123456789abcdef.css`), kept by browsers for ever. `link` gives the second.
/// Files up to 64 kB are held in memory, larger ones are held open. Packed siblings (`app.css.br`, `.zst`, `.gz`) that
/// are not older than the file are sent to whoever reads them. Names with a leading dot, links that lead out of the
/// folder, links to folders, and whatever is no file are left out.
public struct StaticFiles: Responder {
    private let root: String
    private let prefix: String
    private let limits: StaticLimits
    private let index: IndexBox

    /// Reads the folder `root`, whose files appear below `prefix`, such as `/assets/`. Blocks while it reads.
    public init(root: String, prefix: String, limits: StaticLimits = StaticLimits()) throws(StaticFault) {
        (self.root, self.limits) = (root, limits)
        self.prefix = prefix.hasSuffix("/") ? prefix : prefix + "/"
        index = IndexBox(try StaticIndex(root: root, prefix: self.prefix, limits: limits))
    }

    /// Reads the folder anew, on the pool. Requests see all of the old state or all of the new.
    public func reload(on pool: BlockingPool) async throws {
        let fresh = try await pool.run { [self] in try StaticIndex(root: root, prefix: prefix, limits: limits) }
        index.set(fresh)
    }

    /// The address of a file by its path below the folder, with its fingerprint; nil when there is no such file.
    public func link(_ path: String) -> String? { index.get().link(prefix + StaticIndex.encoded(path)) }

    /// How many files there are.
    public var count: Int { index.get().fileCount }

    /// The answer for a file; nil when there is none of that name.
    public func answer(to request: Request) -> Response? {
        guard let (file, isImmutable) = index.get().file(request.head.path) else { return nil }
        guard request.method == .get || request.method == .head else {
            return Response(.methodNotAllowed, fields: Fields((.allow, "GET, HEAD")))
        }
        return file.answer(isImmutable: isImmutable, accepting: request.head.joinedValue(of: .acceptEncoding))
    }

    /// The answer for a file, or 404.
    public func respond(to request: Request) async -> Response { answer(to: request) ?? Response(.notFound) }
}

/// How much of a folder is served.
public struct StaticLimits: Sendable {
    /// Files up to this size are held in memory.
    public var memoryBytes = 64 * 1024
    /// More files are refused: somebody pointed at the wrong folder.
    public var files = 20_000
    /// Folders within one another.
    public var depth = 32

    /// The defaults.
    public init() {}
}

/// Why a folder cannot be served.
public enum StaticFault: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// It is not there, or no folder, or may not be read.
    case unreadable(path: String, SystemError)
    /// It holds more files than the limit.
    case tooManyFiles(path: String, limit: Int)

    /// Bland on purpose.
    public var description: String { "a folder of static files cannot be served" }

    /// Which one and why.
    public var debugDescription: String {
        switch self {
        case .unreadable(let path, let error): "\(path) cannot be read: \(error.debugDescription)"
        case .tooManyFiles(let path, let limit): "\(path) holds more than \(limit) files"
        }
    }
}

/// Where the present index is kept.
private final class IndexBox: Sendable {
    private let index: Mutex<StaticIndex>

    init(_ index: StaticIndex) { self.index = Mutex(index) }

    func get() -> StaticIndex { index.withLock { $0 } }

    func set(_ fresh: StaticIndex) { index.withLock { $0 = fresh } }
}
