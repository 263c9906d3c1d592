/// Where people come in and go out, on every face that has people.
public enum DoorPath {
    /// The page for signing in; `?to=` names the path that was asked for.
    public static let logIn = "/log-in"
    /// Ends the session, by POST.
    public static let signOut = "/sign-out"
    /// The page on which somebody proves anew who they are; `?to=` as at the log-in.
    public static let proof = "/prove"
    /// What somebody may set for themselves.
    public static let account = "/account"
    /// The parameter that says where to go on. It holds a path of this host, never a host.
    public static let next = "to"
}
