import Core
public import Markup

/// The zone of the reader's clock, and where another one is chosen.
public struct ZoneWish: Sendable {
    let zone: String
    let target: SafeURL
    let back: String

    /// A zone such as `Europe/Istanbul`; another one is posted to `target`, which leads back to the page it stood on.
    public init(_ zone: String, to target: SafeURL, back: String) {
        (self.zone, self.target, self.back) = (zone, target, back)
    }

    static let id: ElementID = "choose-zone"

    /// Its last part: the city.
    var city: String { zone.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? zone }

    /// The window in which it is chosen.
    func dialog(_ token: String?, in language: Language) -> Dialog {
        let token: HTML? = token.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" }
        let help =
            language == .tr
            ? "Yalnızca bu tarayıcıda geçerlidir; saatler buna göre yazılır."
            : "For this browser alone; hours are written by it."
        // By hand, because a page may have a field of that name too.
        let choices = ZoneChoices.choices(zone).map { $0.option(isSelected: $0.value == zone) }
        let field: HTML = """
            <div class="field"><label for="zone-wish">\(language(.zone))</label><select class="input" id="zone-wish" name="zone" \
            aria-describedby="zone-help">\(choices)</select><p class="help" id="zone-help">\(help)</p></div>
            """
        return Dialog(
            Self.id, language(.zone), in: language,
            """
            <form class="form" method="post" action="\(target)">\(token)<input type="hidden" name="to" value="\(back)">\(field)\
            <div class="actions">\(Button(language(.cancel), .closes))\(Button(language(.save), .submit, .primary))</div></form>
            """)
    }
}
