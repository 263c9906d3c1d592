/// What a colour is for. Its raw value is the CSS variable's name.
enum ColorRole: String, Sendable, CaseIterable {
    case canvas, surface, raised, sunken, hover
    case line
    case lineStrong = "line-strong"
    case controlLine = "control-line"
    case ink
    case ink2 = "ink-2"
    case ink3 = "ink-3"
    case accent
    case accentHover = "accent-hover"
    case accentDeep = "accent-deep"
    case accentInk = "accent-ink"
    case accentText = "accent-text"
    case accentSoft = "accent-soft"
    case accentSoftInk = "accent-soft-ink"
    case focus
    case good
    case goodSoft = "good-soft"
    case warn
    case warnSoft = "warn-soft"
    case bad
    case badSoft = "bad-soft"
    case badSolid = "bad-solid"
    case danger
    case dangerHover = "danger-hover"
    case dangerInk = "danger-ink"
    case inverse
    case inverseHover = "inverse-hover"
    case inverseInk = "inverse-ink"
    case inverseGood = "inverse-good"
    case inverseBad = "inverse-bad"
}

extension ColorRole {
    /// The places that text of any kind may stand on.
    static let grounds: [ColorRole] = [.canvas, .surface, .raised, .sunken, .hover]

    /// What this colour is written or drawn on, with the contrast it needs there: 4.5 for text, 3 for what is only seen.
    var needs: [(ground: ColorRole, ratio: Double)] {
        switch self {
        case .ink: (Self.grounds + [.accentSoft, .goodSoft, .warnSoft, .badSoft]).map { ($0, 4.5) }
        case .ink2: (Self.grounds + [.accentSoft, .goodSoft, .warnSoft, .badSoft]).map { ($0, 4.5) }
        case .ink3: (Self.grounds + [.accentSoft]).map { ($0, 4.5) }
        case .accentText: (Self.grounds + [.accentSoft]).map { ($0, 4.5) }
        case .accentSoftInk: [(.accentSoft, 4.5)]
        case .accentInk: [(.accent, 4.5), (.accentHover, 4.5), (.accentDeep, 4.5)]
        case .good: (Self.grounds + [.goodSoft]).map { ($0, 4.5) }
        case .warn: (Self.grounds + [.warnSoft]).map { ($0, 4.5) }
        case .bad: (Self.grounds + [.badSoft, .accentSoft]).map { ($0, 4.5) }
        case .dangerInk: [(.danger, 4.5), (.dangerHover, 4.5)]
        case .inverseInk: [(.inverse, 4.5), (.inverseHover, 4.5)]
        case .inverseGood, .inverseBad: [(.inverse, 3)]
        case .accent, .focus: Self.grounds.map { ($0, 3) } + (self == .focus ? [(.accentSoft, 3)] : [])
        case .controlLine, .badSolid: Self.grounds.map { ($0, 3) }
        default: []
        }
    }
}
