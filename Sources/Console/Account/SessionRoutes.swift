import Core
import HTTP
import Markup
import ModuleKit
import Security
import UI

/// Where somebody is signed in, and how to end that.
struct SessionRoutes: Sendable {
    let ground: DoorGround

    func register(into module: inout ModuleRegistrar) {
        module.page("/account/sessions", for: .person) { request, context in
            SessionsPage(
                visitor: Visitor(ground, request, context), current: context.session,
                sessions: try await ground.sessions.list(of: context.user), zone: context.zone
            ).content
        }
        module.action("/account/sessions/:session/end", for: .person, free: ["session"]) { request, context in
            guard let id = context.parameters["session"].flatMap({ UUIDv7($0) }),
                try await ground.sessions.revoke(SessionID(id), of: context.user)
            else { throw Problem(.notFound) }
            return .see(AccountPath.sessions, Flash(Words(tr: "Oturum kapandı.", en: "The session has ended.")))
        }
        module.action("/account/sessions/end-others", for: .person) { _, context in
            try await ground.sessions.revokeAll(of: context.user, but: context.session)
            return .see(
                AccountPath.sessions,
                Flash(Words(tr: "Diğer tüm oturumlar kapandı.", en: "All other sessions have ended.")))
        }
    }
}

/// The page of a person's sessions.
struct SessionsPage {
    let visitor: Visitor
    let current: SessionID
    let sessions: [Session]
    let zone: String

    var content: PageContent {
        let others = sessions.count - 1
        let end: HTML? =
            others > 0
            ? Button(t("Diğerlerini kapat", "End the others"), .opens("end-others"), .dangerQuiet, size: .small).html
            : nil
        let dialog: FormDialog? =
            others > 0
            ? FormDialog(
                "end-others", t("Diğer oturumlar kapansın mı?", "End the other sessions?"),
                t("\(others) yerde yeniden girmek gerekecek.", "Signing in anew will be needed in \(others) places."),
                to: "\(AccountPath.sessions)/end-others", t("Kapat", "End"), visitor) : nil
        let list = Panel(
            t("Açık oturumlar", "Open sessions"), actions: end ?? HTML(), isFlush: true,
            "<ul class=\"things\">\(sorted.map(row))</ul>")
        let advice = t(
            "Tanımadığınız bir oturum görürseniz kapatın ve parolanızı değiştirin.",
            "If you see one that you do not know, end it and change your password.")
        return AccountFrame(visitor, .sessions).page(
            t("Oturumlar", "Sessions"), "\(list)<p class=\"help\">\(advice)</p>\(dialog)")
    }

    private func t(_ tr: String, _ en: String) -> String { visitor.t(tr, en) }

    /// This one first.
    private var sorted: [Session] { sessions.filter { $0.id == current } + sessions.filter { $0.id != current } }

    private func row(_ session: Session) -> HTML {
        let moments = Moments(visitor, zone: zone)
        let isThis = session.id == current
        let tag: Tag? = isThis ? Tag(t("Bu oturum", "This session"), .good, isDotted: true) : nil
        let isPhone = ["Android", "iPhone", "iPad"].contains { session.label.contains($0) }
        let used = isThis ? t("şu anda kullanılıyor", "in use now") : moments.ago(session.lastUsed)
        return """
            <li>\(isPhone ? Icon.phone : Icon.monitor)<div><div class="row"><strong class="cut">\(session.label)</strong>\(tag)</div>\
            <p class="help">\(session.host) · \(used) · \(t("giriş", "signed in")) \(moments.moment(session.created))</p></div>\
            <div class="row">\(isThis ? nil : end(session))</div></li>
            """
    }

    private func end(_ session: Session) -> HTML {
        let path = "\(AccountPath.sessions)/\(session.id)/end"
        let name = t("\(session.label): oturumu kapat", "\(session.label): end the session")
        return """
            <form method="post" action="\(AccountFrame.url(path))">\(FormTokenField(visitor.place))\
            \(Button(t("Kapat", "End"), .submit, size: .small, attributes: [.aria("label", name)]))</form>
            """
    }
}
