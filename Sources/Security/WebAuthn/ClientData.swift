import Core
import Crypto

/// What the browser says the authenticator signed for: where, and in answer to what.
struct ClientData: Sendable {
    let type: String
    let challenge: String
    let origin: String
    let isCrossOrigin: Bool
    let topOrigin: String?
    let hash: [UInt8]

    private static let limits = JSONLimits(bytes: 4096, depth: 8)

    /// Reads it as JSON, names unknown here left alone: browsers add some to keep us from comparing texts.
    init(_ bytes: [UInt8]) throws(WebAuthnFault) {
        guard let json = try? JSONParser.parse(bytes, limits: Self.limits), let type = json["type"]?.string,
            let challenge = json["challenge"]?.string, let origin = json["origin"]?.string,
            let hash = try? MessageDigest.of(bytes.span)
        else { throw .clientData }
        let (crossOrigin, topOrigin) = (json["crossOrigin"] ?? .bool(false), json["topOrigin"])
        guard let isCrossOrigin = crossOrigin.bool, topOrigin == nil || topOrigin?.string != nil else {
            throw .clientData
        }
        (self.type, self.challenge, self.origin, self.hash) = (type, challenge, origin, hash)
        (self.isCrossOrigin, self.topOrigin) = (isCrossOrigin, topOrigin?.string)
    }

    /// The steps that both ceremonies share.
    func check(
        type: String, challenge: [UInt8], _ relyingParty: RelyingParty
    ) throws(WebAuthnFault) {
        // 7.1 step 7, 7.2 step 10.
        guard self.type == type else { throw .type }
        // 7.1 step 8, 7.2 step 11.
        let right = Base64.url.encode(challenge.span)
        guard ConstantTime.equal(self.challenge.utf8Span.span, right.utf8Span.span) else { throw .challenge }
        // 7.1 step 9, 7.2 step 12: the whole origin, letter by letter.
        guard relyingParty.origins.contains(origin) else { throw .origin }
        // 7.1 step 10, 7.2 step 13: our pages are never in another's frame.
        guard !isCrossOrigin else { throw .crossOrigin }
        // 7.1 step 11, 7.2 step 14.
        guard topOrigin == nil else { throw .topOrigin }
    }
}
