extension RouteContext {
    /// None, where nobody is signed in by a session.
    public var formToken: String? { nil }
}
