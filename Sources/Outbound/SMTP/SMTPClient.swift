public import EventLoop

/// How this house talks to mail servers.
public struct SMTPSettings: Sendable {
    /// What we call ourselves.
    public var helloName: HelloName
    /// How long to wait for what.
    public var timeouts = SMTPTimeouts()
    /// Whose word is taken for a server's name.
    public var trust = TLSContext.Trust.system

    /// The RFC's times and the system's authorities.
    public init(helloName: HelloName) { self.helloName = helloName }
}

/// The one way out by mail: to addresses the policy allows, bounded in time.
public struct SMTPClient: Sendable {
    private let loops: LoopGroup
    private let policy: DestinationPolicy
    private let resolver: any HostResolver
    private let settings: SMTPSettings
    private let verified: LazyTLSContext
    private let unverified: TLSContext

    /// A client whose connections live on the given loops. The system's authorities are read when a server first has to
    /// prove its name, on a thread of the pool.
    public init(
        loops: LoopGroup, policy: DestinationPolicy, resolver: any HostResolver, settings: SMTPSettings,
        blocking: BlockingPool? = nil
    ) throws(StreamError) {
        (self.loops, self.policy, self.resolver, self.settings) = (loops, policy, resolver, settings)
        verified = try LazyTLSContext(trust: settings.trust, blocking: blocking)
        unverified = try TLSContext(trust: .anybody)
    }

    private init(_ other: SMTPClient, policy: DestinationPolicy) {
        (loops, self.policy, resolver, settings) = (other.loops, policy, other.resolver, other.settings)
        (verified, unverified) = (other.verified, other.unverified)
    }

    /// The same client, with what it has read, for other destinations.
    public func limited(to policy: DestinationPolicy) -> SMTPClient { SMTPClient(self, policy: policy) }

    /// Sends one message on a connection of its own.
    public func send(
        _ content: some MailContent, _ envelope: SMTPEnvelope, through server: SMTPServer
    ) async throws -> SMTPDelivery {
        try await withConnection(to: server) { connection in try await connection.send(content, envelope) }
    }

    /// Lends a connection that is ready for messages, and takes leave of the server afterwards.
    public func withConnection<Success: Sendable>(
        to server: SMTPServer, _ body: @escaping @Sendable (SMTPConnection) async throws -> Success
    ) async throws -> Success {
        if let loop = localLoop { return try await withConnection(to: server, on: loop, body) }
        let loop = loops.first
        return try await Task(executorPreference: loop) {
            try await self.withConnection(to: server, on: loop, body)
        }.valueOrCancel
    }

    private func withConnection<Success: Sendable>(
        to server: SMTPServer, on loop: Loop, _ body: @Sendable (SMTPConnection) async throws -> Success
    ) async throws -> Success {
        let connection = try await connect(to: server, on: loop)
        do {
            let success = try await body(connection)
            await connection.quit()
            return success
        } catch {
            await connection.quit()
            throw error
        }
    }

    private func connect(to server: SMTPServer, on loop: Loop) async throws(SMTPError) -> SMTPConnection {
        let tls = try await context(for: server)
        let stream: ByteStream
        do {
            stream = try await ByteStream.connect(
                to: server.host, port: server.port, resolver: resolver, policy: policy, on: loop,
                within: settings.timeouts.connect)
        } catch { throw SMTPError(error) }
        let connection = SMTPConnection(stream, to: server, tls: tls, settings)
        do {
            try await connection.open()
            return connection
        } catch {
            connection.close()
            throw error
        }
    }

    /// A server that is never asked to prove its name needs no authorities.
    private func context(for server: SMTPServer) async throws(SMTPError) -> TLSContext {
        if server.security == .opportunistic || server.security == .none { return unverified }
        do { return try await verified.get() } catch { throw SMTPError(error) }
    }

    private var localLoop: Loop? { Loop.current.flatMap { loop in loops.loops.first { $0 === loop } } }
}
