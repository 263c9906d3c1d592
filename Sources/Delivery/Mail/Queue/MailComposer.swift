import Core
import Crypto
import HTTP
import Markup
import ModuleKit
import Outbound

/// Makes the message of a claim: opens what is sealed, has it written, puts the head on it and signs it.
struct MailComposer: Sendable {
    let seal: MailSeal
    let renderer: any MailRenderer
    let links: MailLinks

    /// What the mail says, in its reader's look.
    func letter(_ claim: MailClaim, _ scene: MailScene, _ contents: MailContents) -> MailLetter {
        let host = scene.host ?? (claim.house == .platform ? links.operatorHost : nil)
        let brand = MailBrand(
            name: scene.brandName, hue: scene.hue, chroma: scene.chroma,
            supportAddress: scene.supportAddress?.description, origin: host.map(links.origin))
        return MailLetter(
            claim.template, in: claim.language, brand: brand, readerName: contents.name,
            values: contents.values.mapValues(\.value),
            unsubscribe: contents.unsubscribePath.flatMap { try? brand.link($0) })
    }

    func contents(_ claim: MailClaim) throws(MailFailure) -> MailContents {
        guard let sealed = claim.sealed, let bytes = try? seal.open(sealed, of: claim.house, claim.id),
            let contents = try? MailContents(decoding: bytes)
        else { throw .unreadable }
        return contents
    }

    func render(_ letter: MailLetter) throws(MailFailure) -> RenderedMail {
        do {
            return try renderer.render(letter)
        } catch {
            if case .path = error, letter.brand.origin == nil { throw .noHost }
            throw .unwritable
        }
    }

    /// The message as its reader's program gets it.
    func draft(
        _ claim: MailClaim, _ rendered: RenderedMail, _ contents: MailContents, from sender: MailSender.Identity,
        _ letter: MailLetter, messageID: String
    ) throws -> MailDraft {
        let name = try contents.name.map { try HeaderText(CleanText.line($0, most: 100)) }
        var draft = MailDraft(
            from: Mailbox(sender.address, name: sender.name.isEmpty ? nil : try HeaderText(sender.name)),
            to: [Mailbox(try MailAddress(claim.address), name: name)],
            subject: try HeaderText(CleanText.line(rendered.subject)), date: claim.createdAt,
            identifier: try MessageID(messageID))
        draft.replyTo = sender.replyTo.map { [Mailbox($0)] } ?? []
        draft.text = rendered.text
        draft.html = rendered.html
        draft.automatic = .generated
        if claim.isDigest {
            let web = letter.unsubscribe.flatMap { OutboundURL($0.text) }
            draft.unsubscribe = try MailUnsubscribe(mail: web == nil ? sender.replyTo ?? sender.address : nil, web: web)
        }
        return draft
    }

    /// The message with its signatures, and who it is from and to.
    func message(_ draft: MailDraft, from sender: MailSender.Identity, at now: Timestamp) throws -> MailBytes {
        let bytes = try draft.encoded()
        let keys = try sender.keys.prefix(2).map { key in
            try DKIMKey(
                domain: key.domain, selector: key.selector,
                key: try SigningKey(der: try seal.open(key.sealed, ofRow: key.id)))
        }
        return keys.isEmpty ? bytes : try DKIMSigner(keys: keys).sign(bytes, at: now)
    }
}

/// What tells a mail from all others. It is made of the mail's own id, so that a second delivery bears the same one.
enum MailMessageID {
    static func text(_ id: UUIDv7, _ sender: MailAddress) -> String {
        let left = id.description.split(separator: "-").joined()
        let isPlain = !sender.needsSMTPUTF8
        return "\(left)@\(isPlain ? sender.domain : "konak.invalid")"
    }
}

/// How addresses of the house's own hosts begin.
struct MailLinks: Sendable {
    /// The port of the listener, for hosts that no proxy stands before.
    let port: UInt16
    /// The operator's own host.
    let operatorHost: String?

    /// In the open are only hosts of this machine: everything else is behind a proxy with a certificate.
    func origin(_ host: String) -> String {
        let isLocal =
            host == "localhost" || host.hasSuffix(".localhost")
            || (HostName(host)?.address.map { $0 == .loopback || $0 == .loopbackV6 } ?? false)
        guard isLocal else { return "https://\(host)" }
        return port == 80 ? "http://\(host)" : "http://\(host):\(port)"
    }
}
