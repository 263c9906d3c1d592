/// A piece of a template.
indirect enum Node: Sendable {
    /// Text of the template itself.
    case text(String, offset: Int)
    /// A value that is printed.
    case print(Expression, offset: Int)
    /// The first arm whose condition holds; the last may have none.
    case branch([Arm], offset: Int)
    /// The body for each of a list's values, or what is written for an empty one.
    case loop(Loop)
    /// A part by its name.
    case part(String, offset: Int)
}

struct Arm: Sendable {
    let condition: Expression?
    let body: [Node]
}

struct Loop: Sendable {
    let name: String
    let list: Expression
    let most: Int?
    let body: [Node]
    let otherwise: [Node]
    let offset: Int
}
