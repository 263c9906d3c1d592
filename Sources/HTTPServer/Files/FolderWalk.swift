import Core
import EventLoop
import Glibc

/// A file found below a folder.
struct FoundFile: Sendable {
    /// Where it truly lies: no link is left in it.
    let path: String
    /// Seconds since 1970.
    let modified: Int64
}

/// Everything below a folder that may be served, by its path within the folder.
struct FolderWalk {
    private(set) var files: [String: FoundFile] = [:]
    private let root: String
    private let limits: StaticLimits

    init(_ folder: String, _ limits: StaticLimits) throws(StaticFault) {
        self.limits = limits
        guard let root = Self.resolved(folder) else {
            throw .unreadable(path: folder, SystemError(call: "realpath", code: errno))
        }
        self.root = root
        try walk(root, "", depth: 0)
    }

    private mutating func walk(_ folder: String, _ prefix: String, depth: Int) throws(StaticFault) {
        for name in try Self.names(in: folder) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var status = stat()
            guard unsafe lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR where depth < limits.depth: try walk(path, prefix + name + "/", depth: depth + 1)
            case S_IFREG: try add(prefix + name, path, status)
            case S_IFLNK: try addTarget(of: path, prefix + name)
            default: break
            }
        }
    }

    /// A link counts when it leads to a file inside the folder. Links to folders are not followed: they make circles.
    private mutating func addTarget(of link: String, _ name: String) throws(StaticFault) {
        var status = stat()
        guard let target = Self.resolved(link), target.hasPrefix(root == "/" ? root : root + "/"),
            unsafe lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG
        else { return }
        try add(name, target, status)
    }

    private mutating func add(_ name: String, _ path: String, _ status: stat) throws(StaticFault) {
        guard files.count < limits.files else { throw .tooManyFiles(path: root, limit: limits.files) }
        files[name] = FoundFile(path: path, modified: Int64(status.st_mtim.tv_sec))
    }

    private static func resolved(_ path: String) -> String? {
        guard let text = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(text) }
        return unsafe String(validatingCString: text)
    }

    /// The names in a folder. One that is not UTF-8 could not be asked for.
    private static func names(in folder: String) throws(StaticFault) -> [String] {
        guard let handle = unsafe opendir(folder) else {
            throw .unreadable(path: folder, SystemError(call: "opendir", code: errno))
        }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(validatingCString: $0)
                }
            }
            if let name { names.append(name) }
        }
        return names
    }
}
