import Markup
import UI

/// The line below a door's heading.
struct DoorLead: Component {
    let text: String

    init(_ text: String) { self.text = text }

    var html: HTML { "<p class=\"lead\">\(text)</p>" }
}

/// A button that asks the browser for a passkey. It shows itself only where the browser knows passkeys.
struct PasskeyButton: Component {
    /// What the browser is asked for.
    enum Act: String {
        /// A passkey that is there.
        case get
        /// A new one.
        case create
    }

    let text: String
    let act: Act
    let options: String
    let answer: String
    let isOffered: Bool
    let kind: Button.Kind
    let form: String?

    /// A button. An offered one is found by the browser among what it fills in. `form` is the id of the fields whose
    /// values are sent along.
    init(
        _ text: String, _ act: Act, options: String, answer: String, isOffered: Bool = false,
        _ kind: Button.Kind = .plain, with form: String? = nil
    ) {
        (self.text, self.act, self.options, self.answer) = (text, act, options, answer)
        (self.isOffered, self.kind, self.form) = (isOffered, kind, form)
    }

    var html: HTML {
        var attributes: Attributes = [
            .data("act", act.rawValue), .data("options", options), .data("answer", answer), .flag("hidden"),
        ]
        attributes.append(.data("offer", ""), if: isOffered)
        if let form { attributes.append(.data("form", form)) }
        return """
            <k-passkey\(attributes: attributes)>\(Button(text, .none, kind, icon: .key, size: .large).wide())\
            <p class="error" role="alert" hidden></p></k-passkey>
            """
    }
}
