public import Core
public import Markup

/// What a control learns from the field it stands in.
public struct FieldPlace: Sendable {
    /// The control's id.
    public let id: ElementID
    /// The name it is sent under.
    public let name: String
    /// The field's words, for controls of several parts.
    public let label: String
    /// The language of the page.
    public let language: Language
    let describedBy: String?
    let isInvalid: Bool
    let isRequired: Bool

    /// The attributes that tie the control to its label, its help and its error.
    public var attributes: Attributes {
        var all: Attributes = [.text("id", id.text), .text("name", name)]
        all.append(contentsOf: ties)
        return all
    }

    /// The same without id and name.
    var ties: Attributes { description.adding(.flag("required"), if: isRequired) }

    /// Only what is said about it.
    var description: Attributes {
        var all = Attributes()
        if let describedBy { all.append(.aria("describedby", describedBy)) }
        all.append(.aria("invalid", true), if: isInvalid)
        return all
    }
}

/// Something that takes a value: a text box, a list, a calendar.
public protocol Control: Sendable {
    /// Several parts with a name in common need a `<fieldset>` around them.
    var isGroup: Bool { get }
    /// The control in its place.
    func html(in place: FieldPlace) -> HTML
}

extension Control {
    /// Most are one part.
    public var isGroup: Bool { false }
}

/// A control with its label, its help and what is wrong with it.
public struct Field: Component {
    let label: String
    let name: String
    let control: any Control
    let help: String?
    let error: String?
    let isRequired: Bool
    let language: Language

    /// A field. What is not required says so; `error` stands below it until it is mended.
    public init(
        _ label: String, name: String, _ control: any Control, help: String? = nil, error: String? = nil,
        isRequired: Bool = true, in language: Language
    ) {
        (self.label, self.name, self.control, self.help, self.error) = (label, name, control, help, error)
        (self.isRequired, self.language) = (isRequired, language)
    }

    /// The id of its control, for summaries of errors.
    public var id: ElementID { ElementID("f-" + name) }

    /// The field.
    public var html: HTML {
        let words: HTML =
            "\(label)\(isRequired ? HTML() : "<span class=\"optional\">\(language(.optional))</span>")"
        if control.isGroup {
            return """
                <fieldset class="field" id="\(id.text)">
                <legend>\(words)</legend>\(control.html(in: place))\(below)
                </fieldset>
                """
        }
        return """
            <div class="field">
            <label for="\(id.text)">\(words)</label>\(control.html(in: place))\(below)
            </div>
            """
    }

    private var place: FieldPlace {
        let parts = [help.map { _ in id.part("help").text }, error.map { _ in id.part("error").text }].compactMap(
            \.self)
        return FieldPlace(
            id: id, name: name, label: label, language: language,
            describedBy: parts.isEmpty ? nil : parts.joined(separator: " "), isInvalid: error != nil,
            isRequired: isRequired)
    }

    private var below: HTML {
        let help: HTML? = help.map { "<p class=\"help\" id=\"\(id.part("help").text)\">\($0)</p>" }
        let error: HTML? = error.map {
            "<p class=\"error\" id=\"\(id.part("error").text)\">\(Icon.circleAlert)<span>\($0)</span></p>"
        }
        return "\(help)\(error)"
    }
}
