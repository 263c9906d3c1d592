extension HTML.StringInterpolation {
    /// What may be written where the markup ends now.
    public enum Welcome: Sendable {
        /// Text; it is made safe for the place.
        case text
        /// Whole numbers only, as in a style.
        case numbers
        /// Nothing.
        case nothing
    }

    /// How many bytes were written so far.
    public var count: Int { bytes.count }

    /// How many bytes are read again to judge the next value: those of the open tag. Whoever writes values that
    /// strangers chose the number of must count them.
    public var reach: Int {
        switch context.state {
        case .doubleQuoted, .singleQuoted: bytes.count - context.tagStart
        default: 0
        }
    }

    /// What may be written here.
    public var welcome: Welcome {
        guard case .refused(_, let takesNumbers) = context.slot(in: bytes.span) else { return .text }
        return takesNumbers ? .numbers : .nothing
    }

    /// Interpolations that were left out so far.
    public var faultCount: Int { faults.count }
}
