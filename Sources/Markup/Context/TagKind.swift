/// What a tag adds to the meaning of its attributes.
enum TagKind: Sendable {
    /// Nothing.
    case ordinary
    /// What it fetches acts within the page, so its address must be one of this house.
    case acting
    /// Its values are put into attributes of other elements.
    case animation

    /// The kind of a tag by its name.
    init(name: Range<Int>, in bytes: Span<UInt8>) {
        self = .ordinary
        for (known, kind) in Self.known where bytes.isName(known, at: name) { self = kind }
    }

    private static let known: [(StaticString, TagKind)] = [
        ("script", .acting), ("link", .acting), ("base", .acting), ("iframe", .acting), ("frame", .acting),
        ("object", .acting), ("embed", .acting), ("applet", .acting), ("set", .animation), ("animate", .animation),
        ("animatetransform", .animation), ("animatemotion", .animation),
    ]
}
