import HTTP

extension OutboundRequest {
    /// The request that follows a redirect, whose own content nobody reads; nil when the answer is none.
    func nextStep(after response: OutboundResponse) throws(OutboundError) -> OutboundRequest? {
        do throws(OutboundError) {
            guard let next = try following(response) else { return nil }
            guard redirects > 0 else { throw OutboundError(.redirect, "too many") }
            response.body.transfer.dismiss(OutboundError(.redirect))
            return next
        } catch {
            response.body.transfer.fail(error)
            throw error
        }
    }

    /// The request that follows a redirect; nil when the answer is none.
    func following(_ response: OutboundResponse) throws(OutboundError) -> OutboundRequest? {
        let code = response.status.code
        guard [301, 302, 303, 307, 308].contains(code), let location = response[.location] else { return nil }
        guard let url = url.following(location) else { throw OutboundError(.redirect, "no address") }
        if self.url.scheme == .https, url.scheme == .http { throw OutboundError(.redirect, "from https to http") }
        var next = self
        next.redirects -= 1
        // What was written for one origin is nobody else's: only what says which content is wanted goes along.
        if !url.hasSameOrigin(as: self.url) { next.fields = fields.filter([.accept, .acceptLanguage, .contentType]) }
        next.url = url
        if code == 307 || code == 308 {
            if body.isStream { throw OutboundError(.redirect, "the content cannot be sent again") }
            if case .bytes = body, !url.hasSameOrigin(as: self.url) {
                throw OutboundError(.redirect, "the content was meant for another origin")
            }
        } else if method != .get, method != .head {
            next.method = .get
            next.body = .empty
            next.fields[.contentType] = nil
        }
        return next
    }
}

extension Fields {
    fileprivate func filter(_ names: [FieldName]) -> Fields {
        var kept = Fields()
        for (name, value) in entries where names.contains(name) { kept.append(name, value) }
        return kept
    }
}

extension TransferKeeper {
    /// Host, length, framing and the connection are ours; a caller's word on them is passed over.
    static let ours: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade", "keep-alive",
    ]

    /// Takes the fields as libcurl writes them.
    mutating func add(_ request: OutboundRequest, with secret: borrowing SecretField?) {
        var hasType = false
        let taken = Self.name(of: secret)
        for (name, value) in request.fields.entries where !Self.ours.contains(name.text) && name != taken {
            // "name:" would remove the field, "name;" sends it empty.
            addField(value.isEmpty ? "\(name.text);" : "\(name.text): \(value)")
            if name == .contentType { hasType = true }
        }
        addSecret(secret)
        if request.isPlain || request.method == .head { return }
        // libcurl would wait a second for a 100 that many servers never send, and call any content a form.
        addField("expect:")
        if !hasType { addField("content-type:") }
    }
}
