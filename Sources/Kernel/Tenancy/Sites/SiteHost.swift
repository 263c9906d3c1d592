import HTTP

/// A request's host as the map of sites has it.
enum SiteHost {
    /// The host in lower case, without its port; nil for what no site can be called.
    static func key(of head: RequestHead) -> String? {
        head[.host].flatMap { Authority($0) }?.host.text
    }
}
