import Core
import HTTP
import HTTPServer
import Markup
import UI

/// `/design`: every component in every state, and whole sample pages. There when `KONAK_DESIGN` is on, and for this machine
/// only.
enum DesignRoutes {
    static func routes(_ face: HouseFace, isOn: Bool) throws -> [Route] {
        guard isOn else { return [] }
        return [
            Route(.get, try PathTemplate("/design")) { context in
                let view = try view(face, context)
                return view.page(LivingPage(view.frame, other: SafeURL("/design/fields.html")).html)
            },
            Route(.get, try PathTemplate("/design/:page")) { context in
                let view = try view(face, context)
                let name = context.parameters["page"]?.split(separator: ".").first.map(String.init)
                if name == LivingPage.Chapter.fields.rawValue {
                    return view.page(LivingPage(view.frame, .fields, other: SafeURL(path: "design")).html)
                }
                guard let page = Samples(view.frame, below: "design").pages.first(where: { $0.name == name }) else {
                    throw Problem(.notFound)
                }
                return view.page(page.html)
            },
        ]
    }

    private static func view(_ face: HouseFace, _ context: AnonymousContext) throws -> PageView {
        guard context.request.isFromHere else { throw Problem(.notFound) }
        return face.view(context)
    }
}

extension Request {
    /// The socket's peer is this machine, and no proxy speaks for somebody else.
    fileprivate var isFromHere: Bool {
        guard let peer = peer.address, peer.isOfThisMachine else { return false }
        return head[.forwarded] == nil && head[.xForwardedFor] == nil
    }
}

extension IPAddress {
    fileprivate var isOfThisMachine: Bool {
        switch unmapped {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
