import Core
import HTTP
import HTTPServer
import Markup
import ModuleKit
import UI

/// What a handler gave back, as the answer that its reader gets: a whole page, a piece of one for the page's own scripts,
/// or the way to the next.
struct HouseAnswer: Sendable {
    let gate: Gate
    let context: AnonymousContext
    let entry: SiteEntry
    let answer: GateAnswer

    private var request: Request { context.request }

    var response: Response {
        get async throws {
            switch answer.content {
            case .response(let response): response
            case .page(let content): try await page(content)
            case .see(let url, let flash, let cookies): see(url, flash, cookies)
            case .stay(let flash, let back): stay(flash, back)
            case .refused(let error, let form): try await refused(error, form)
            }
        }
    }

    // MARK: Pages

    private func page(_ content: PageContent, _ status: Status = .ok) async throws -> Response {
        if request.isForPiece { return piece(content.body, status) }
        let said = request.cookie(FlashSeal.cookie).flatMap {
            gate.face.flashes.said(in: $0, at: entry.site.host, now: gate.clock.now())
        }
        var view = gate.face.view(request, at: entry, for: answer.reader.person, token: answer.token?.text)
        if let said { view.toasts = [view.toast(said)] }
        view.frame.reader = answer.reader.mark
        var page = ModulePage(
            content: content, reader: answer.reader, view: view, entry: entry, menu: gate.menu,
            path: request.head.path, around: await surrounding(view.language))
        if content.isStart, case .staff(let principal) = answer.reader {
            let room = gate.room(of: principal, context, entry)
            page.cards = try await DashboardCards(gate: gate, room: room, context: context).html(at: entry)
        }
        var response = view.page(page.html, status)
        if content.isKeptOffline, status == .ok, let mark = answer.reader.mark {
            response.fields.append(.xKeepOffline, mark)
        }
        // Whatever it held, it was read.
        if request.cookie(FlashSeal.cookie) != nil {
            response.fields.append(.setCookie, SetCookie.clear(FlashSeal.cookie).fieldValue)
        }
        return response
    }

    /// A page is worth more than what stands around it.
    private func surrounding(_ language: Language) async -> PageSurrounding {
        guard let person = answer.reader.user, let known = gate.surroundings else { return PageSurrounding() }
        let around = try? await known.surrounding(of: person, request, at: entry.site, in: language)
        return around ?? PageSurrounding()
    }

    private func piece(_ html: HTML, _ status: Status) -> Response {
        let fields = Fields((.contentType, "text/html; charset=utf-8"), (.cacheControl, "no-store"))
        return Response(status, fields: fields, body: .bytes(html.bytes))
    }

    /// The form again where another try may help; anything else is for the house to answer.
    private func refused(
        _ error: any Error, _ form: @Sendable (Problem) async throws -> PageContent
    ) async throws -> Response {
        let problem = Problem(answering: error)
        guard Self.returning.contains(problem.status) else { throw error }
        var response: Response
        do { response = try await page(form(problem), Status(problem.status)) } catch { throw problem }
        if let seconds = problem.retryAfter { response.fields.append(.retryAfter, String(seconds)) }
        return response
    }

    private static let returning: Set<UInt16> = [409, 412, 422, 429, 502, 503, 504]

    // MARK: Ways on

    private func see(_ url: SafeURL, _ flash: Flash?, _ cookies: [SetCookie]) -> Response {
        var fields = Fields((.cacheControl, "no-store"))
        fields.append(request.isOfPage ? .htmxRedirect : .location, url.text)
        if let flash, let cookie = sealed(flash) { fields.append(.setCookie, cookie.fieldValue) }
        for cookie in cookies { fields.append(.setCookie, cookie.fieldValue) }
        // Who signs out leaves nothing of theirs in the browser: pages, what waits, the worker.
        if cookies.contains(where: \.endsSession) { fields.append(.clearSiteData, "\"storage\"") }
        return Response(request.isOfPage ? .noContent : .seeOther, fields: fields)
    }

    private func sealed(_ flash: Flash) -> SetCookie? {
        gate.face.flashes.cookie(
            flash, in: language, for: entry.site.host, now: gate.clock.now())
    }

    private var language: Language { request.language(at: entry, liking: answer.reader.person?.language) }

    private func stay(_ flash: Flash, _ back: SafeURL) -> Response {
        guard request.isOfPage else { return see(back, flash, []) }
        let fields = Fields((.cacheControl, "no-store"), (.hxTrigger, flash.event(in: language)))
        return Response(.noContent, fields: fields)
    }
}

extension PageView {
    fileprivate func toast(_ said: FlashSeal.Said) -> Toast {
        let meaning: Meaning = said.kind == .good ? .good : said.kind == .bad ? .bad : .plain
        let undo = said.undo.flatMap { SafeURL(within: $0) }.map { (text: t("Geri al", "Undo"), url: $0) }
        return Toast(said.text, meaning, undo: undo, in: language)
    }
}

extension Flash {
    /// The event that the page's scripts hear. A field's value is ASCII, so every other letter is written by its number.
    fileprivate func event(in language: Language) -> String {
        var json = JSONWriter(reserveCapacity: 256)
        json.beginObject()
        json.key("toast")
        json.beginObject()
        json.key("text")
        json.string(text.text(in: language))
        json.key("kind")
        json.string(kind == .info ? "plain" : kind.rawValue)
        if let undo {
            json.key("undo")
            json.string(undo.text)
        }
        json.endObject()
        json.endObject()
        return String(decoding: json.finish(), as: UTF8.self).utf16.map(Self.plain).joined()
    }

    private static func plain(_ unit: UInt16) -> String {
        if unit < 0x7F, let letter = Unicode.Scalar(unit) { return String(letter) }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

extension Request {
    /// Whether a script asks for a piece of a page. Going back and boosted links want the whole.
    fileprivate var isForPiece: Bool {
        isOfPage && head[.hxBoosted] == nil && head[.hxHistory] == nil
    }
}

extension SetCookie {
    fileprivate var endsSession: Bool { name == Self.session && maxAge == 0 }
    private static let session = CookieName.host("konak-session")
}

extension FieldName {
    static let xKeepOffline = FieldName("x-keep-offline")
    static let clearSiteData = FieldName("clear-site-data")
    static let hxTrigger = FieldName("hx-trigger")
    static let hxBoosted = FieldName("hx-boosted")
    static let hxHistory = FieldName("hx-history-restore-request")
}
