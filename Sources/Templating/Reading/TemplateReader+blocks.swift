extension TemplateReader {
    mutating func readBlock(at start: Int) throws(ReadingFault) {
        var reader = ExpressionReader(try TagReader(bytes, from: start + 2, isBlock: true), limits)
        let offset = reader.tag.offset
        let word = try reader.name()
        switch word {
        case "if": try beginBranch(&reader, at: start)
        case "elsif": try nextArm(&reader, at: start)
        case "else": try elseArm(&reader, at: start)
        case "for": try beginLoop(&reader, at: start)
        case "endif": try close(.branch, word, &reader, at: start)
        case "endfor": try close(.loop, word, &reader, at: start)
        case "include": try include(&reader, at: start)
        default: throw ReadingFault(.unknownTag(word.shortened), offset)
        }
    }

    /// A block is opened before its condition is read: a faulty one must not make its end a fault as well.
    private mutating func begin(_ kind: OpenBlock.Kind, at start: Int) throws(ReadingFault) {
        guard open.count <= limits.depth else { throw ReadingFault(.tooDeep(most: limits.depth), start) }
        open.append(OpenBlock(kind, at: start))
    }

    private mutating func beginBranch(_ reader: inout ExpressionReader, at start: Int) throws(ReadingFault) {
        try begin(.branch, at: start)
        let condition = try reader.condition()
        try finish(&reader)
        open[open.count - 1].condition = condition
    }

    private mutating func nextArm(_ reader: inout ExpressionReader, at start: Int) throws(ReadingFault) {
        guard open[open.count - 1].kind == .branch, !open[open.count - 1].isInElse else {
            throw ReadingFault(.strayTag("elsif"), start)
        }
        open[open.count - 1].closeArm()
        let condition = try reader.condition()
        try finish(&reader)
        open[open.count - 1].condition = condition
    }

    private mutating func elseArm(_ reader: inout ExpressionReader, at start: Int) throws(ReadingFault) {
        let last = open.count - 1
        guard open[last].kind != .root, !open[last].isInElse else { throw ReadingFault(.strayTag("else"), start) }
        try finish(&reader)
        if open[last].kind == .branch {
            open[last].closeArm()
        } else {
            open[last].body = open[last].nodes
            open[last].nodes = []
        }
        open[last].isInElse = true
    }

    private mutating func beginLoop(_ reader: inout ExpressionReader, at start: Int) throws(ReadingFault) {
        try begin(.loop, at: start)
        let offset = reader.tag.offset
        let name = try reader.name()
        guard !Keywords.reserved.contains(name) else { throw ReadingFault(.takenName(name), offset) }
        guard try reader.tag.take(word: "in") else { throw reader.tag.unexpected() }
        let list = try reader.value()
        var most: Int?
        if try reader.tag.take(word: "limit") { most = try limit(&reader) }
        try finish(&reader)
        open[open.count - 1].loop = (name, list, most)
    }

    private func limit(_ reader: inout ExpressionReader) throws(ReadingFault) -> Int {
        guard try reader.tag.take(symbol: ":") else { throw reader.tag.unexpected() }
        let offset = reader.tag.offset
        guard case .number(let number) = try reader.tag.take(), let whole = number.whole,
            (0...1_000_000).contains(whole)
        else { throw ReadingFault(.badNumber, offset) }
        return Int(whole)
    }

    private mutating func close(
        _ kind: OpenBlock.Kind, _ word: String, _ reader: inout ExpressionReader, at start: Int
    ) throws(ReadingFault) {
        guard open[open.count - 1].kind == kind else { throw ReadingFault(.strayTag(word), start) }
        try finish(&reader)
        var block = open.removeLast()
        if kind == .branch {
            block.closeArm()
            add(.branch(block.arms, offset: block.offset))
        } else if let loop = block.loop {
            add(
                .loop(
                    Loop(
                        name: loop.name, list: loop.list, most: loop.most, body: block.body ?? block.nodes,
                        otherwise: block.body == nil ? [] : block.nodes, offset: block.offset)))
        }
    }

    private mutating func include(_ reader: inout ExpressionReader, at start: Int) throws(ReadingFault) {
        guard case .text(let name) = reader.tag.next else { throw reader.tag.unexpected() }
        _ = try reader.tag.take()
        try finish(&reader)
        add(.part(name, offset: start))
    }
}
