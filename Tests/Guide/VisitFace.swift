import Core
import Markup
import ModuleKit
import SQL

enum VisitFace {
    private static let title = Words(tr: "Ziyaretler", en: "Visits")
    private static let new = Words(tr: "Yeni ziyaret", en: "New visit")

    static func register(into module: inout ModuleRegistrar) {
        module.navigation(NavigationItem(title, path: "/visits", icon: "map-pin"))
        module.navigation(NavigationItem(title, path: "/visits", icon: "map-pin", surface: .portal))
        module.command(NavigationItem(new, path: "/visits/new", icon: "plus"))
        module.dashboardCard(title, for: .readVisits) { staff in
            let count = staff.text(VisitPhrases.found, ["count": .number(try await Visit.count(in: staff))])
            return PageContent(title: title.text(in: staff.language), body: "<p>\(count)</p>")
        }
        module.recordPanel(of: Visit.table, title, for: .readVisits) { staff, id in
            guard let id = UUIDv7(id) else { throw Problem(.notFound) }
            let visit = try await Visit.find(id, in: staff)
            return PageContent(title: title.text(in: staff.language), body: "<p>\(visit.place)</p>")
        }
        module.search(Visit.table, title, for: .readVisits) { text, most, staff in
            let rows = try await staff.query(
                """
                SELECT v.id, v.place FROM visits.search_visit(\(text), \(Int32(clamping: most))) AS hit (id) \
                JOIN visits.visit v ON v.tenant_id = kernel.tenant() AND v.id = hit.id ORDER BY v.place
                """)
            return try rows.map { row in
                let id: UUIDv7 = try row.decode(0)
                return SearchHit(id: id.description, title: try row.decode(1), path: "/visits")
            }
        }
    }
}

struct VisitPage {
    let visits: [Visit]
    let language: Language
    var bar = HTML()

    var content: PageContent {
        let items = visits.map { "<li>\($0.place)</li>" as HTML }
        return PageContent(title: Self.title.text(in: language), body: "\(bar)<ul>\(items)</ul>")
    }

    private static let title = Words(tr: "Ziyaretler", en: "Visits")
}
