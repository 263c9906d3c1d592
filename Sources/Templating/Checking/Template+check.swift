extension Template {
    /// All that is wrong with a text as a template for these names and parts, in the order of the text: for an editor.
    public static func faults(
        in text: String, form: TemplateForm, limits: TemplateLimits = .standard, names: [String: TemplateShape],
        parts: [String: Template] = [:]
    ) -> [TemplateFault] {
        do throws(TemplateFaults) {
            return try Template(text, form: form, limits: limits).faults(names: names, parts: parts)
        } catch {
            return error.all
        }
    }

    /// All that is wrong with the template's names, parts and places, in the order of the text.
    public func faults(names: [String: TemplateShape], parts: [String: Template] = [:]) -> [TemplateFault] {
        var check = TemplateCheck(self, names, parts)
        return check.run()
    }
}
