import Core
import EventLoop
import HTTP
import Markup
import ModuleKit
import UI

/// The cards that modules bring to the start, for one reader: of modules that are on, and only what their role may see.
struct DashboardCards {
    typealias Card = (module: ModuleID, panel: PanelRegistration)

    let gate: Gate
    let room: StaffRoom
    let context: AnonymousContext

    /// Nobody reads more, and a start shall not ask the database for ever.
    private static let most = 24
    /// A log-in ends here, so starts come in storms: one of them shall not take all connections.
    private static let atOnce = 2
    private static let patience = Duration.seconds(2)

    /// In their order, each by itself: one that throws or takes too long says so, and keeps nobody from the others.
    func html(at entry: SiteEntry) async throws -> HTML {
        let cards = gate.registry.offer(at: entry).cards
            .filter { room.principal.grants[$0.panel.permission.text] != nil }.prefix(Self.most)
        if cards.isEmpty { return HTML() }
        let panels = try await withThrowingTaskGroup(of: (Int, HTML).self) { group in
            var waiting = cards.enumerated().makeIterator()
            var panels = [HTML](repeating: HTML(), count: cards.count)
            for _ in 0..<Self.atOnce { if let next = waiting.next() { add(next, to: &group) } }
            for try await (index, html) in group {
                panels[index] = html
                if let next = waiting.next() { add(next, to: &group) }
            }
            return panels
        }
        return "<div class=\"cards\">\(panels)</div>"
    }

    private func add(
        _ card: (offset: Int, element: Card), to group: inout ThrowingTaskGroup<(Int, HTML), any Error>
    ) {
        group.addTask { (card.offset, try await html(of: card.element)) }
    }

    private func html(of card: Card) async throws -> HTML {
        do {
            let content = try await inTime(card.panel)
            return Panel(content.title, actions: content.actions, content.body).html
        } catch {
            try Task.checkCancellation()
            gate.log?.error(
                "card failed", ["module": "\(card.module)", "card": card.panel.title.text(in: .en)],
                request: context.request.id, cause: error)
            return unable(card.panel).html
        }
    }

    private func inTime(_ card: PanelRegistration) async throws -> PageContent {
        try await withThrowingTaskGroup(of: PageContent?.self) { group in
            group.addTask { try await card.render(room, nil) }
            group.addTask {
                try await pause()
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let content = first else { throw Problem(.unavailable) }
            return content
        }
    }

    /// Handlers run on loops; only a test asks from elsewhere.
    private func pause() async throws {
        guard let loop = Loop.current else { return try await Task.sleep(for: Self.patience) }
        try await loop.sleep(for: Self.patience)
    }

    private func unable(_ card: PanelRegistration) -> Panel {
        let words = Words(
            tr: "Şu anda gösterilemiyor. Sayfayı yenileyerek yeniden deneyebilirsiniz.",
            en: "It cannot be shown just now. Reload the page to try again.")
        return Panel(card.title.text(in: room.language), "<p class=\"help\">\(words.text(in: room.language))</p>")
    }
}
