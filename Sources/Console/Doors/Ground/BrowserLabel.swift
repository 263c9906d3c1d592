/// What a browser is called in lists of sessions: its name and the system it runs on, as it says itself. Nobody is let in
/// by it.
enum BrowserLabel {
    /// `Chrome, Android`; of what says nothing that is known, the beginning of its own words.
    static func of(_ agent: String?) -> String {
        guard let agent, !agent.isEmpty else { return "?" }
        let found = [first(browsers, in: agent), first(systems, in: agent)].compactMap(\.self)
        if !found.isEmpty { return found.joined(separator: ", ") }
        let words = agent.unicodeScalars.prefix(40).filter { $0.value >= 0x20 && $0.value < 0x7F }
        return String(String.UnicodeScalarView(words))
    }

    private static func first(_ marks: [(mark: String, name: String)], in agent: String) -> String? {
        marks.first { agent.contains($0.mark) }?.name
    }

    /// In this order, because each claims to be those that follow it too.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("YaBrowser/", "Yandex"), ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"),
        ("Safari/", "Safari"), ("curl/", "curl"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
}
