import EventLoop
import HTTP

/// All addresses of a folder's files, ready to be looked up by the bytes of a request's path.
struct StaticIndex: Sendable {
    private var entries: [String: (file: StaticFile, isImmutable: Bool)] = [:]
    private var links: [String: String] = [:]

    var fileCount: Int { links.count }

    init(root: String, prefix: String, limits: StaticLimits) throws(StaticFault) {
        let found = try FolderWalk(root, limits).files
        let paths = Set(found.keys)
        for (path, source) in found where !Self.isSibling(path, paths) {
            guard let file = try? StaticFile(path, source, Self.siblings(of: path, in: found), limits) else { continue }
            add(file, at: prefix, path)
        }
    }

    private mutating func add(_ file: StaticFile, at prefix: String, _ path: String) {
        let own = prefix + Self.encoded(path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        entries[own] = (file, FingerprintedName.isFingerprinted(name))
        links[own] = own
        let digest = file.digest
        guard !FingerprintedName.isFingerprinted(name),
            let fingerprinted = FingerprintedName.make(name, digest: digest.span)
        else { return }
        let address = prefix + Self.encoded(String(path.dropLast(name.count))) + Self.encoded(fingerprinted)
        entries[address] = (file, true)
        links[own] = address
    }

    func file(_ path: String) -> (file: StaticFile, isImmutable: Bool)? { entries[path] }

    func link(_ own: String) -> String? { links[own] }

    // MARK: Packed siblings

    private static func isSibling(_ path: String, _ paths: Set<String>) -> Bool {
        PackedEnding.allCases.contains { ending in
            path.hasSuffix(ending.rawValue) && paths.contains(String(path.dropLast(ending.rawValue.count)))
        }
    }

    /// A sibling older than its file shows what the file was once.
    private static func siblings(of path: String, in found: [String: FoundFile]) -> [ContentCoding: FoundFile] {
        var siblings: [ContentCoding: FoundFile] = [:]
        guard let own = found[path] else { return siblings }
        for ending in PackedEnding.allCases {
            if let sibling = found[path + ending.rawValue], sibling.modified >= own.modified {
                siblings[ending.coding] = sibling
            }
        }
        return siblings
    }

    /// A path as links write it. Whoever asks in another spelling is not ours.
    static func encoded(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "@"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += byte < 16 ? "%0" : "%"
                text += String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}

/// What a packed sibling's name ends in.
private enum PackedEnding: String, CaseIterable {
    case brotli = ".br"
    case zstd = ".zst"
    case gzip = ".gz"

    var coding: ContentCoding {
        switch self {
        case .brotli: .brotli
        case .zstd: .zstd
        case .gzip: .gzip
        }
    }
}
