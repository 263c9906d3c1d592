import Core
import HTTP
import HTTPServer
import Markup
import ModuleKit
import UI

/// What browsers ask for beside pages, on every host: files, the service worker, and what differs by brand.
enum FaceRoutes {
    static func routes(_ face: HouseFace) throws -> [Route] { try files + branded(face) + ReaderWishes.routes }

    private static var files: [Route] {
        get throws {
            [
                Route(.get, try PathTemplate("/assets/:name")) { context in
                    guard let file = context.parameters["name"].flatMap({ AssetAnswers.house[String($0)] }) else {
                        throw Problem(.notFound)
                    }
                    return file
                },
                Route(.get, try PathTemplate("/sw.js")) { _ in AssetAnswers.house.worker },
            ]
        }
    }

    /// Those that differ from site to site.
    static func branded(_ face: HouseFace) throws -> [Route] {
        [
            Route(.get, try PathTemplate("/icon.svg")) { icon(face, $0) },
            Route(.get, try PathTemplate("/favicon.ico")) { icon(face, $0) },
            Route(.get, try PathTemplate("/manifest.webmanifest")) { manifest(face, $0) },
            Route(.get, try PathTemplate("/offline")) { context in
                let view = face.view(context)
                return view.page(ErrorScreen(view.frame, .offline).html)
            },
        ]
    }

    private static func icon(_ face: HouseFace, _ context: AnonymousContext) -> Response {
        renewed("icon.svg", BrandIcon(face.brand(of: face.entry(of: context.request))).svg)
    }

    private static func manifest(_ face: HouseFace, _ context: AnonymousContext) -> Response {
        let entry = face.entry(of: context.request)
        let icons = [(url: SafeURL(path: "icon.svg"), size: 0, isMaskable: false)]
        let manifest = Manifest(face.brand(of: entry), icons: icons, in: entry?.site.language ?? .tr)
        return renewed("manifest.webmanifest", manifest.json)
    }

    private static func renewed(_ name: String, _ content: [UInt8]) -> Response {
        FileAnswers(name, digest: ContentHash.digest(of: content.span), .bytes(content)).renewed
    }
}
