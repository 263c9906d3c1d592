public import Core
public import Markup

/// What is wrong with a field.
public struct FieldFault: Sendable {
    /// The field's name.
    public let name: String
    /// What to mend, in the reader's words.
    public let text: String

    /// A fault.
    public init(name: String, text: String) { (self.name, self.text) = (name, text) }
}

/// A form. What was typed is in its fields, so nothing is lost when it comes back with faults.
public struct Form: Component {
    let target: SafeURL
    let token: String?
    let key: String?
    let notice: String?
    let isNoticeBad: Bool
    let faults: [FieldFault]
    let fields: HTML
    let actions: [Button]
    let traits: Traits
    let language: Language

    /// What a form can do besides.
    public struct Traits: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// From its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Sent and answered without leaving the page; the answer takes the form's place.
        public static let inPlace = Traits(rawValue: 1)
        /// Asks before it is left with unsaved words.
        public static let guarded = Traits(rawValue: 2)
        /// May wait for a connection; sent in place, so that nothing typed is lost where there is none.
        public static let waits = Traits(rawValue: 4)
        /// Carries files.
        public static let files = Traits(rawValue: 8)
    }

    /// A form that posts to `target`, with the session's CSRF token. The key keeps one sending from counting twice; the
    /// notice says what is wrong with the whole, or only what to know.
    public init(
        to target: SafeURL, token: String?, key: String? = nil, notice: String? = nil, isNoticeBad: Bool = true,
        faults: [FieldFault] = [], traits: Traits = [], fields: HTML, actions: [Button], in language: Language
    ) {
        (self.target, self.token, self.key, self.notice) = (target, token, key, notice)
        (self.isNoticeBad, self.faults, self.fields) = (isNoticeBad, faults, fields)
        (self.actions, self.traits, self.language) = (actions, traits, language)
    }

    /// The form.
    public var html: HTML {
        let token: HTML? = token.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" }
        let key: HTML? = key.map { "<input type=\"hidden\" name=\"idempotency-key\" value=\"\($0)\">" }
        let notice: HTML? = notice.map { Callout($0, isNoticeBad ? .bad : .accent).html }
        return """
            <k-form id="\(id.text)"><form class="form" method="post" action="\(target)"\(attributes: attributes)>\(token)\(key)\(notice)\(summary)
            \(fields)
            <div class="actions">\(actions)</div>
            </form></k-form>
            """
    }

    /// Where the answer of an `inPlace` form goes: what comes back may be a whole page.
    private var id: ElementID { ElementID("form-" + target.text) }

    private var attributes: Attributes {
        var all: Attributes = []
        if !traits.isDisjoint(with: [.inPlace, .waits]) {
            all.append(.url("hx-post", target))
            all.append(.text("hx-target", "closest k-form"))
            all.append(.text("hx-select", "#" + id.text))
            all.append(.text("hx-swap", "outerHTML"))
        }
        all.append(.data("guard", ""), if: traits.contains(.guarded))
        all.append(.data("waits", ""), if: traits.contains(.waits))
        all.append(.text("enctype", "multipart/form-data"), if: traits.contains(.files))
        all.append(.flag("novalidate"), if: !faults.isEmpty)
        return all
    }

    private var summary: HTML? {
        guard !faults.isEmpty else { return nil }
        let items = faults.map { fault -> HTML in
            if fault.name.isEmpty { return "<li>\(fault.text)</li>" }
            return "<li><a href=\"#\(ElementID("f-" + fault.name).text)\">\(fault.text)</a></li>"
        }
        return """
            <div class="summary" role="alert" tabindex="-1"><h2>\(Icon.circleAlert)\(language(.mend))</h2><ul>\(items)</ul></div>
            """
    }
}
