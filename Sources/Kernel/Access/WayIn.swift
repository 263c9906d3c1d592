import Core
import HTTP
import ModuleKit

/// Where people are sent who are not signed in, or have to prove anew who they are. Programs are told in their own way.
struct WayIn {
    let access: AccessRule
    let request: Request
    let entry: SiteEntry
    let face: HouseFace

    /// The answer that leads there; nil for what is no such problem, or of no such reader.
    func answer(to problem: Problem, keeping kept: FormKeeping.Kept? = nil) -> Response? {
        guard let kept else { return answer(to: problem) }
        // Back to the form itself, by the door where one is to be passed.
        let place = Self.door(for: problem).map { "\($0)\(next(kept.target))" } ?? kept.target
        var response = redirect(place)
        if request.head[.htmxRequest] != nil {
            response = Response(problem, request: request, at: entry, face: face)
            response.fields.append(.htmxRedirect, place)
        }
        response.fields.append(.setCookie, kept.cookie.fieldValue)
        return response
    }

    private func answer(to problem: Problem) -> Response? {
        guard hasDoor, let door = Self.door(for: problem) else { return nil }
        if request.head[.htmxRequest] != nil {
            // A script would put the page of the door into the middle of another.
            var response = Response(problem, request: request, at: entry, face: face)
            response.fields.append(.htmxRedirect, "\(door)\(next(Self.path(ofAddress: request.head[.htmxCurrent])))")
            return response
        }
        guard request.prefersPage else { return nil }
        if request.method.isSafe { return redirect("\(door)\(next(asked))") }
        // What was sent cannot be sent again from there: they come back to the page they sent it from.
        guard problem.code == .stepUpNeeded else { return nil }
        return redirect("\(door)\(next(Self.path(ofAddress: request.head[.referer])))")
    }

    private var hasDoor: Bool {
        switch access {
        case .staff, .person, .agency, .operator: true
        case .portal, .webhook, .signedLink, .open: false
        }
    }

    private static func door(for problem: Problem) -> String? {
        switch problem.code {
        case .unauthenticated: DoorPath.logIn
        case .stepUpNeeded: DoorPath.proof
        default: nil
        }
    }

    /// Of a whole address only what stands behind the host: nobody is sent to another one.
    static func path(ofAddress address: String?) -> String? {
        guard let rest = address?.split(separator: "//", maxSplits: 1).last, let slash = rest.firstIndex(of: "/") else {
            return nil
        }
        let path = rest[slash...].prefix { $0 != "#" }
        return LocalAddress(String(path))?.text
    }

    private var asked: String { request.head.path + (request.head.query.map { "?\($0)" } ?? "") }

    private func next(_ target: String?) -> String {
        guard let path = target.flatMap({ LocalAddress($0) }), path.text != "/" else { return "" }
        var items = QueryItems()
        items.append(DoorPath.next, path.text)
        return "?\(items.encoded)"
    }

    private func redirect(_ place: String) -> Response {
        Response(.seeOther, fields: Fields((.location, place), (.cacheControl, "no-store"), (.vary, "accept, cookie")))
    }
}

extension FieldName {
    static let htmxRequest = FieldName("hx-request")
    static let htmxRedirect = FieldName("hx-redirect")
    static let htmxCurrent = FieldName("hx-current-url")
}
