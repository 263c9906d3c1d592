internal import Glibc

extension LocalPath {
    /// The bytes of a file, at most so many.
    public func read(limit: Int = 16 << 20, followingLinks: Bool = true) throws(LocalFault) -> [UInt8] {
        let descriptor = try open(O_RDONLY | (followingLinks ? 0 : O_NOFOLLOW))
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while bytes.count <= limit {
            let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw LocalFault("read", text)
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
        throw LocalFault("read", text, number: EFBIG)
    }

    /// The last bytes of a file that may be long.
    func readEnd(bytes: Int) throws(LocalFault) -> [UInt8] {
        let descriptor = try open(O_RDONLY | O_NOFOLLOW)
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, Int32(SEEK_END))
        var chunk = [UInt8](repeating: 0, count: bytes)
        let count = unsafe pread(descriptor, &chunk, bytes, max(0, size - bytes))
        guard count >= 0 else { throw LocalFault("read", text) }
        return Array(chunk[..<count])
    }

    /// The file as text; bytes that are not UTF-8 are replaced.
    public func readText(limit: Int = 16 << 20, followingLinks: Bool = true) throws(LocalFault) -> String {
        String(decoding: try read(limit: limit, followingLinks: followingLinks), as: UTF8.self)
    }

    /// Writes the file whole or not at all: beside it first, then in its place. In a folder of another account a link could
    /// lead us astray; therefore the draft is always a new file, and it changes hands before it can be seen.
    public func write(_ content: String, mode: UInt32 = 0o600, for account: Account? = nil) throws(LocalFault) {
        let draft = LocalPath("\(text).new")
        try draft.remove()
        let descriptor = try draft.open(O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        defer { close(descriptor) }
        try draft.writeAll(Array(content.utf8), to: descriptor)
        if let account {
            guard fchown(descriptor, account.user, account.group) == 0 else {
                throw LocalFault("change the owner of", draft.text)
            }
        }
        guard fsync(descriptor) == 0, unsafe rename(draft.text, text) == 0 else { throw LocalFault("write", text) }
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(LocalFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw LocalFault("write", text) }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Opens the file so that no child process inherits it.
    func open(_ flags: Int32, mode: UInt32 = 0o600) throws(LocalFault) -> Int32 {
        while true {
            let descriptor = unsafe Glibc.open(text, flags | O_CLOEXEC, mode)
            if descriptor >= 0 { return descriptor }
            guard errno == EINTR else { throw LocalFault("open", text) }
        }
    }

    /// The names in a folder, sorted, without `.` and `..`.
    public func names() throws(LocalFault) -> [String] {
        guard let stream = unsafe opendir(text) else { throw LocalFault("list", text) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes the folder and those above it that are missing.
    public func makeFolder(mode: UInt32) throws(LocalFault) {
        if facts()?.isFolder == true { return }
        if parent != self { try parent.makeFolder(mode: 0o755) }
        guard unsafe mkdir(text, mode) == 0 else {
            if errno == EEXIST { return }
            throw LocalFault("create", text)
        }
        // The umask may have taken more than we want.
        guard unsafe chmod(text, mode) == 0 else { throw LocalFault("set the rights of", text) }
    }

    /// Sets the rights of a folder that is really one and no link, and its owner if one is named.
    public func closeFolder(mode: UInt32, for account: Account? = nil) throws(LocalFault) {
        let descriptor = try open(O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        defer { close(descriptor) }
        if let account {
            guard fchown(descriptor, account.user, account.group) == 0 else {
                throw LocalFault("change the owner of", text)
            }
        }
        guard fchmod(descriptor, mode) == 0 else { throw LocalFault("set the rights of", text) }
    }

    /// Moves it within its file system.
    public func move(to place: LocalPath) throws(LocalFault) {
        guard unsafe rename(text, place.text) == 0 else { throw LocalFault("move", text) }
    }

    /// Removes a file; nothing there is as good.
    public func remove() throws(LocalFault) {
        guard unsafe unlink(text) == 0 || errno == ENOENT else { throw LocalFault("remove", text) }
    }

    /// Removes a folder if nothing is in it.
    public func removeEmptyFolder() { _ = unsafe rmdir(text) }

    /// Where a link points to.
    public var linkTarget: String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            guard let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return 0 }
            return unsafe readlink(text, start, bytes.count)
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
