import HTTP

/// `/healthz`: the process lives. `/readyz`: it can do its work, as JSON or as a page. On every listener.
enum HealthRoutes {
    static func routes(_ services: HouseServices, _ state: ServingState) throws -> [Route] {
        try routes(services.databases, state)
    }

    static func routes(_ databases: Databases, _ state: ServingState) throws -> [Route] {
        [
            Route(.get, try PathTemplate("/healthz")) { _ in noStore(.text("ok\n")) },
            Route(.get, try PathTemplate("/readyz")) { context in
                ready(context.request, await HouseState(databases, state))
            },
        ]
    }

    private static func ready(_ request: Request, _ state: HouseState) -> Response {
        request.prefersPage
            ? StatePage(state: state, language: PageLanguage(request)).response : noStore(state.json)
    }

    private static func noStore(_ response: Response) -> Response {
        var response = response
        response.fields.append(.cacheControl, "no-store")
        return response
    }
}
