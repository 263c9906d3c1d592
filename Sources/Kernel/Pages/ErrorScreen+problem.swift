import Core
import HTTP
import ModuleKit
import UI

extension ErrorScreen.Fault {
    /// What a problem is to people.
    init(_ problem: Problem) {
        self =
            switch problem.code {
            case .siteClosed: .siteClosed
            case .misdirected: .noSite
            case .linkInvalid: .linkInvalid
            default: Self.byStatus(Int(problem.status))
            }
    }

    private static func byStatus(_ status: Int) -> Self {
        if let fault = Self(rawValue: status) { return fault }
        return status < 500 ? .refused : .broken
    }
}

extension HouseFace {
    /// What a person sees when something is not there or did not work: what happened, what to do, and the number to quote.
    func page(_ problem: Problem, _ request: Request, at entry: SiteEntry?) -> Response {
        let view = view(request, at: entry ?? self.entry(of: request))
        let screen = ErrorScreen(
            view.frame, ErrorScreen.Fault(problem), status: Int(problem.status), detail: problem.detail,
            reference: request.id.description, retryAfter: problem.retryAfter.map { Int($0) })
        return view.page(screen.html, Status(problem.status))
    }
}
