/// What a browser, or htmx, makes of an attribute's value.
enum AttributeKind: Sendable {
    /// Text, and nothing else.
    case plain
    /// An address that is gone to when someone asks.
    case link
    /// An address that is fetched at once.
    case embedded
    /// Several such addresses, parted by white space or commas.
    case addresses
    /// Runs, or becomes markup.
    case code
    /// CSS.
    case style
    /// JSON, where htmx would run what begins with `js:`.
    case json
}

extension AttributeKind {
    /// The kind of an attribute by its name.
    init(name: Range<Int>, in bytes: Span<UInt8>) {
        self = .plain
        var name = name
        if bytes.begins(with: "data-", at: name.lowerBound) {
            // htmx reads its attributes with this prefix too; for everyone else the rest of the name is their own.
            name = min(name.lowerBound + 5, name.upperBound)..<name.upperBound
            guard
                bytes.begins(with: "hx-", at: name.lowerBound) || bytes.begins(with: "sse-", at: name.lowerBound)
                    || bytes.begins(with: "ws-", at: name.lowerBound)
            else { return }
        }
        if bytes.begins(with: "on", at: name.lowerBound) || bytes.begins(with: "hx-on", at: name.lowerBound) {
            self = .code
            return
        }
        for (known, kind) in Self.known where bytes.isName(known, at: name) {
            self = kind
            return
        }
    }

    private static let known: [(StaticString, AttributeKind)] = [
        ("href", .link), ("src", .embedded), ("style", .style), ("action", .link), ("hx-get", .link),
        ("hx-post", .link), ("hx-put", .link), ("hx-patch", .link), ("hx-delete", .link), ("hx-push-url", .link),
        ("hx-replace-url", .link), ("formaction", .link), ("xlink:href", .link), ("cite", .link), ("longdesc", .link),
        ("srcset", .addresses), ("imagesrcset", .addresses), ("ping", .addresses), ("poster", .embedded),
        ("data", .embedded), ("background", .embedded), ("manifest", .embedded), ("codebase", .embedded),
        ("classid", .embedded), ("icon", .embedded), ("profile", .embedded), ("lowsrc", .embedded),
        ("dynsrc", .embedded), ("sse-connect", .embedded), ("ws-connect", .embedded), ("srcdoc", .code),
        ("attributename", .code), ("hx-trigger", .code), ("hx-vars", .code), ("hx-sse", .code), ("hx-ws", .code),
        ("hx-vals", .json), ("hx-headers", .json), ("hx-request", .json),
    ]
}
