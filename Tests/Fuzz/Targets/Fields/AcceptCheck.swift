import HTTP

/// Whatever a reader asks for, it is given one of our offers, the most welcome one.
enum AcceptCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        try checkTypes(input)
        try checkCodings(input)
        if let language = AcceptLanguage.best(of: ["tr", "en-GB"], for: input.span) {
            try hold(["tr", "en-GB"].contains(language), "a language is one of ours")
            try hold(AcceptLanguage.best(of: [language], for: input.span) == language, "and is welcome alone too")
        }
        guard let type = MediaType(parsing: input.span) else { return }
        try hold(type.parameters.count <= MediaType.maximumParameters, "no more parameters than the limit")
        try hold(MediaType(parsing: type.description) == type, "a type is read again as itself")
        try hold(MediaType(type.essence)?.isSameKind(as: type) == true, "a type is of its own kind")
    }

    private static func checkTypes(_ input: [UInt8]) throws(BrokenPromise) {
        let offers: [MediaType] = [.html, .json, .problemJSON, .png]
        let qualities = offers.map { Accept.quality(of: $0, in: input.span) }
        try hold(qualities.allSatisfy { (0...1_000).contains($0) }, "a weight lies between 0 and 1")
        let most = qualities.max() ?? 0
        let best = most == 0 ? nil : qualities.firstIndex(of: most).map { offers[$0] }
        try hold(Accept.best(of: offers, for: input.span) == best, "the best offer is the most welcome")
    }

    private static func checkCodings(_ input: [UInt8]) throws(BrokenPromise) {
        for coding in ContentCoding.allCases {
            guard let chosen = ContentCoding.negotiate(input.span, preferring: [coding]) else { continue }
            try hold(chosen == coding || chosen == .identity, "a coding is one of ours")
        }
        if input.isEmpty {
            try hold(ContentCoding.negotiate(input.span) == .identity, "without a wish nothing is packed")
        }
    }
}

extension MediaType {
    fileprivate init?(_ essence: String) { self.init(parsing: essence) }
}
