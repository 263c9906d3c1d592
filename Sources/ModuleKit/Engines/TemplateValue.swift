public import Core
public import SQL

/// A value for a template.
public indirect enum TemplateValue: Sendable, Hashable {
    /// Nothing; it prints as nothing.
    case nothing
    /// A text. It is made safe for the place where it is printed.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A number with decimal places: so many units of the last of at most nine.
    case decimal(units: Int64, places: Int)
    /// An amount.
    case money(Money)
    /// A moment.
    case moment(Timestamp)
    /// A day.
    case day(CalendarDate)
    /// Yes or no.
    case flag(Bool)
    /// Values one after another.
    case list([TemplateValue])
    /// Values by their names.
    case record([String: TemplateValue])
    /// The record of this id, of the resource that the template's own field names: all that is registered of it, read
    /// within the tenant's wall. Who asks answers for who may see it; one that is not there prints as nothing.
    case resource(UUIDv7)
}
