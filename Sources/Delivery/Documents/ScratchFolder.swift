import Glibc

/// A folder for what a printing process writes on its way: typefaces that came with a page. It goes with its owner, so
/// that a process that was killed leaves nothing behind.
final class ScratchFolder: Sendable {
    let path: String

    init?() {
        var template = Array("/tmp/konak-print-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            return unsafe mkdtemp(start) != nil
        }
        guard made else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path, depth: 0) }

    /// At most a few levels: nothing deeper is written there.
    private static func remove(_ path: String, depth: Int) {
        guard depth < 8, let directory = unsafe opendir(path) else {
            _ = unsafe unlink(path)
            return
        }
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe String(cString: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
            }
            guard name != ".", name != ".." else { continue }
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            if isFolder { remove(path + "/" + name, depth: depth + 1) } else { _ = unsafe unlink(path + "/" + name) }
        }
        unsafe closedir(directory)
        _ = unsafe rmdir(path)
    }
}
