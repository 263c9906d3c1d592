import Core
import EventLoop
import HTTP
import Kernel
import Outbound
import Postgres

/// `konak domain …`: the hosts of agencies and tenants, for the operator.
enum DomainCommands {
    static let all = [add, verify, list, remove]

    private static let add = Command(
        "domain add", "Give an agency or a tenant a host.",
        details: """
            A custom domain waits until `konak domain verify` has found its proof in the DNS. A host below localhost or one
            of KONAK_OPERATOR_HOSTS needs none. What another has, but has not proven, changes hands.
            """,
        options: [
            .value("--for", "AGENCY[/TENANT]", "Whose it is, by slugs. Needed."),
            .flag("--portal", "For the tenant's customers instead of its people."),
            .flag("--primary", "Links lead there."),
        ], operands: ["HOST"]
    ) { invocation in
        run(invocation) { domains, terminal in
            guard let owner = invocation.values["--for"].flatMap(DomainOwner.init(_:)) else {
                return terminal.fail(.usage, [("usage", "say whose it is: --for AGENCY or --for AGENCY/TENANT")])
            }
            let tenantFace: Domains.Face = invocation.has("--portal") ? .portal : .app
            let domain = try await domains.add(
                invocation.operands[0], for: owner, owner.tenant == nil ? .agency : tenantFace,
                isPrimary: invocation.has("--primary"), byOperator: true)
            show(domain, terminal)
            return .ok
        }
    }

    private static let verify = Command(
        "domain verify", "Look for a domain's proof in the DNS.",
        details: """
            Ends with 0 when it is there. A proven domain whose record is gone is not served any more; when no name
            server answers, all stays as it is and the command ends with 69.
            """,
        operands: ["HOST"]
    ) { invocation in
        run(invocation) { domains, terminal in
            let (domain, finding) = try await domains.verify(invocation.operands[0], byOperator: true)
            show(domain, terminal, finding)
            switch finding {
            case .right: return .ok
            case .wrong, .missing: return .failed
            case .unclear: return .unavailable
            }
        }
    }

    private static let list = Command(
        "domain list", "List hosts, whose they are, and whether that is proven.",
        options: [.value("--for", "AGENCY[/TENANT]", "Only those of an agency with its tenants, or of one tenant.")]
    ) { invocation in
        run(invocation) { domains, terminal in
            let owner = invocation.values["--for"].flatMap(DomainOwner.init(_:))
            guard owner != nil || invocation.values["--for"] == nil else {
                return terminal.fail(.usage, [("usage", "--for takes AGENCY or AGENCY/TENANT")])
            }
            let found = try await domains.list(of: owner)
            for domain in found { terminal.note(line(domain)) }
            guard terminal.wantsJSON else { return .ok }
            terminal.sayObject { json in
                json.key("ok")
                json.bool(true)
                json.key("domains")
                json.beginArray()
                for domain in found { write(domain, &json) }
                json.endArray()
            }
            return .ok
        }
    }

    private static let remove = Command(
        "domain remove", "Give a host up: it is not served any more.", operands: ["HOST"]
    ) { invocation in
        run(invocation) { domains, terminal in
            show(try await domains.remove(invocation.operands[0]), terminal, isRemoved: true)
            return .ok
        }
    }

    // MARK: Doing

    /// The domains on loops of the command's own.
    private static func run(
        _ invocation: Invocation, _ body: @escaping @Sendable (Domains, Terminal) async throws -> ExitCode
    ) -> ExitCode {
        let work = CommandWork(invocation)
        return work.run { configuration in
            try work.withDatabases(configuration) { access in
                guard let control = access.addresses.control else {
                    throw ConfigurationFaults(.missing, "KONAK_DATABASE_CONTROL_URL", "must be given")
                }
                let loops = try LoopGroup(count: 1)
                defer { loops.stop() }
                let blocking = BlockingPool(threads: 2, waiting: 16)
                defer { blocking.stop() }
                let database = PostgresDatabase(
                    loops: loops, settings: PostgresSettings(connection: control.secretText), blocking: blocking)
                let domains = Domains(
                    database, resolver: DNSResolver(on: loops.first, settings: nameServers(configuration)),
                    operatorHosts: configuration.operatorHosts)
                return try loops.blockUntilDone { [terminal = work.terminal] in
                    let result: Result<ExitCode, any Error>
                    do { result = .success(try await body(domains, terminal)) } catch { result = .failure(error) }
                    await database.stop()
                    return try result.get()
                }.get()
            }
        }
    }

    private static func nameServers(_ configuration: Configuration) -> DNSSettings {
        var settings = DNSSettings.system()
        let named = configuration.nameServers.map { NameServer($0.host, port: $0.port) }
        if !named.isEmpty { settings.servers = named }
        return settings
    }

    // MARK: Telling

    private static func show(
        _ domain: Domain, _ terminal: Terminal, _ finding: DomainProof.Finding? = nil, isRemoved: Bool = false
    ) {
        terminal.note(isRemoved ? "removed \(domain.host)" : line(domain))
        if !isRemoved, domain.state != .verified {
            terminal.note("put into its DNS:  \(domain.recordName). TXT \"\(domain.challenge)\"")
        }
        if finding == .unclear { terminal.note("no name server answered: nothing was changed") }
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(finding ?? .right == .right)
            if let finding {
                json.key("finding")
                json.string(finding.rawValue)
            }
            json.key("domain")
            write(domain, &json)
        }
    }

    private static func line(_ domain: Domain) -> String {
        let owner = [domain.agency, domain.tenant].compactMap(\.self).joined(separator: "/")
        let rest = [owner.isEmpty ? "operator" : owner, domain.surface] + (domain.isPrimary ? ["primary"] : [])
        return "\(domain.state.rawValue)  \(domain.host)  \(rest.joined(separator: "  "))"
    }

    private static func write(_ domain: Domain, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("host")
        json.string(domain.host)
        json.key("surface")
        json.string(domain.surface)
        json.key("agency")
        if let agency = domain.agency { json.string(agency) } else { json.null() }
        json.key("tenant")
        if let tenant = domain.tenant { json.string(tenant) } else { json.null() }
        json.key("primary")
        json.bool(domain.isPrimary)
        json.key("state")
        json.string(domain.state.rawValue)
        json.key("record")
        json.string(domain.recordName)
        json.key("challenge")
        json.string(domain.challenge)
        json.endObject()
    }
}
