/// Light, dark, or as the device.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    case light, dark, system
}

/// How close together things stand.
public enum Density: String, Sendable, Hashable, CaseIterable {
    case comfortable, compact
}

/// What a person prefers to see. The page sets it at once and keeps it in cookies (`face-theme`, `face-density`,
/// `face-side`), so that the next page comes that way.
public struct Preferences: Sendable, Hashable {
    /// The theme.
    public var theme = Theme.system
    /// The density.
    public var density = Density.comfortable
    /// Whether the navigation shows icons only.
    public var isSideNarrow = false

    /// The defaults.
    public init() {}

    /// All given.
    public init(theme: Theme, density: Density = .comfortable, isSideNarrow: Bool = false) {
        (self.theme, self.density, self.isSideNarrow) = (theme, density, isSideNarrow)
    }

    /// What the cookies of a request say; `cookie` gives the value of one by its name.
    public init(cookie: (String) -> String?) {
        theme = cookie("face-theme").flatMap(Theme.init(rawValue:)) ?? .system
        density = cookie("face-density").flatMap(Density.init(rawValue:)) ?? .comfortable
        isSideNarrow = cookie("face-side") == "narrow"
    }
}
