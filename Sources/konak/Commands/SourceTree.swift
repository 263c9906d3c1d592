import Kernel

/// The source tree of the house, as far as a new module changes it.
struct SourceTree {
    private let root: LocalPath

    private static let package = "Package.swift"
    private static let installed = "Sources/konak/InstalledModules.swift"
    private static let marker = "    // `konak module new` adds a line above this one.\n"

    /// The tree at a folder, or the one around the working folder.
    static func find(_ folder: String?) throws -> SourceTree {
        let start = try LocalPath(folder ?? ".").absolute()
        if folder == nil {
            for place in start.andAncestors where isTree(place) { return SourceTree(root: place) }
        } else if isTree(start) {
            return SourceTree(root: start)
        }
        throw ModuleNewFault(
            "there is no source tree of Konak at \(start.text): go into it, or name it with --in")
    }

    private static func isTree(_ place: LocalPath) -> Bool {
        (place / package).exists && (place / installed).exists
    }

    /// Adds a module and answers what was written. Everything that can be refused is refused before the first byte.
    func add(_ name: ModuleName, _ files: [ModuleFile]) throws -> [String] {
        let package = try (root / Self.package).readText()
        let installed = try (root / Self.installed).readText()
        try refuse(name, files, package)
        let listed = try adding("    \"\(name.type)\",\n", to: package, in: Self.package)
        let imported = Self.importing(name.type, in: installed)
        let used = try adding("    \(name.type)Module.self,\n", to: imported, in: Self.installed)
        for file in files { try write(file.text, to: file.path) }
        try write(listed, to: Self.package)
        try write(used, to: Self.installed)
        return files.map(\.path) + [Self.package, Self.installed]
    }

    private func refuse(_ name: ModuleName, _ files: [ModuleFile], _ package: String) throws(ModuleNewFault) {
        let folders = ["Plugins/\(name.type)", "migrations/\(name.id)", "Tests/\(name.type)Tests"]
        for place in folders + files.map(\.path) where (root / place).exists {
            throw ModuleNewFault("\(place) is there already: choose another name, or take it away")
        }
        let quoted = package.lowercased().split(separator: "\"", omittingEmptySubsequences: false)
        let type = name.type.lowercased()
        for word in quoted where word == type || word == type + "tests" || word == type + "module" {
            throw ModuleNewFault("Package.swift has a target “\(word)”: choose another name")
        }
    }

    private func adding(_ line: String, to text: String, in file: String) throws(ModuleNewFault) -> String {
        guard let place = text.firstRange(of: Self.marker) else {
            let line = Self.marker.dropFirst(4).dropLast()
            throw ModuleNewFault("\(file) has lost the line “\(line)”: put it back into its list")
        }
        return text.replacingCharacters(in: place, with: line + Self.marker)
    }

    /// Imports stand in the order of the alphabet.
    private static func importing(_ name: String, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = "import \(name)"
        let end = lines.lastIndex { $0.hasPrefix("import ") }.map { $0 + 1 } ?? 0
        let place = lines[..<end].firstIndex { $0.hasPrefix("import ") && String($0) > line } ?? end
        lines.insert(line[...], at: place)
        return lines.joined(separator: "\n")
    }

    private func write(_ text: String, to path: String) throws {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder = folder / String(part)
            if !folder.exists { try folder.makeFolder(mode: 0o755) }
        }
        try (root / path).write(text, mode: 0o644)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
