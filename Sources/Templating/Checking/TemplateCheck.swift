/// Walks a template once, every branch of it, and holds its names against those that there are.
struct TemplateCheck {
    private let template: Template
    private let names: [String: TemplateShape]
    private let parts: [String: Template]
    private var bindings: [(name: String, shape: TemplateShape)] = []
    private var openParts: [(name: String, template: Template)] = []
    /// Parts that were walked: each is judged once, or parts of parts would be walked for ever so long.
    private var seenParts: Set<String> = []
    private var output: TemplateOutput
    private var faults: [TemplateFault] = []

    init(_ template: Template, _ names: [String: TemplateShape], _ parts: [String: Template]) {
        (self.template, self.names, self.parts) = (template, names, parts)
        output = TemplateOutput(template.form)
    }

    mutating func run() -> [TemplateFault] {
        walk(template.nodes)
        if template.form == .markup {
            if output.isOpen { note(.openMarkup, at: template.source.bytes.count) }
            if let name = ForbiddenMarkup.first(in: output.finish().span) { note(.forbiddenMarkup(name), at: 0) }
        }
        return faults
    }

    private mutating func note(_ kind: TemplateFault.Kind, at offset: Int) {
        guard faults.count < TemplateFaults.most else { return }
        let (name, template) = openParts.last.map { ($0.name, $0.template) } ?? (nil, template)
        faults.append(template.source.fault(kind, at: offset, part: name))
    }

    /// All branches stand side by side: in markup that means something, each leaves the place as it found it.
    private mutating func walk(_ nodes: [Node]) {
        for node in nodes where faults.count < TemplateFaults.most {
            switch node {
            case .text(let text, _): if output.count < template.limits.output { output.write(text) }
            case .print(let expression, let offset): print(expression, at: offset)
            case .branch(let arms, _):
                for arm in arms {
                    if let condition = arm.condition { _ = shape(of: condition) }
                    walk(arm.body)
                }
            case .loop(let loop): walk(loop)
            case .part(let name, let offset): walk(part: name, at: offset)
            }
        }
    }

    private mutating func print(_ expression: Expression, at offset: Int) {
        let shape = shape(of: expression)
        var sample = Datum.nothing
        switch shape {
        case .record, .list: note(.notAValue(expression.name), at: offset)
        case .number, .colour, .anything: sample = .number(DecimalNumber(1))
        case .value: break
        }
        guard output.count < template.limits.output else { return }
        if !output.print(sample, "x", keepsLines: false) { note(.unsafePlace, at: offset) }
    }

    private mutating func walk(_ loop: Loop) {
        let element: TemplateShape
        switch shape(of: loop.list) {
        case .list(let shape): element = shape
        case .anything: element = .anything
        case .value, .number, .colour, .record:
            note(.notAList(loop.list.name), at: loop.offset)
            element = .anything
        }
        if names[loop.name] != nil || bindings.contains(where: { $0.name == loop.name }) {
            note(.takenName(loop.name), at: loop.offset)
        }
        bindings.append((loop.name, element))
        walk(loop.body)
        bindings.removeLast()
        walk(loop.otherwise)
    }

    private mutating func walk(part name: String, at offset: Int) {
        guard let part = parts[name], part.form == template.form else {
            return note(.unknownPart(name.shortened), at: offset)
        }
        guard !openParts.contains(where: { $0.name == name }) else {
            return note(.partInItself(name.shortened), at: offset)
        }
        guard openParts.count < template.limits.parts else {
            return note(.partsTooDeep(most: template.limits.parts), at: offset)
        }
        guard seenParts.insert(name).inserted else { return }
        openParts.append((name, part))
        walk(part.nodes)
        openParts.removeLast()
    }
}

extension TemplateCheck {
    private mutating func shape(of expression: Expression) -> TemplateShape {
        switch expression {
        case .literal: return .value
        case .path(let path): return shape(of: path)
        case .filtered(let inner, let calls):
            var shape = shape(of: inner)
            for call in calls {
                for value in call.values { _ = self.shape(of: value) }
                shape = call.filter.shape(of: shape)
            }
            return shape
        case .compare(_, let left, let right, _):
            _ = (shape(of: left), shape(of: right))
            return .value
        case .all(let inner), .any(let inner):
            for expression in inner { _ = shape(of: expression) }
            return .value
        case .not(let inner):
            _ = shape(of: inner)
            return .value
        }
    }

    private mutating func shape(of path: Path) -> TemplateShape {
        guard let first = path.segments.first else { return .anything }
        if first == "loop" {
            let isKnown =
                path.segments.count == 2 && !bindings.isEmpty && LoopField(rawValue: path.segments[1]) != nil
            if !isKnown { note(.unknownName(path.text.shortened), at: path.offset) }
            return .number
        }
        var shape = bindings.last { $0.name == first }?.shape ?? names[first]
        for segment in path.segments.dropFirst() {
            guard let known = shape else { break }
            switch known {
            case .record(let fields): shape = fields[segment]
            case .anything: return .anything
            case .value, .number, .colour, .list: shape = nil
            }
        }
        guard let shape else {
            note(.unknownName(path.text.shortened), at: path.offset)
            return .anything
        }
        return shape
    }
}

extension Filter {
    fileprivate func shape(of shape: TemplateShape) -> TemplateShape {
        switch (self, shape) {
        case (.first, .list(let element)), (.last, .list(let element)): element
        case (.first, _), (.last, _), (.default, _): shape
        case (.count, .list): .number
        default: .value
        }
    }
}

extension Expression {
    /// What a message may call it.
    fileprivate var name: String {
        switch self {
        case .path(let path): path.text.shortened
        case .filtered(let inner, _): inner.name
        case .literal(let value): value == .nothing ? "nothing" : "…"
        case .compare, .all, .any, .not: "…"
        }
    }
}
