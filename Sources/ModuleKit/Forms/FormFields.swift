public import Core
public import Markup
public import UI

/// The fields of a form, each as its kind asks: with what was typed, and with what is wrong below it.
public struct FormFields: Component {
    let fields: [InputField]
    let draft: FormDraft
    let language: Language
    private var controls: [String: any Control] = [:]
    private var choices: [String: [Choice]] = [:]
    private var zone: String

    /// These fields, as the draft has them, in the reader's language.
    public init(_ fields: [InputField], _ draft: FormDraft, in language: Language? = nil) {
        (self.fields, self.draft, self.language) = (fields, draft, language ?? draft.language)
        zone = draft.zone
    }

    /// The same with another control for a field.
    public func control(_ name: String, _ control: any Control) -> FormFields { with { $0.controls[name] = control } }

    /// The same with these to choose from in a field: records by their ids, words by their titles.
    public func choices(_ name: String, _ choices: [Choice]) -> FormFields { with { $0.choices[name] = choices } }

    /// The same with moments shown at the time of this zone and not the reader's.
    public func zone(_ name: String) -> FormFields { with { $0.zone = name } }

    /// Some of the fields, for forms in parts.
    public func only(_ names: String...) -> FormFields { picking { names.contains($0.name) } }

    /// All but some.
    public func without(_ names: String...) -> FormFields { picking { !names.contains($0.name) } }

    private func picking(_ isWanted: (InputField) -> Bool) -> FormFields {
        var picked = FormFields(fields.filter(isWanted), draft, in: language)
        (picked.controls, picked.choices, picked.zone) = (controls, choices, zone)
        return picked
    }

    private func with(_ change: (inout FormFields) -> Void) -> FormFields {
        var changed = self
        change(&changed)
        return changed
    }

    /// All of them, one below the other.
    public var html: HTML { HTML(joining: fields.map(html)) }

    /// What the reader's role hides is not there; what it does not change is shown and not sent.
    private func html(_ field: InputField) -> HTML {
        switch draft.sight.rule(of: field.name) {
        case .hidden: HTML()
        case .readOnly: "<fieldset disabled>\(whole(field))</fieldset>"
        case nil: whole(field)
        }
    }

    private func whole(_ field: InputField) -> HTML {
        if field.kind == .flag, controls[field.name] == nil { return box(field) }
        return Field(
            field.title.text(in: language), name: field.name, control(field), help: field.help?.text(in: language),
            error: draft.fault(field.name), isRequired: field.isRequired, in: language
        ).html
    }

    /// A box stands beside its words, not below them.
    private func box(_ field: InputField) -> HTML {
        let id = ElementID("f-" + field.name)
        let fault = draft.fault(field.name)
        var attributes: Attributes = [.text("id", id.text)]
        attributes.append(.aria("invalid", true), if: fault != nil)
        attributes.append(.aria("describedby", id.part("error").text), if: fault != nil)
        let check = Check(
            field.title.text(in: language), name: field.name, isOn: draft.flag(field.name),
            help: field.help?.text(in: language), attributes: attributes)
        let error: HTML? = fault.map {
            "<p class=\"error\" id=\"\(id.part("error").text)\">\(Icon.circleAlert)<span>\($0)</span></p>"
        }
        return "<div class=\"field\">\(check)\(error)</div>"
    }

    private func control(_ field: InputField) -> any Control {
        if let control = controls[field.name] { return control }
        let value = draft.text(field.name) ?? ""
        switch field.kind {
        case .text(let most): return text(value, most, field)
        case .secret: return secret(field)
        case .email: return TextBox(value, .email, autocomplete: field.autocomplete)
        case .phone: return PhoneBox(value, countries: DialCountries.common(language))
        case .number: return TextBox(value, .number, autocomplete: field.autocomplete ?? "off")
        case .money: return MoneyBox(money(field))
        // A flag comes here with a control of its own only.
        case .flag, .choice, .id: return one(field)
        case .day: return DateBox(value)
        case .moment: return DateBox(value, isTimed: true, zone: zone)
        case .several: return some(field)
        }
    }

    private func text(_ value: String, _ most: Int, _ field: InputField) -> any Control {
        let shape = field.shape ?? (most > 255 ? .lines : .line)
        return shape == .lines ? TextArea(value) : TextBox(value, autocomplete: field.autocomplete)
    }

    /// Never with what was typed.
    private func secret(_ field: InputField) -> any Control {
        let hint = field.autocomplete ?? "current-password"
        guard hint == "one-time-code" else { return TextBox("", .password, autocomplete: hint) }
        return TextBox("", autocomplete: hint, attributes: [.text("inputmode", "numeric")])
    }

    /// As it was typed, or what is stored as it would be typed.
    private func money(_ field: InputField) -> String {
        let stored = draft.text(field.name).flatMap { Int($0) }
        let written = stored.map { MoneyText.text($0, point: language == .tr ? "," : ".") }
        return draft.text(field.name + "-text") ?? written ?? draft.text(field.name) ?? ""
    }

    private func one(_ field: InputField) -> any Control {
        let all = listed(field)
        let value = draft.text(field.name)
        if all.isEmpty { return TextBox(value ?? "") }
        return all.count > 12
            ? Pick(all, values: Set([value].compactMap(\.self)), allowsSeveral: false)
            : Select(all, value: all.contains { $0.value == value } ? value : nil)
    }

    private func some(_ field: InputField) -> any Control {
        let (all, values) = (listed(field), Set(draft.texts(field.name)))
        return all.count > 8 ? Pick(all, values: values) : Checks(all, values: values)
    }

    private func listed(_ field: InputField) -> [Choice] {
        if let given = choices[field.name] { return given }
        switch field.kind {
        case .choice(let words), .several(let words):
            return words.map { Choice($0, field.titles[$0]?.text(in: language) ?? $0) }
        default: return []
        }
    }
}
