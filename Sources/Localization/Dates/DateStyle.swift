/// How much of a date is written.
public enum DateStyle: Sendable, Hashable, CaseIterable {
    /// `05.03.2026`; `3/5/2026`.
    case short
    /// `5 Mar 2026`; `Mar 5, 2026`.
    case medium
    /// `5 Mart 2026`; `March 5, 2026`.
    case long
    /// `5 Mart 2026 Perşembe`; `Thursday, March 5, 2026`.
    case full
    /// `5 Mar`; `Mar 5`.
    case dayAndMonth
    /// `Mart 2026`; `March 2026`.
    case monthAndYear
}

/// How long names of days, months and units are.
public enum NameWidth: Sendable, Hashable, CaseIterable {
    /// `Mar`, `Pzt`, `sa`.
    case short
    /// `Mart`, `Pazartesi`, `saat`.
    case long
}
