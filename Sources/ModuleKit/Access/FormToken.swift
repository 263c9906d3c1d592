/// Where a form says that it is one of our own pages'. The house weighs it before a handler is called.
public enum FormToken {
    /// The hidden field of a form.
    public static let field = "csrf"
    /// The field of a request's head, for scripts.
    public static let header = "x-csrf"
}
