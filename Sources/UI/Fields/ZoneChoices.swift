import Localization

/// The zones that people choose from: those where most live, and their own.
public enum ZoneChoices {
    /// The list, with their own in it.
    public static func choices(_ own: String) -> [Choice] {
        let names = names.contains(own) || Zone(own) == nil ? names : names + [own]
        return names.sorted().map { Choice($0, $0.replacing("_", with: " ")) }
    }

    private static let names = [
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Chicago", "America/Denver",
        "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Sao_Paulo", "America/Toronto",
        "Asia/Almaty", "Asia/Baku", "Asia/Bangkok", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Jakarta",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Kuwait", "Asia/Manila", "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai",
        "Asia/Singapore", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Tehran", "Asia/Tokyo", "Australia/Sydney",
        "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Brussels", "Europe/Bucharest", "Europe/Istanbul",
        "Europe/Kyiv", "Europe/Lisbon", "Europe/London", "Europe/Madrid", "Europe/Moscow", "Europe/Paris",
        "Europe/Rome", "Europe/Sofia", "Europe/Stockholm", "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich",
        "Pacific/Auckland", "UTC",
    ]
}
