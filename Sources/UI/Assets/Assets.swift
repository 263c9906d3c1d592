private import CAssets
public import Markup

/// All browser files of the house, as they are served below `/assets/`. They come with the program; nothing is read from a
/// folder. References from one file to another (`"./dom.js"`, `url("inter.woff2")`) carry fingerprints too.
public struct Assets: Sendable {
    /// The files whose links pages write.
    public enum Name: String, Sendable, CaseIterable {
        /// All styles.
        case style = "face.css"
        /// The script of every page.
        case app = "app.js"
        /// htmx 2.
        case htmx = "htmx.js"
        /// The icons.
        case icons = "icons.svg"
        /// The font.
        case font = "inter.woff2"
        /// What nearly every page needs of the elements.
        case dom = "dom.js"
        /// Toasts.
        case toast = "toast.js"
    }

    /// The service worker, which is served as `/sw.js` with `Cache-Control: no-cache`, because its place is its realm.
    public let serviceWorker: AssetFile
    /// The files for `/assets/`, each under its fingerprinted name with `immutable`.
    public let files: [AssetFile]
    private let links: [String: SafeURL]

    /// The files of this program.
    public static let house = Assets(raw: rawFiles())

    /// Where the files are served.
    public static let folder = "/assets/"

    init(raw: [(name: String, bytes: [UInt8])]) {
        var done: [AssetFile] = []
        var waiting = raw.filter { $0.name != "sw.js" }
        // A file is finished when all it names are; then its own fingerprint is known.
        while !waiting.isEmpty {
            let names = Set(waiting.map(\.name))
            let ready = waiting.filter { file in !References.names(in: file).contains(where: names.contains) }
            done += (ready.isEmpty ? waiting : ready).map { References.resolved($0, with: done) }
            waiting = ready.isEmpty ? [] : waiting.filter { file in !ready.contains { $0.name == file.name } }
        }
        files = done
        serviceWorker = Self.worker(raw.first { $0.name == "sw.js" }?.bytes ?? [], of: done)
        let pairs = done.compactMap { file in
            SafeURL(Self.folder + file.fingerprintedName).map { (file.name, $0) }
        }
        links = Dictionary(pairs) { first, _ in first }
    }

    /// The address of a file, with its fingerprint.
    public func link(_ name: Name) -> SafeURL { links[name.rawValue] ?? .nowhere }

    /// The address of a module by its name.
    func link(_ name: String) -> SafeURL { links[name] ?? .nowhere }

    /// The worker of this deployment: it knows all files by name, so it changes whenever one of them does.
    private static func worker(_ script: [UInt8], of files: [AssetFile]) -> AssetFile {
        let names = files.map { "\"\($0.fingerprintedName)\"" }.joined(separator: ", ")
        let text = String(decoding: script, as: UTF8.self)
            .replacing("\"$files\"", with: names).replacing("$made", with: Fingerprint.text(of: Array(names.utf8)))
        return AssetFile(name: "sw.js", bytes: Array(text.utf8))
    }

    private static func rawFiles() -> [(name: String, bytes: [UInt8])] {
        (0..<konak_asset_count).map { index in
            let first = unsafe konak_asset_at(index)
            let bytes = unsafe [UInt8](UnsafeBufferPointer(start: first.pointee.bytes, count: first.pointee.count))
            return unsafe (String(cString: first.pointee.name), bytes)
        }
    }
}
