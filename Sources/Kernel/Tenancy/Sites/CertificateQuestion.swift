import HTTP

/// `GET /tls/ask?domain=HOST`, on the loopback listener only: may this host have a certificate? 200 is yes, 404 no. It is
/// answered out of memory; 503 until that has been filled once, so that the proxy falls back on the list on disk instead of
/// turning everybody away.
struct CertificateQuestion: Sendable {
    let sites: SiteMap

    var route: Route {
        get throws {
            Route(.get, try PathTemplate("/tls/ask")) { context in answer(context.request.head.query ?? "") }
        }
    }

    private func answer(_ query: String) -> Response {
        let items = (try? QueryItems(query, limits: .init(pairs: 4, nameBytes: 64, valueBytes: 512)))?.items ?? []
        let asked = items.filter { $0.name == "domain" }
        guard asked.count == 1, let host = HostName(asked[0].value), host.address == nil else {
            return response(.badRequest, "no host\n")
        }
        let snapshot = sites.snapshot
        if snapshot.mayHaveCertificate(host.text) { return response(.ok, "yes\n") }
        return snapshot.isLoaded ? response(.notFound, "no\n") : response(.serviceUnavailable, "not known yet\n")
    }

    private func response(_ status: Status, _ text: String) -> Response {
        var response = Response.text(text, status: status)
        response.fields[.cacheControl] = "no-store"
        return response
    }
}
