public import Localization

extension RouteContext {
    /// A message in the reader's words, its numbers and dates as the reader writes them.
    public func text(_ message: Message, _ values: KeyValuePairs<String, MessageValue> = [:]) -> String {
        let clock: Zone = zone == Zone.istanbul.name ? .istanbul : Zone(zone) ?? .istanbul
        return Localizer(language: language, zone: clock).text(message, values)
    }
}
