public import HTTP
public import Outbound

/// The whole configuration, checked. It is made from the environment and nowhere else.
public struct Configuration: Sendable {
    /// Where requests are taken.
    public internal(set) var listen: [ListenAddress] = []
    /// Where `/metrics` is answered.
    public internal(set) var metricsListen: [ListenAddress] = []
    /// How many event loops run.
    public internal(set) var loops: LoopCount = .cores
    /// Networks whose forwarding headers are believed.
    public internal(set) var trustedProxies: [AddressBlock] = []
    /// `KONAK_OUTBOUND_ALLOW`.
    public internal(set) var outboundAllow: [AddressBlock] = []
    /// `KONAK_OUTBOUND_DENY`.
    public internal(set) var outboundDeny: [AddressBlock] = []
    /// By what name mail servers are greeted; nil for what the machine is called.
    public internal(set) var helloName: HelloName?
    /// Hosts that are the operator's without a row saying so.
    public internal(set) var operatorHosts: [HostName] = []
    /// Whom to ask for proofs of domains; empty for those of this machine.
    public internal(set) var nameServers: [ListenAddress] = []
    /// The file with the key of which all others are made; nil for the house's own under `var`.
    public internal(set) var rootKeyFile: String?
    /// The largest request body in bytes.
    public internal(set) var maxBody = 0
    /// The most connections at a time.
    public internal(set) var maxConnections = 0
    /// How long a request may take in all.
    public internal(set) var requestTimeout: Duration = .zero
    /// How long the head of a request may take.
    public internal(set) var headerTimeout: Duration = .zero
    /// How long a kept connection may be silent.
    public internal(set) var idleTimeout: Duration = .zero
    /// How fast anybody may ask and send, where no plan says otherwise.
    public internal(set) var rates = RatePlan.standard
    /// The memory in which processes count together; none when each counts alone.
    public internal(set) var redis: RedisURL?
    /// How long a stop waits for requests under way.
    public internal(set) var drainTimeout: Duration = .zero

    /// False when this process leaves jobs to others.
    public internal(set) var jobs = true
    /// Jobs at once in this process.
    public internal(set) var workers = 0
    /// Jobs at once of one tenant, in all processes together.
    public internal(set) var workersPerTenant = 0
    /// How long a job is a worker's without a word from it.
    public internal(set) var jobLease: Duration = .zero
    /// How long jobs that are done are kept.
    public internal(set) var jobRetention: Duration = .zero

    /// Addresses of the databases; without any, the private cluster serves.
    public internal(set) var databases = DatabaseAddresses()
    /// Connections for each loop and role.
    public internal(set) var databaseConnections = 0
    /// How long a statement may take.
    public internal(set) var statementTimeout: Duration = .zero
    /// The folder with PostgreSQL's programs, when it is not Debian's.
    public internal(set) var postgresPrograms: String?
    /// The folder with the migrations, when it is not beside the program.
    public internal(set) var migrations: String?

    /// The folder for what the server keeps.
    public internal(set) var varFolder = ""
    /// Where the line of each request goes.
    public internal(set) var accessLog: AccessLogTarget = .off
    /// The least weighty event that is logged.
    public internal(set) var logLevel: LogLevel = .info
    /// True when the routes of `konak bench` are there.
    public internal(set) var bench = false
    /// True when the living page of the design is there.
    public internal(set) var design = false

    /// Blank, and not to be seen: `init(environment:)` fills every field from the table.
    init() {}
}

/// One database address for each role; no role's pool ever uses another's.
public struct DatabaseAddresses: Sendable, Hashable {
    /// Tenants' data.
    public internal(set) var app: DatabaseURL?
    /// Sites, sessions, queues.
    public internal(set) var control: DatabaseURL?
    /// A tenant's customers.
    public internal(set) var portal: DatabaseURL?
    /// Migrations.
    public internal(set) var owner: DatabaseURL?
    /// `konak database prepare`, and nothing else.
    public internal(set) var superuser: DatabaseURL?

    /// True when no address is given: the server then runs its own private cluster.
    public var areEmbedded: Bool {
        app == nil && control == nil && portal == nil && owner == nil && superuser == nil
    }
}
