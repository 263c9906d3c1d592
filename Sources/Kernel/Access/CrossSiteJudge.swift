public import Core
public import HTTP

/// Judges whether a request that changes something was meant by the person whose cookie it carries, or made by another
/// site's page in their browser. Browsers say where a request comes from (Fetch Metadata); old ones say the origin;
/// what says neither must carry a token that only our own pages have.
public enum CrossSiteJudge {
    /// What the form token turned out to be.
    public enum FormTokenState: Sendable {
        case absent, valid, wrong
    }

    /// What is said of a request.
    public enum Verdict: Sendable, Hashable {
        /// It may go on.
        case ours
        /// It may not.
        case refused(Reason)
    }

    /// Why not.
    public enum Reason: String, Sendable, Hashable {
        /// Another site, or another host of this one, made the browser send it.
        case fetchedFromElsewhere
        /// The origin is not this host.
        case foreignOrigin
        /// Neither is said, and there is no form token.
        case unproven
        /// There is a form token, and it is not this session's.
        case wrongToken
        /// It asks to be taken for another method than it is.
        case methodOverride
    }

    /// The verdict. `isByCookie` is false for what carries no cookie of ours, or a key: nobody's browser adds a key by
    /// itself. Logging in counts as by cookie, since it sets one.
    public static func verdict(
        on request: Request, isByCookie: Bool, formToken: FormTokenState = .absent
    ) -> Verdict {
        let head = request.head
        if overrides.contains(where: { head[$0] != nil }) { return .refused(.methodOverride) }
        if request.method.isSafe || !isByCookie { return .ours }
        if formToken == .wrong { return .refused(.wrongToken) }
        switch head.values(of: .secFetchSite) {
        case ["same-origin"]: return .ours
        case ["none"] where formToken == .valid: return .ours
        case []: return verdict(head, formToken)
        default: return .refused(.fetchedFromElsewhere)
        }
    }

    /// Without Fetch Metadata: the origin, and where there is none, the token.
    private static func verdict(_ head: RequestHead, _ formToken: FormTokenState) -> Verdict {
        let (origins, hosts) = (head.values(of: .origin), head.values(of: .host))
        if origins.isEmpty { return formToken == .valid ? .ours : .refused(.unproven) }
        guard origins.count == 1, hosts.count == 1, isOrigin(origins[0], of: hosts[0]) else {
            return .refused(.foreignOrigin)
        }
        return .ours
    }

    /// Plain HTTP is only this machine's own: anybody on the way could have made its pages.
    private static func isOrigin(_ origin: String, of host: String) -> Bool {
        let host = host.lowercased()
        if origin == "https://\(host)" { return true }
        let name = host.split(separator: ":").first.map(String.init) ?? host
        let isLocal =
            name == "localhost" || name.hasSuffix(".localhost") || name == "127.0.0.1" || host.hasPrefix("[::1]")
        return isLocal && origin == "http://\(host)"
    }

    /// Nothing here honours them; whoever sends one hopes that something does.
    private static let overrides = [
        FieldName("x-http-method-override"), FieldName("x-http-method"), FieldName("x-method-override"),
    ]
}

extension FieldName {
    /// How the browser says where a request comes from.
    public static let secFetchSite = FieldName("sec-fetch-site")
}

extension ProblemCode {
    /// The request was not made by one of our own pages.
    public static let crossSite = ProblemCode(
        "cross-site", status: 403, title: "This was not sent by a page of this site")
}
