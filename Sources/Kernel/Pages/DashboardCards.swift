import Core
import Markup
import ModuleKit
import UI

/// The cards that modules bring to the start, for one reader: of modules that are on, and only what their role may see.
struct DashboardCards {
    let gate: Gate
    let room: StaffRoom

    /// Nobody reads more at once, and a start shall not ask the database for ever.
    private static let most = 24

    /// All at once, each by itself: one that cannot be made says so, and keeps nobody from the others.
    func html(at entry: SiteEntry) async -> HTML {
        let cards = gate.registry.offer(at: entry).panels.filter {
            $0.place == .dashboard && room.principal.grants[$0.permission.text] != nil
        }
        if cards.isEmpty { return HTML() }
        let panels = await withTaskGroup(of: (Int, HTML).self) { group in
            for (index, card) in cards.prefix(Self.most).enumerated() {
                group.addTask { (index, await panel(card)) }
            }
            var panels: [(index: Int, html: HTML)] = []
            for await (index, html) in group { panels.append((index, html)) }
            return panels.sorted { $0.index < $1.index }.map(\.html)
        }
        return "<div class=\"cards\">\(panels)</div>"
    }

    private func panel(_ card: PanelRegistration) async -> HTML {
        do {
            let content = try await card.render(room, nil)
            return Panel(content.title, actions: content.actions, content.body).html
        } catch {
            let words = Words(
                tr: "Şu anda gösterilemiyor. Sayfayı yenileyerek yeniden deneyebilirsiniz.",
                en: "It cannot be shown just now. Reload the page to try again.")
            return Panel(
                card.title.text(in: room.language), "<p class=\"help\">\(words.text(in: room.language))</p>"
            ).html
        }
    }
}
