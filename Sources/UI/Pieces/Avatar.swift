public import Markup

/// A person's picture, or the first letters of the name.
public struct Avatar: Component {
    /// How large it is.
    public enum Size: String, Sendable {
        case small = ""
        case medium = "l"
        case large = "xl"
    }

    let name: String
    let picture: SafeURL?
    let size: Size
    let isSquare: Bool
    let isNamed: Bool

    /// A person, or a company when it is square. Beside the written name it need not say it again.
    public init(
        _ name: String, picture: SafeURL? = nil, size: Size = .small, isSquare: Bool = false, isNamed: Bool = true
    ) {
        (self.name, self.picture, self.size, self.isSquare, self.isNamed) = (name, picture, size, isSquare, isNamed)
    }

    /// The picture.
    public var html: HTML {
        var attributes: Attributes = [
            .classes(
                "avatar", size == .small ? nil : size.rawValue, isSquare ? "square" : nil, Tone(of: name).className)
        ]
        if isNamed {
            attributes.append(.text("role", "img"))
            attributes.append(.aria("label", name))
            attributes.append(.data("tip", name))
        } else {
            attributes.append(.aria("hidden", true))
        }
        if let picture { return "<span\(attributes: attributes)><img src=\"\(picture)\" alt=\"\"></span>" }
        return "<span\(attributes: attributes)>\(Initials.of(name))</span>"
    }
}

/// The first letters of a name.
enum Initials {
    /// Of the first and the last word; a Turkish i stays dotted.
    static func of(_ name: String) -> String {
        let words = name.split(separator: " ").filter { $0.first?.isLetter == true || $0.first?.isNumber == true }
        let letters = [words.first?.first, words.count > 1 ? words.last?.first : nil].compactMap(\.self)
        return letters.map { $0 == "i" ? "İ" : $0.uppercased() }.joined()
    }
}

/// Some people, one over the other.
public struct AvatarStack: Component {
    let names: [String]
    let shown: Int
    let title: String

    /// People; those beyond `shown` are counted.
    public init(_ names: [String], shown: Int = 3, title: String) {
        (self.names, self.shown, self.title) = (names, max(shown, 1), title)
    }

    /// The stack.
    public var html: HTML {
        let rest = names.count - shown
        let more: HTML? =
            rest > 0
            ? "<span class=\"avatar tone-grey\" aria-hidden=\"true\">+\(rest)</span>" : nil
        let label = title + ": " + names.joined(separator: ", ")
        return """
            <span class="avatars" role="img" aria-label="\(label)" data-tip="\(label)">\
            \(names.prefix(shown).map { Avatar($0, isNamed: false) })\(more)</span>
            """
    }
}

/// A person with name and a line below it.
public struct Person: Component {
    let name: String
    let note: String?
    let picture: SafeURL?

    /// A person.
    public init(_ name: String, note: String? = nil, picture: SafeURL? = nil) {
        (self.name, self.note, self.picture) = (name, note, picture)
    }

    /// The person.
    public var html: HTML {
        let note: HTML? = note.map { "<small>\($0)</small>" }
        return """
            <div class="person">\(Avatar(name, picture: picture, size: .medium, isNamed: false))<div><span>\(name)</span>\(note)</div></div>
            """
    }
}
