public import ModuleKit

/// The tables that migrations make, read off their text, for listings that ask no database.
public struct MigratedTables: Sendable {
    private let tables: [String: [String]]

    /// The tables of these files.
    public init(_ files: [MigrationFile]) {
        var tables: [String: [String]] = [:]
        for file in files {
            let words = file.sql.split { $0.isWhitespace || $0 == "(" }
            for (place, word) in words.enumerated() where word.uppercased() == "TABLE" && place > 0 {
                guard words[place - 1].uppercased() == "CREATE", place + 1 < words.count else { continue }
                let name = String(words[place + 1])
                if name.hasPrefix("\(file.folder).") { tables[file.folder, default: []].append(name) }
            }
        }
        self.tables = tables
    }

    /// Those of a module, in the order in which they were made.
    public func of(_ module: ModuleID) -> [String] { tables[module.text] ?? [] }
}
