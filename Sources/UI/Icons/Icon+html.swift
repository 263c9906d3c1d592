public import Markup

extension Icon: Component {
    /// The icon beside words; it says nothing by itself.
    public var html: HTML { Self.drawn[self] ?? HTML() }

    /// A small one, for chips and footers.
    public var small: HTML { Self.drawnSmall[self] ?? HTML() }

    /// A large one.
    public var large: HTML { draw("icon l") }

    // Drawn once: a page of a thousand rows shows some thousands of them.
    private static let drawn = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.draw("icon")) })
    private static let drawnSmall = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.draw("icon s")) })

    private func draw(_ classes: StaticString) -> HTML {
        let link = Assets.house.link(.icons).text + "#" + rawValue
        return HTML(
            unsafeRaw: "<svg class=\"\(classes)\" aria-hidden=\"true\"><use href=\"\(link)\"/></svg>")
    }
}
