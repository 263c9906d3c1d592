public import Markup

/// A word or two about a thing: its state, its kind.
public struct Tag: Component {
    let text: String
    let meaning: Meaning
    let tone: Tone?
    let isDotted: Bool
    let icon: Icon?

    /// A tag by what it means; a dot makes a state of it.
    public init(_ text: String, _ meaning: Meaning = .plain, isDotted: Bool = false, icon: Icon? = nil) {
        (self.text, self.meaning, self.isDotted, self.icon, tone) = (text, meaning, isDotted, icon, nil)
    }

    /// A tag with a colour that means nothing.
    public init(_ text: String, tone: Tone) {
        (self.text, meaning, isDotted, icon, self.tone) = (text, .plain, false, nil, tone)
    }

    /// The tag.
    public var html: HTML {
        let attributes: Attributes = [
            .classes(
                "tag", meaning.className, isDotted ? "dotted" : nil, tone.map { _ in "tone" }, tone?.className)
        ]
        return "<span\(attributes: attributes)>\(icon?.small)<span>\(text)</span></span>"
    }
}

/// A count beside a name.
public struct Badge: Component {
    let count: Int
    let name: String?

    /// A count; above 99 it is `99+`. The name says what is counted, for those who hear the page.
    public init(_ count: Int, name: String? = nil) { (self.count, self.name) = (count, name) }

    /// The badge; none at zero.
    public var html: HTML {
        guard count > 0 else { return HTML() }
        let words: HTML? = name.map { "<span class=\"sr\"> \($0)</span>" }
        return "<span class=\"badge\">\(count > 99 ? "99+" : String(count))\(words)</span>"
    }
}
