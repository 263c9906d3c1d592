public import Markup

/// A yes or no: a checkbox, or a switch for what acts at once.
public struct Check: Component {
    let text: String
    let name: String
    let value: String
    let isOn: Bool
    let isSwitch: Bool
    let isDisabled: Bool
    let help: String?
    let more: Attributes

    /// A box with its words.
    public init(
        _ text: String, name: String, value: String = "on", isOn: Bool = false, isSwitch: Bool = false,
        isDisabled: Bool = false, help: String? = nil, attributes: Attributes = []
    ) {
        (self.text, self.name, self.value, self.isOn, self.isSwitch) = (text, name, value, isOn, isSwitch)
        (self.isDisabled, self.help, more) = (isDisabled, help, attributes)
    }

    /// The box.
    public var html: HTML {
        var attributes: Attributes = [.text("type", "checkbox"), .text("name", name), .text("value", value)]
        attributes.append(.text("role", "switch"), if: isSwitch)
        attributes.append(.flag("checked"), if: isOn)
        attributes.append(.flag("disabled"), if: isDisabled)
        attributes.append(contentsOf: more)
        let help: HTML? = help.map { "<span class=\"help\">\($0)</span>" }
        return "<label class=\"choice\"><input\(attributes: attributes)><span>\(text)</span>\(help)</label>"
    }
}

/// One of few choices, all seen at once: radio buttons, or segments in one line.
public struct Radios: Control {
    /// How they stand.
    public enum Layout: Sendable { case list, line, segments }

    let choices: [Choice]
    let value: String?
    let layout: Layout

    /// Choices with the one that is taken.
    public init(_ choices: [Choice], value: String? = nil, layout: Layout = .list) {
        (self.choices, self.value, self.layout) = (choices, value, layout)
    }

    /// Several parts.
    public var isGroup: Bool { true }

    /// The choices.
    public func html(in place: FieldPlace) -> HTML {
        let items = choices.map { item($0, place) }
        return switch layout {
        case .list: "<div class=\"choices\">\(items)</div>"
        case .line: "<div class=\"choices inline\">\(items)</div>"
        case .segments: "<div class=\"seg\">\(items)</div>"
        }
    }

    private func item(_ choice: Choice, _ place: FieldPlace) -> HTML {
        var attributes: Attributes = [
            .text("type", "radio"), .text("name", place.name), .text("value", choice.value),
        ]
        attributes.append(.flag("checked"), if: choice.value == value)
        attributes.append(.flag("required"), if: place.isRequired)
        if let describedBy = place.describedBy { attributes.append(.aria("describedby", describedBy)) }
        if layout == .segments { return "<label><input\(attributes: attributes)>\(choice.text)</label>" }
        let note: HTML? = choice.note.map { "<span class=\"help\">\($0)</span>" }
        return "<label class=\"choice\"><input\(attributes: attributes)><span>\(choice.text)</span>\(note)</label>"
    }
}

/// Several of few choices, all seen at once.
public struct Checks: Control {
    let choices: [Choice]
    let values: Set<String>

    /// Choices with those that are taken.
    public init(_ choices: [Choice], values: Set<String> = []) { (self.choices, self.values) = (choices, values) }

    /// Several parts.
    public var isGroup: Bool { true }

    /// The choices.
    public func html(in place: FieldPlace) -> HTML {
        let items = choices.map { choice in
            Check(
                choice.text, name: place.name, value: choice.value, isOn: values.contains(choice.value),
                help: choice.note)
        }
        return "<div class=\"choices\">\(items)</div>"
    }
}
