import Core
import HTTP
import Markup
import ModuleKit

/// A module with a list of which people keep views.
struct ThingModule: FeatureModule {
    static let manifest = ModuleManifest(
        id: ModuleID("things"), title: Words(tr: "Şeyler", en: "Things"),
        summary: Words(tr: "Deneme listesi.", en: "A list to try."), permissions: [.readThings, .shareThings])

    static let list = RecordList(
        of: TableName("things.thing"), at: "/things", filters: ["q", "kind"], orders: ["name", "age"],
        columns: [
            RecordList.Column("size", Words(tr: "Boy", en: "Size")),
            RecordList.Column("age", Words(tr: "Yaş", en: "Age")),
            RecordList.Column("colour", Words(tr: "Renk", en: "Colour")),
        ], sharing: .shareThings)

    init(_ services: ModuleServices) throws {}

    func register(into module: inout ModuleRegistrar) {
        module.views(of: Self.list, for: .staff(.readThings))
        module.page("/things", for: .staff(.readThings)) { request, staff in
            let view = try await Self.list.view(request, in: staff)
            let said = ["q=\(view["q"] ?? "-")", "kind=\(view["kind"] ?? "-")"].joined(separator: " ")
            let cells = view.pick(["size": "S", "age": "A", "colour": "C"]).joined()
            return PageContent(title: "Things", body: "\(view.bar)<p>said \(said) \(cells)</p>")
        }
    }
}

extension Permission {
    static let readThings = Permission("things.thing.read", title: Words(tr: "Görme", en: "See"))
    static let shareThings = Permission("things.thing.share", title: Words(tr: "Paylaşma", en: "Share"))
}
