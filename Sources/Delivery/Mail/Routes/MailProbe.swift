public import Core
public import EventLoop
public import Kernel
public import ModuleKit
public import Outbound

/// Sends one test mail at once, past the queue, and tells what the server said.
public struct MailProbe: Sendable {
    private let settings: MailSettings
    private let composer: MailComposer
    private let carrier: MailCarrier

    /// A probe through the settings' servers.
    public init(_ settings: MailSettings, _ configuration: Configuration, on loops: LoopGroup) throws {
        self.settings = settings
        // Of templates only those of agencies and the operator count here: a test is of the server, not of texts.
        let letters = HouseLetters(try .ofLetters(settings.control), tenants: nil)
        composer = MailComposer(seal: settings.seal, renderer: letters, links: configuration.mailLinks)
        let policy = DestinationPolicy(opening: configuration.outboundAllow, closing: configuration.outboundDeny)
        carrier = try MailCarrier(
            loops: loops, policy: policy, resolver: DNSResolver(on: loops.first, settings: .system()),
            helloName: configuration.greeting)
    }

    /// What came of a test.
    public struct Finding: Sendable {
        /// The server that was asked.
        public let server: String
        /// Where the mail came from.
        public let sender: String
        /// True when the server took it.
        public let isAccepted: Bool
        /// What the server said, in its words.
        public let answer: String
    }

    /// Sends a test mail in the name of a level to an address.
    public func send(to address: MailAddress, from house: MailHouse, in language: Language) async throws -> Finding {
        guard let scene = try await settings.scene(of: house), let sender = scene.sender else {
            throw MailSettingsFault.noRoute
        }
        let id = UUIDv7.make()
        let contents = MailContents(name: nil, audience: .people, unsubscribePath: nil, values: [:])
        let claim = MailClaim(test: id, to: address.description, of: house, in: language, at: SystemClock().now())
        let letter = composer.letter(claim, scene, contents)
        let draft = try composer.draft(
            claim, try await composer.render(letter), contents, from: sender, letter,
            messageID: MailMessageID.text(id, sender.address))
        let message = try composer.message(draft, from: sender, at: SystemClock().now())
        let envelope = SMTPEnvelope(from: sender.address, to: [address])
        let server = "\(sender.route.host):\(sender.route.port)"
        func finding(_ isAccepted: Bool, _ answer: String) -> Finding {
            Finding(server: server, sender: sender.address.description, isAccepted: isAccepted, answer: answer)
        }
        do {
            let delivery = try await carrier.withConnection(to: sender, seal: settings.seal) { connection in
                try await connection.send(message, envelope)
            }
            return finding(delivery.isComplete, delivery.outcomes.first?.reply.description ?? "")
        } catch let failure as MailFailure {
            return finding(false, failure.code)
        }
    }
}

extension MailClaim {
    /// A mail that is in no queue.
    init(test id: UUIDv7, to address: String, of house: MailHouse, in language: Language, at now: Timestamp) {
        (queue, self.house, self.id, template, self.address) = (.house, house, id, .test, address)
        (self.language, isDigest, sealed, notAfter) = (language, false, nil, nil)
        (attempt, messageID, queuedAt, createdAt) = (1, nil, now, now)
    }
}
