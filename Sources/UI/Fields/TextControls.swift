public import Markup

/// One line of text.
public struct TextBox: Control {
    /// What is written in it; the keyboard of a phone follows.
    public enum Kind: String, Sendable {
        case text, email, url, search, number, password
    }

    let value: String
    let kind: Kind
    let hint: String?
    let icon: Icon?
    let unit: String?
    var more = Attributes()

    /// A box with what was typed. `hint` is an example, never the label; `unit` stands at the end.
    public init(
        _ value: String = "", _ kind: Kind = .text, hint: String? = nil, icon: Icon? = nil, unit: String? = nil,
        autocomplete: String? = nil, attributes: Attributes = []
    ) {
        (self.value, self.kind, self.hint, self.icon, self.unit) = (value, kind, hint, icon, unit)
        more = attributes
        if let autocomplete { more.append(.text("autocomplete", autocomplete)) }
    }

    /// The box.
    public func html(in place: FieldPlace) -> HTML {
        var attributes = place.attributes
        attributes.append(.text("type", kind == .number ? "text" : kind.rawValue))
        attributes.append(.text("inputmode", "decimal"), if: kind == .number)
        attributes.append(.text("value", value))
        if let hint { attributes.append(.text("placeholder", hint)) }
        attributes.append(contentsOf: more)
        guard icon != nil || unit != nil || kind == .password else {
            return "<input class=\"input\"\(attributes: attributes)>"
        }
        attributes.append(.text("class", "num"), if: kind == .number)
        let unit: HTML? = unit.map { "<span class=\"affix\">\($0)</span>" }
        let frame: HTML = "<div class=\"input frame\">\(icon)<input\(attributes: attributes)>\(unit)</div>"
        return kind == .password ? "<k-secret>\(frame)</k-secret>" : frame
    }
}

/// Several lines of text; the box grows with them.
public struct TextArea: Control {
    let value: String
    let hint: String?

    /// A box with what was typed.
    public init(_ value: String = "", hint: String? = nil) { (self.value, self.hint) = (value, hint) }

    /// The box.
    public func html(in place: FieldPlace) -> HTML {
        var attributes = place.attributes
        if let hint { attributes.append(.text("placeholder", hint)) }
        return "<textarea class=\"input\" rows=\"3\"\(attributes: attributes)>\n\(value)</textarea>"
    }
}

/// One of some choices.
public struct Choice: Sendable {
    /// What is sent.
    public let value: String
    /// What is read.
    public let text: String
    /// More about it.
    public let note: String?

    /// A choice.
    public init(_ value: String, _ text: String, note: String? = nil) {
        (self.value, self.text, self.note) = (value, text, note)
    }

    func option(isSelected: Bool) -> HTML {
        var attributes: Attributes = [.text("value", value)]
        attributes.append(.flag("selected"), if: isSelected)
        if let note { attributes.append(.data("note", note)) }
        return "<option\(attributes: attributes)>\(text)</option>"
    }
}

/// A short list to choose one of.
public struct Select: Control {
    let choices: [Choice]
    let value: String?
    let isDisabled: Bool

    /// A list; without a value nothing is chosen yet.
    public init(_ choices: [Choice], value: String? = nil, isDisabled: Bool = false) {
        (self.choices, self.value, self.isDisabled) = (choices, value, isDisabled)
    }

    /// The list.
    public func html(in place: FieldPlace) -> HTML {
        var attributes = place.attributes
        attributes.append(.flag("disabled"), if: isDisabled)
        let blank: HTML? = value == nil ? "<option value=\"\">\(place.language(.choose))</option>" : nil
        let options = choices.map { $0.option(isSelected: $0.value == value) }
        return "<select class=\"input\"\(attributes: attributes)>\(blank)\(options)</select>"
    }
}

/// A long list to search and choose one or several of.
public struct Pick: Control {
    let choices: [Choice]
    let values: Set<String>
    let allowsSeveral: Bool
    let hint: String?

    /// A list with what was chosen.
    public init(_ choices: [Choice], values: Set<String> = [], allowsSeveral: Bool = true, hint: String? = nil) {
        (self.choices, self.values, self.allowsSeveral, self.hint) = (choices, values, allowsSeveral, hint)
    }

    /// The list, which the element turns into a box with search.
    public func html(in place: FieldPlace) -> HTML {
        var attributes = place.attributes
        attributes.append(.flag("multiple"), if: allowsSeveral)
        var element: Attributes = [.data("label", place.label)]
        if let hint { element.append(.data("hint", hint)) }
        let blank: HTML? = allowsSeveral ? nil : "<option value=\"\"></option>"
        let options = choices.map { $0.option(isSelected: values.contains($0.value)) }
        return """
            <k-pick\(attributes: element)><select class="input"\(attributes: attributes)>\(blank)\(options)</select></k-pick>
            """
    }
}
