import Core
import EventLoop
import Glibc
import HTTP
public import Kernel
public import ModuleKit
import Outbound

/// Mail as a part of the house: takes orders, sends them, and shows what cannot be sent while the house is in the making.
public struct MailPart: Sendable {
    /// Takes orders. Given to other parts of the house by hand; modules find it as a capability.
    public let office: MailOffice
    private let services: HouseServices
    private let settings: MailSettings
    private let keeps: Bool

    /// The part on what a process has. Letters are written by the templates of a store that another part opens.
    public init(_ services: HouseServices, templates: TemplateStore) throws {
        let renderer = HouseLetters(templates, tenants: services.databases.app)
        self.services = services
        settings = try MailSettings(services.databases.control, root: try RootKey.load(services.configuration))
        office = MailOffice(control: services.databases.control, seal: settings.seal, renderer: renderer)
        keeps = services.configuration.isInTheMaking
    }

    static let id = ModuleID("mail")

    /// What the queue of tenants' mail holds of persons: rows go with the person.
    public static let personalData = [
        PersonalData(
            TableName("delivery.mail"), of: .email(column: "to_address"), columns: ["to_address"], erasure: .delete)
    ]

    /// What is registered.
    public var part: HousePart {
        HousePart(
            ModuleManifest(
                id: Self.id, title: Words(tr: "E-posta", en: "Mail"),
                summary: Words(tr: "Evin kendi iletileri.", en: "The house's own mail.")),
            work: { _ in [try sender()] },
            register: { registrar in
                HouseLetters.register(into: &registrar)
                for declaration in Self.personalData { registrar.personalData(declaration) }
                registrar.provide(.mail, office as any SystemMail)
                MailOutbox(control: services.databases.control, isOpen: keeps).register(into: &registrar)
            })
    }

    private func sender() throws -> MailSender {
        let configuration = services.configuration
        let resolver = DNSResolver(on: services.loops.first, settings: .system())
        let policy = DestinationPolicy(opening: configuration.outboundAllow, closing: configuration.outboundDeny)
        let composer = MailComposer(
            seal: settings.seal, renderer: office.renderer, links: configuration.mailLinks)
        return MailSender(
            queue: MailQueue(database: services.databases.control, holder: .make()), settings: settings,
            composer: composer,
            carrier: try MailCarrier(
                loops: services.loops, policy: policy, resolver: resolver, helloName: configuration.greeting,
                blocking: services.blocking),
            log: services.log, clock: SystemClock(), keepsWithoutRoute: keeps)
    }
}

extension Configuration {
    /// True on a machine that nobody else can reach: it listens on loopback addresses only, and no proxy is trusted to
    /// stand before it.
    var isInTheMaking: Bool {
        trustedProxies.isEmpty && !listen.isEmpty && listen.allSatisfy { $0.host.isLoopback }
    }

    /// The host that links of the operator's own mail lead to.
    public var operatorMailHost: String? { operatorHost }

    /// How the addresses of one of the house's own hosts begin in mail.
    public func origin(ofMailHost host: String) -> String { mailLinks.origin(host) }

    var mailLinks: MailLinks { MailLinks(port: listen.first?.port ?? 8080, operatorHost: operatorHost) }

    /// The operator's host by a name that others can reach, or the one that is this machine.
    private var operatorHost: String? {
        let names = operatorHosts.filter { $0.address == nil }.map(\.text)
        let isLocal = { (name: String) in name == "localhost" || name.hasSuffix(".localhost") }
        return names.first { !isLocal($0) } ?? names.first { $0 != "localhost" } ?? names.first
    }

    /// What we call ourselves to mail servers: what was set, else the operator's name in the DNS, else the machine's, else
    /// the address that we come from.
    var greeting: HelloName {
        if let helloName { return helloName }
        if let name = operatorHosts.lazy.compactMap({ HelloName($0) }).first { return name }
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, 255) == 0 else { return .ownAddress }
        let name = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return HostName(name).flatMap { HelloName($0) } ?? .ownAddress
    }
}

extension IPAddress {
    /// True for addresses that only this machine can ask from and answer at.
    var isLoopback: Bool {
        switch unmapped {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
