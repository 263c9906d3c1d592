public import Core
public import Crypto
public import HTTP

/// A key whose public half stands in DNS below a domain, under a name of its own.
public struct DKIMKey: Sendable {
    let domain: HostName
    let selector: HostName
    let key: SigningKey
    let algorithm: Algorithm

    enum Algorithm: String {
        case rsa = "rsa-sha256"
        case ed25519 = "ed25519-sha256"
    }

    /// A key of RSA or Ed25519.
    public init(domain: HostName, selector: HostName, key: SigningKey) throws(MailFault) {
        guard domain.address == nil, selector.address == nil else { throw MailFault(.key, "an address is no domain") }
        switch key.kind {
        case .rsa: algorithm = .rsa
        case .ed25519: algorithm = .ed25519
        default: throw MailFault(.key, "neither RSA nor Ed25519")
        }
        (self.domain, self.selector, self.key) = (domain, selector, key)
    }
}

/// Signs messages for their domain (RFC 6376, 8463), with one key or several. The whole body is signed, always.
public struct DKIMSigner: Sendable {
    /// The form of the fields.
    public var fieldForm = DKIMForm.relaxed
    /// The form of the body.
    public var bodyForm = DKIMForm.relaxed
    private let keys: [DKIMKey]
    private let names: [String]

    /// What is signed when it is there, and may not be added when it is not.
    public static let usualFields = [
        "from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
        "mime-version", "content-type", "content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post",
    ]

    /// A signer. `From` is among the fields whether or not it is named.
    public init(keys: [DKIMKey], fields: [String] = DKIMSigner.usualFields) throws(MailFault) {
        let names = fields.map { $0.lowercased() }
        guard !keys.isEmpty, keys.count <= 4 else { throw MailFault(.key, "1…4 keys sign") }
        let areNames = names.allSatisfy { name in
            !name.isEmpty && name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 58 && $0 != 59 }
        }
        guard areNames else { throw MailFault(.name, "not the name of a field") }
        self.keys = keys
        self.names = names.contains("from") ? names : ["from"] + names
    }

    /// The message with its signatures on top.
    public func sign(_ message: MailBytes, at instant: Timestamp) throws(MailFault) -> MailBytes {
        let bytes = message.bytes.span
        let fields = try MailFields(bytes, bodyStart: message.bodyStart)
        guard fields.fields.filter({ $0.name == "from" }).count == 1 else {
            throw MailFault(.structure, "not one From")
        }
        let bodyHash = try hash(bytes.extracting(message.bodyStart..<bytes.count))
        let list = list(for: fields)
        var signed: [UInt8] = []
        for key in keys {
            let start = unsigned(key, instant, list, bodyHash)
            let signature = try signature(start, fields.chosen(by: list), bytes, key)
            signed += start.utf8
            signed += Self.folded(signature).utf8
            signed += [13, 10]
        }
        return try MailBytes(signed + message.bytes)
    }

    /// Each name as often as its field is there and once more, so that another one breaks the signature.
    private func list(for fields: MailFields) -> [String] {
        names.flatMap { name in
            Array(repeating: name, count: fields.fields.count { $0.name == name } + 1)
        }
    }

    func hash(_ body: Span<UInt8>) throws(MailFault) -> [UInt8] {
        do throws(CryptoFault) {
            var digest = try MessageDigest(.sha256)
            var failure: CryptoFault?
            try? bodyForm.forEachPiece(of: body) { (piece) throws(MailFault) in
                do throws(CryptoFault) { try digest.update(piece) } catch { failure = error }
            }
            if let failure { throw failure }
            return try digest.finish()
        } catch {
            throw MailFault(.key, error.debugDescription)
        }
    }

    /// The field up to where the signature goes.
    private func unsigned(_ key: DKIMKey, _ instant: Timestamp, _ names: [String], _ bodyHash: [UInt8]) -> String {
        """
        DKIM-Signature: v=1; a=\(key.algorithm.rawValue); c=\(fieldForm.rawValue)/\(bodyForm.rawValue);\r
         d=\(key.domain);\r
         s=\(key.selector); t=\(max(instant.seconds, 0));\r
         h=\(names.joined(separator: ":\r\n  "));\r
         bh=\(Base64.standard.encode(bodyHash.span));\r
         b=
        """
    }

    /// What is signed: the chosen fields and the signature's own, which has no value yet and no line end.
    func input(
        _ unsigned: String, _ chosen: [MailFields.Field], _ bytes: Span<UInt8>
    ) throws(MailFault) -> [UInt8] {
        var input: [UInt8] = []
        for field in chosen { fieldForm.write(field, of: bytes, to: &input) }
        let own = Array(unsigned.utf8) + [13, 10, 13, 10]
        for field in try MailFields(own.span, bodyStart: own.count).fields {
            fieldForm.write(field, of: own.span, to: &input)
        }
        input.removeLast(2)
        return input
    }

    /// The signature as it goes into its field.
    func signature(
        _ unsigned: String, _ chosen: [MailFields.Field], _ bytes: Span<UInt8>, _ key: DKIMKey
    ) throws(MailFault) -> String {
        let input = try input(unsigned, chosen, bytes)
        do throws(CryptoFault) {
            let signature = try Self.signature(of: input, key)
            return Base64.standard.encode(signature.span)
        } catch {
            throw MailFault(.key, error.debugDescription)
        }
    }

    /// RFC 8463 has Ed25519 sign the digest, not the fields themselves.
    private static func signature(of input: [UInt8], _ key: DKIMKey) throws(CryptoFault) -> [UInt8] {
        switch key.algorithm {
        case .rsa: return try key.key.sign(input.span, by: .rsaSHA256)
        case .ed25519:
            let digest = try MessageDigest.of(input.span)
            return try key.key.sign(digest.span, by: .ed25519)
        }
    }

    private static func folded(_ text: String) -> String {
        var (folded, rest) = ("", text[...])
        while !rest.isEmpty {
            folded += folded.isEmpty ? rest.prefix(72) : "\r\n  " + rest.prefix(72)
            rest = rest.dropFirst(72)
        }
        return folded
    }
}
