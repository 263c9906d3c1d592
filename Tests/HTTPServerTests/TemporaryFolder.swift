import Glibc
import TestKit

/// A folder of its own for one test, gone with all in it when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/konak-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw RawClient.Fault.system("mkdtemp", errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in everything().reversed() { unsafe _ = remove(name) }
    }

    /// The folder and all in it, folders before their content.
    private func everything() -> [String] {
        var found = [path]
        var index = 0
        while index < found.count {
            let folder = found[index]
            var status = stat()
            if unsafe lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                found += Self.names(in: folder).map { folder + "/" + $0 }
            }
            index += 1
        }
        return found
    }

    /// Writes a file, its folders with it, changed at the given second.
    func write(_ name: String, _ bytes: [UInt8], modified: Int = 1_700_000_000) throws {
        let parts = name.split(separator: "/").dropLast()
        for count in 0..<parts.count {
            unsafe _ = mkdir(path + "/" + parts[...(parts.startIndex + count)].joined(separator: "/"), 0o755)
        }
        let descriptor = unsafe open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw RawClient.Fault.system("open", errno) }
        defer { close(descriptor) }
        let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw RawClient.Fault.system("write", errno) }
        let times = [timespec(tv_sec: modified, tv_nsec: 0), timespec(tv_sec: modified, tv_nsec: 0)]
        unsafe _ = futimens(descriptor, times)
    }

    func write(_ name: String, _ text: String, modified: Int = 1_700_000_000) throws {
        try write(name, Array(text.utf8), modified: modified)
    }

    func link(_ name: String, to target: String) throws {
        guard unsafe symlink(target, path + "/" + name) == 0 else { throw RawClient.Fault.system("symlink", errno) }
    }

    func makeFolder(_ name: String) { unsafe _ = mkdir(path + "/" + name, 0o755) }

    /// The names in the folder.
    var names: [String] { Self.names(in: path) }

    private static func names(in folder: String) -> [String] {
        guard let handle = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Whether every nameless file is let go in the end: the pool's thread may hold one a moment longer than its caller.
    func letsGoOfNamelessFiles() async -> Bool {
        for _ in 0..<1000 {
            if openNamelessFiles == 0 { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    /// How many nameless files in the folder this process holds open.
    var openNamelessFiles: Int {
        (0..<1024).count { number in
            var target = [UInt8](repeating: 0, count: 4096)
            let length = unsafe target.withUnsafeMutableBytes { buffer in
                guard let start = buffer.baseAddress else { return -1 }
                return unsafe readlink("/proc/self/fd/\(number)", start.assumingMemoryBound(to: CChar.self), 4095)
            }
            guard length > 0 else { return false }
            return String(decoding: target[..<length], as: UTF8.self).hasPrefix(path + "/")
        }
    }
}
