/// The name of a new module: `site_visits` names its schema, its migrations and its paths, `SiteVisits` its target.
struct ModuleName {
    let id: String
    let type: String

    /// A name, or why it is none.
    init(_ id: String) throws(ModuleNewFault) {
        let isWord =
            (2...16).contains(id.utf8.count) && !id.hasSuffix("_") && !id.contains("__")
            && id.utf8.first.map { (0x61...0x7A).contains($0) } == true
            && id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        guard isWord else {
            throw ModuleNewFault(
                "“\(id)” cannot name a module: use 2 to 16 lower-case letters, digits and single underscores, "
                    + "beginning with a letter, as in site_visits")
        }
        guard !Self.taken.contains(id), !id.hasPrefix("pg_"), !id.hasPrefix("konak") else {
            throw ModuleNewFault(
                "“\(id)” means something to the house, to SQL or to Swift already: choose another name")
        }
        self.id = id
        type = id.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// Schemas of the house, words that SQL does not take as a name without quotes, and modules of the toolchain.
    private static let taken = Set(
        """
        kernel guard lint extension security delivery records console public prepare information_schema all
        analyse analyze and any array as asc asymmetric authorization between binary both case cast check
        collate collation column concurrently constraint create cross current_date current_role current_time
        current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
        full grant group having ilike in initially inner intersect into is isnull join lateral leading left
        like limit localtime natural not notnull null offset on only or order outer overlaps placing primary
        references returning right select session_user similar some symmetric system_user table tablesample
        then to trailing true union unique user using variadic verbose when where window with values row
        foundation testing glibc swift dispatch synchronization observation distributed differentiation cxx
        entry files healthz readyz metrics
        """.split { $0.isWhitespace }.map(String.init))
}

/// Why no module was made.
struct ModuleNewFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
