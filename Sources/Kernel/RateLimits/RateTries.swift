/// One pace that a try is held to.
struct RateTry: Sendable {
    let pace: RatePace
    let key: RateKey
    let rule: RateRule
}

/// The few paces that one request is held to at once: under all of them or under none. Without an array, for every
/// request makes one.
struct RateTries: Sendable {
    private var first: RateTry?
    private var second: RateTry?
    private var third: RateTry?
    private(set) var count = 0

    init() {}

    init(_ one: RateTry) { add(one) }

    /// Adds one; a fourth is not counted, and nobody has four.
    mutating func add(_ one: RateTry) {
        switch count {
        case 0: first = one
        case 1: second = one
        case 2: third = one
        default: return
        }
        count += 1
    }

    /// The one at a place; nil past the last.
    subscript(_ index: Int) -> RateTry? {
        switch index {
        case 0: first
        case 1: second
        case 2: third
        default: nil
        }
    }
}

/// What came of tries: the decision, and the pace that made it. Of a refusal that is the first that is used up, of a
/// permission the scarcest.
struct RateOutcome: Sendable, Hashable {
    let pace: RatePace
    let decision: RateDecision
}
