/// A block whose end has not been read.
struct OpenBlock {
    enum Kind {
        case root
        case branch
        case loop
    }

    let kind: Kind
    /// Where it began.
    let offset: Int
    /// What stands in it since its last tag.
    var nodes: [Node] = []
    /// Arms that are whole.
    var arms: [Arm] = []
    /// The condition of the arm that is open; nil in the last one.
    var condition: Expression?
    /// What the loop says; nil where its tag was faulty.
    var loop: (name: String, list: Expression, most: Int?)?
    /// The loop's body, once its `else` has begun.
    var body: [Node]?
    var isInElse = false

    init(_ kind: Kind, at offset: Int) { (self.kind, self.offset) = (kind, offset) }

    var endWord: String { kind == .branch ? "endif" : "endfor" }

    /// Ends the arm that is open.
    mutating func closeArm() {
        arms.append(Arm(condition: condition, body: nodes))
        (nodes, condition) = ([], nil)
    }
}
