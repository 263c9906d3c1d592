/// A word within a tag.
enum TagToken: Equatable {
    case name(String)
    case text(String)
    case number(DecimalNumber)
    case symbol(String)
    /// The tag's end, `}}` or `%}`.
    case close
}
