/// What a page may load and run, for the `Content-Security-Policy` header.
public enum ContentPolicy {
    /// The policy of a page whose style carries this nonce. Charts and calendars set styles on elements; only their own
    /// pages allow it.
    public static func header(nonce: Nonce, allowsStyleAttributes: Bool = false) -> String {
        let attributes = allowsStyleAttributes ? "; style-src-attr 'unsafe-inline'" : ""
        return """
            default-src 'none'; script-src 'self'; style-src 'self' 'nonce-\(nonce.text)'\(attributes); connect-src 'self'; \
            img-src 'self' data: blob:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; \
            manifest-src 'self'; worker-src 'self'
            """
    }
}
