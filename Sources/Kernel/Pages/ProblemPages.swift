import Core
import HTTP
import Markup
import ModuleKit
import Postgres
import UI

/// What went wrong, within the frame of somebody who is signed in: the menu stays, so that there is a way on. Everybody else
/// gets the page without a frame.
public struct ProblemPages: Sendable {
    let gate: Gate

    /// The page; nil where nobody is known, or where it would take the very thing that is broken to know them.
    func response(to problem: Problem, _ request: Request, at entry: SiteEntry) async -> Response? {
        guard request.prefersPage, problem.status != 401, entry.isOpen, !(problem.underlying is PostgresError),
            let (reader, session) = await reader(of: request, at: entry)
        else { return nil }
        let fault = ErrorScreen.Fault(problem)
        var view = gate.face.view(request, at: entry, for: reader.person, token: gate.token(for: session)?.text)
        view.toasts = []
        let screen = ErrorScreen(
            view.frame, fault, status: Int(problem.status), detail: problem.detail,
            reference: request.id.description, retryAfter: problem.retryAfter.map { Int($0) })
        let content = PageContent(title: screen.title, body: screen.piece)
        let page = ModulePage(
            content: content, reader: reader, view: view, entry: entry, menu: gate.menu, path: request.head.path,
            isHeadless: true)
        return view.page(page.html, Status(problem.status))
    }

    private func reader(of request: Request, at entry: SiteEntry) async -> (PageReader, HeldSession?)? {
        do {
            switch entry.site.surface {
            case .app:
                guard let staff = try await gate.principals.staff(of: request, at: entry),
                    staff.tenant == entry.site.tenant
                else { return nil }
                return (.staff(staff), staff.session)
            case .portal:
                guard let customer = try await gate.principals.customer(of: request, at: entry),
                    customer.tenant == entry.site.tenant
                else { return nil }
                return (.customer(customer), customer.session)
            case .agency, .operator:
                guard let person = try await gate.principals.house(of: request, at: entry),
                    person.agency == entry.site.agency
                else { return nil }
                return (.house(person), person.session)
            }
        } catch {
            return nil
        }
    }
}

extension Gate {
    /// How its readers are told of problems.
    public var problems: ProblemPages { ProblemPages(gate: self) }
}
