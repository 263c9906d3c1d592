import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// The ten codes for who has lost everything else.
struct CodesRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.form(
            "/account/codes", for: .person.fresh, taking: NothingMore.self,
            show: { request, context, draft in
                let left = try await ground.codes.left(of: context.user)
                return CodesPage(visitor: Visitor(ground, request, context), draft: draft, left: left).content
            },
            save: { _, request, context in
                let codes = try await ground.codes.renew(for: context.user)
                return .page(CodesPage.shown(codes.reveal(), Visitor(ground, request, context)))
            })
    }
}

/// The page of recovery codes.
struct CodesPage {
    let visitor: Visitor
    let draft: FormDraft
    let left: Int

    /// The word of the address by which somebody comes from setting their first factor up.
    static let first = "first"

    var content: PageContent {
        let isFirst = visitor.query.contains(Self.first)
        let text =
            left == 0
            ? visitor.t(
                "Telefonunuz ya da passkey’iniz yanınızda olmadığında on koddan biriyle girersiniz. Şimdi oluşturup saklayın.",
                "When your telephone or passkey is not at hand, you get in with one of ten codes. Make and keep them now."
            )
            : visitor.t(
                "\(left) kodunuz var. Yenilerini oluşturursanız eskileri geçersiz olur.",
                "You have \(left) codes. If you make new ones, the old ones are worth nothing.")
        let later: HTML? =
            isFirst
            ? TextLink(visitor.t("Daha sonra", "Later"), AccountFrame.url(visitor.wayOn.path)).html : nil
        return AccountFrame(visitor, .security).inner(
            visitor.t("Kurtarma kodları", "Recovery codes"),
            Panel(
                """
                <p class="muted">\(text)</p>\(draft.form(
                    of: [], HTML(), save: Words(tr: "Kodları oluştur", en: "Make the codes"),
                    cancel: isFirst ? nil : AccountPath.security))\(later)
                """
            ).html)
    }

    /// The codes, this once.
    static func shown(_ codes: [String], _ visitor: Visitor) -> PageContent {
        let all = codes.joined(separator: "\n")
        let items = codes.map { "<li><code>\($0)</code></li>" as HTML }
        let t = visitor.t
        return AccountFrame(visitor, .security).inner(
            t("Kurtarma kodlarınız", "Your recovery codes"),
            """
            \(Callout(t("Bu kodlar bir daha gösterilmez. Her biri bir kez kullanılır.", "These codes are not shown again. Each works once."), .warn))\
            \(Panel("<ol class=\"codes\">\(items)</ol>"))\
            <div class="row">\(Button(t("Kopyala", "Copy"), .copies(all), icon: .copy))\
            <k-save data-name="\(visitor.site.host)-codes.txt" data-text="\(all)">\(Button(t("İndir", "Download"), .none, icon: .download))</k-save>\
            \(Button(t("Yazdır", "Print"), .prints, icon: .printer))<span class="space"></span>\
            \(Button(t("Sakladım, devam et", "I kept them, go on"), .link(AccountFrame.url(next(visitor))), .primary))</div>
            """)
    }

    private static func next(_ visitor: Visitor) -> String {
        visitor.query.contains(first) ? visitor.wayOn.path : AccountPath.security
    }
}
