public import Core
public import Markup
public import UI

extension FormDraft {
    /// The form itself: these fields, what it carries besides, what is wrong, and its buttons. `cancel` is where the way
    /// back leads.
    public func form(
        _ fields: FormFields, save: Words = Words(tr: "Kaydet", en: "Save"), cancel: String? = nil,
        traits: Form.Traits = []
    ) -> Form {
        form(of: fields.fields, fields.html, save: save, cancel: cancel, traits: traits)
    }

    /// The same around a layout of one's own; `fields` give their titles to what is wrong.
    public func form(
        of fields: [InputField], _ content: HTML, save: Words = Words(tr: "Kaydet", en: "Save"),
        cancel: String? = nil, traits: Form.Traits = []
    ) -> Form {
        var buttons: [Button] = []
        if let back = cancel.flatMap({ SafeURL(within: $0) }) {
            buttons.append(Button(Words(tr: "Vazgeç", en: "Cancel").text(in: language), .link(back)))
        }
        buttons.append(Button(save.text(in: language), .submit, .primary))
        return Form(
            to: target, token: token, key: key, notice: notice, isNoticeBad: isNoticeBad, faults: summary(fields),
            traits: traits,
            fields: content, actions: buttons, in: language)
    }

    /// What is wrong, each with the name of its field, since they stand far from them.
    private func summary(_ fields: [InputField]) -> [UI.FieldFault] {
        faults.map { fault in
            guard let field = fields.first(where: { $0.name == fault.name }) else { return fault }
            return UI.FieldFault(name: fault.name, text: "\(field.title.text(in: language)): \(fault.text)")
        }
    }
}
