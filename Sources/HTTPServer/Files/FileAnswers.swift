package import HTTP

/// The answers for one content of a file, made beforehand: the same for what lies in a folder and for what comes with the
/// program. `Conditional` weighs their tag, and cuts parts from them.
package struct FileAnswers: Sendable {
    /// Under the file's own name: asked for again each time by its tag.
    package let renewed: Response
    /// Under the name that carries its fingerprint: kept by browsers for ever.
    package let immutable: Response

    /// The answers for the content of this digest in a file of this name, with what else is to be said of it.
    package init(_ name: String, digest: [UInt8], _ body: Response.Body, saying others: Fields = Fields()) {
        let type = MediaType.forFile(named: name).description
        let tag = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        func answer(_ policy: CachePolicy) -> Response {
            var fields = Fields(
                (.contentType, type), (.etag, "\"\(tag)\""), (.cacheControl, policy.rawValue), (.acceptRanges, "bytes"))
            for (name, value) in others.entries { fields.append(name, value) }
            return Response(.ok, fields: fields, body: body)
        }
        (renewed, immutable) = (answer(.revalidate), answer(.immutable))
    }
}
