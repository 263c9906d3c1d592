/// Renders one template once. Every step pays before it is done.
struct Renderer {
    struct Binding {
        let name: String
        let value: Datum
        let index: Int
        let count: Int
    }

    let limits: TemplateLimits
    let values: [String: Datum]
    let parts: [String: Template]
    let formats: TemplateFormats
    let unknown: UnknownNames
    var bindings: [Binding] = []
    private let template: Template
    /// The parts that are being rendered, the innermost last.
    private var openParts: [(name: String, template: Template)] = []
    private var fuel: Int
    private var output: TemplateOutput

    init(
        _ template: Template, _ values: [String: Datum], _ parts: [String: Template], _ formats: TemplateFormats,
        _ unknown: UnknownNames
    ) {
        (self.template, self.values, self.parts) = (template, values, parts)
        (self.formats, self.unknown, limits) = (formats, unknown, template.limits)
        fuel = template.limits.fuel
        output = TemplateOutput(template.form)
    }

    mutating func run() throws(TemplateFault) -> Rendering {
        try render(template.nodes)
        let bytes = output.finish()
        try spend(bytes.count, at: 0)
        guard bytes.count <= limits.output else { throw fault(.output(most: limits.output), at: 0) }
        if template.form == .markup, let name = ForbiddenMarkup.first(in: bytes.span) {
            throw fault(.forbiddenMarkup(name), at: 0)
        }
        return Rendering(bytes: bytes, fuel: limits.fuel - fuel)
    }

    /// Pays; a step that cannot be paid is not done.
    mutating func spend(_ cost: Int, at offset: Int) throws(TemplateFault) {
        guard cost <= fuel else {
            fuel = 0
            throw fault(.fuel(most: limits.fuel), at: offset)
        }
        fuel -= cost
    }

    /// A fault in the part that is being rendered, or in the template.
    func fault(_ kind: TemplateFault.Kind, at offset: Int) -> TemplateFault {
        let (name, template) = openParts.last.map { ($0.name, $0.template) } ?? (nil, template)
        return template.source.fault(kind, at: offset, part: name)
    }
}

extension Renderer {
    private mutating func render(_ nodes: [Node]) throws(TemplateFault) {
        for node in nodes {
            switch node {
            case .text(let text, let offset): try write(text, at: offset)
            case .print(let expression, let offset): try print(expression, at: offset)
            case .branch(let arms, let offset): try branch(arms, at: offset)
            case .loop(let loop): try self.loop(loop)
            case .part(let name, let offset): try part(name, at: offset)
            }
        }
    }

    /// Text of the template.
    private mutating func write(_ text: String, at offset: Int) throws(TemplateFault) {
        try spend(1 + text.utf8.count, at: offset)
        guard output.count + text.utf8.count <= limits.output else {
            throw fault(.output(most: limits.output), at: offset)
        }
        output.write(text)
    }

    private mutating func print(_ expression: Expression, at offset: Int) throws(TemplateFault) {
        try spend(1, at: offset)
        let keepsLines = expression.endsInLines
        let value = try evaluate(expression)
        let reach = output.reach
        let text = formats.text(of: value)
        try spend(text.utf8.count + reach, at: offset)
        guard output.count + text.utf8.count <= limits.output else {
            throw fault(.output(most: limits.output), at: offset)
        }
        let before = output.count
        guard output.print(value, text, keepsLines: keepsLines) else { throw fault(.unsafePlace, at: offset) }
        // Escapes make it longer than the text was.
        try spend(max(output.count - before - text.utf8.count, 0), at: offset)
        guard output.count <= limits.output else { throw fault(.output(most: limits.output), at: offset) }
    }

    private mutating func branch(_ arms: [Arm], at offset: Int) throws(TemplateFault) {
        for arm in arms {
            try spend(1, at: offset)
            guard let condition = arm.condition else { return try render(arm.body) }
            if try evaluate(condition).isTrue { return try render(arm.body) }
        }
    }

    private mutating func loop(_ loop: Loop) throws(TemplateFault) {
        try spend(1, at: loop.offset)
        guard case .list(let list) = try evaluate(loop.list), !list.isEmpty, loop.most != 0 else {
            return try render(loop.otherwise)
        }
        let count = min(list.count, loop.most ?? list.count)
        for index in 0..<count {
            try spend(2, at: loop.offset)
            bindings.append(Binding(name: loop.name, value: list[index], index: index, count: count))
            try render(loop.body)
            bindings.removeLast()
        }
    }

    private mutating func part(_ name: String, at offset: Int) throws(TemplateFault) {
        try spend(8, at: offset)
        guard let part = parts[name], part.form == template.form else {
            throw fault(.unknownPart(name.shortened), at: offset)
        }
        guard !openParts.contains(where: { $0.name == name }) else {
            throw fault(.partInItself(name.shortened), at: offset)
        }
        guard openParts.count < limits.parts else { throw fault(.partsTooDeep(most: limits.parts), at: offset) }
        openParts.append((name, part))
        try render(part.nodes)
        openParts.removeLast()
    }
}

extension Expression {
    var endsInLines: Bool {
        if case .filtered(_, let calls) = self { return calls.last?.filter == .lines }
        return false
    }
}
