extension ConfigurationKey {
    /// Every key there is, in the order of the documentation.
    public static let all: [ConfigurationKey] = listeners + limits + jobs + outbound + databases + state

    /// The key of a name.
    public static func named(_ name: String) -> ConfigurationKey? { all.first { $0.name == name } }

    private static let listeners: [ConfigurationKey] = [
        .init(
            "KONAK_LISTEN", \.listen, .listenAddresses, default: "127.0.0.1:8080",
            "Addresses on which requests are taken."),
        .init(
            "KONAK_METRICS_LISTEN", \.metricsListen, .listenAddresses, default: "127.0.0.1:8081",
            "Addresses of /metrics. Keep them private."),
        .init("KONAK_LOOPS", \.loops, .loopCount, default: "cores", "Event loops, each a thread of its own."),
        .init(
            "KONAK_TRUSTED_PROXIES", \.trustedProxies, .addressBlocks, default: "",
            "Networks of proxies whose X-Forwarded-* headers are believed."),
        .init(
            "KONAK_OPERATOR_HOSTS", \.operatorHosts, .hostNames, default: "127.0.0.1,[::1],localhost,konak.localhost",
            "Hosts of the operator's console. Agencies and tenants may be given hosts below them."),
        .init(
            "KONAK_NAME_SERVERS", \.nameServers, .listenAddresses, default: "",
            "Name servers that are asked for the proofs of domains, when not those of this machine."),
    ]

    private static let limits: [ConfigurationKey] = [
        .init("KONAK_MAX_BODY", \.maxBody, .size(1024...1 << 36), default: "10MiB", "The largest request body."),
        .init(
            "KONAK_MAX_CONNECTIONS", \.maxConnections, .number(1...1_000_000), default: "10000",
            "Connections at a time; further ones are closed at once."),
        .init(
            "KONAK_REQUEST_TIMEOUT", \.requestTimeout, .duration(100...3_600_000), default: "30s",
            "The longest time a handler may take to answer, waiting for the body aside."),
        .init(
            "KONAK_HEADER_TIMEOUT", \.headerTimeout, .duration(100...600_000), default: "10s",
            "The longest time the head of a request may take."),
        .init(
            "KONAK_IDLE_TIMEOUT", \.idleTimeout, .duration(100...3_600_000), default: "75s",
            "How long a kept connection may be silent."),
        .init(
            "KONAK_DRAIN_TIMEOUT", \.drainTimeout, .duration(0...600_000), default: "30s",
            "How long a stop waits for requests under way."),
        .init(
            "KONAK_RATES", \.rates, .rates,
            default: "address=3000,tenant=30000,user=1200,key=1200,mail=50,sms=20,whatsapp=20",
            "Requests and messages a minute: of an address, of a tenant, of a person, of an API key; a person's mails, SMS"
                + " and WhatsApp messages. A plan or a tenant may have others. Off leaves requests to the routes' own limits."
        ),
        .init(
            "KONAK_REDIS_URL", \.redis, .redisURL, isSecret: true,
            "Redis in which all nodes count paces together; redis://, rediss:// (?ca=FILE) or unix://. Without it, and while"
                + " it is away, each process counts alone."),
    ]

    private static let jobs: [ConfigurationKey] = [
        .init(
            "KONAK_JOBS", \.jobs, .onOrOff, default: "on",
            "Runs jobs and services beside requests. Off leaves them to `konak worker`."),
        .init("KONAK_WORKERS", \.workers, .number(1...10_000), default: "64", "Jobs at once in this process."),
        .init(
            "KONAK_WORKERS_PER_TENANT", \.workersPerTenant, .number(1...10_000), default: "16",
            "Jobs at once of one tenant, in all processes together."),
        .init(
            "KONAK_JOB_LEASE", \.jobLease, .duration(200...600_000), default: "30s",
            "How long a job is left to a worker that says nothing. The same on every node."),
        .init(
            "KONAK_JOB_RETENTION", \.jobRetention, .duration(0...31_536_000_000), default: "168h",
            "How long jobs that are done are kept."),
    ]

    private static let outbound: [ConfigurationKey] = [
        .init(
            "KONAK_OUTBOUND_ALLOW", \.outboundAllow, .addressBlocks, default: "",
            "Networks besides the public ones that requests of ours may go to."),
        .init(
            "KONAK_OUTBOUND_DENY", \.outboundDeny, .addressBlocks, default: "",
            "Networks that requests of ours never go to, such as our own public ones."),
        .init(
            "KONAK_MAIL_HELLO", \.helloName, .helloName,
            "How mail servers are greeted: the name that this machine's address has in the public DNS, or that address in"
                + " brackets. Without it an operator's host, the machine's full name, or the address we come from."),
    ]

    private static let databases: [ConfigurationKey] = [
        .init(
            "KONAK_DATABASE_APP_URL", \.databases.app, .databaseURL, isSecret: true,
            "Database of role konak_app (tenants' data). Without any address a private cluster runs."),
        .init(
            "KONAK_DATABASE_CONTROL_URL", \.databases.control, .databaseURL, isSecret: true,
            "Database of role konak_control (sites, sessions, queues)."),
        .init(
            "KONAK_DATABASE_PORTAL_URL", \.databases.portal, .databaseURL, isSecret: true,
            "Database of role konak_portal (tenants' customers)."),
        .init(
            "KONAK_DATABASE_OWNER_URL", \.databases.owner, .databaseURL, isSecret: true,
            "Database of role konak_owner; for `konak migrate`, and for export, import and erasure of tenants."),
        .init(
            "KONAK_DATABASE_SUPERUSER_URL", \.databases.superuser, .databaseURL, isSecret: true,
            "Database as superuser; for `konak database prepare` only, refused by `konak serve`."),
        .init(
            "KONAK_DATABASE_CONNECTIONS", \.databaseConnections, .number(1...100), default: "4",
            "Database connections for each loop and role."),
        .init(
            "KONAK_DATABASE_STATEMENT_TIMEOUT", \.statementTimeout, .duration(10...600_000), default: "10s",
            "The longest time a statement may take."),
        .init(
            "KONAK_POSTGRES", \.postgresPrograms, .path,
            "Folder of initdb and postgres for the private cluster, when not under /usr/lib/postgresql."),
        .init(
            "KONAK_MIGRATIONS", \.migrations, .path,
            "Folder of the migrations, when it is not beside the program."),
    ]

    private static let state: [ConfigurationKey] = [
        .init("KONAK_VAR", \.varFolder, .path, default: "./var", "Folder for all that the server keeps."),
        .init(
            "KONAK_ROOT_KEY_FILE", \.rootKeyFile, .path,
            "File with the key of which all others are made, 64 hexadecimal digits; the same on every node. Without it"
                + " var/root.key, made on the first start. Back it up, apart from the database."),
        .init(
            "KONAK_ACCESS_LOG", \.accessLog, .accessLog, default: "stdout", "Where one JSON line for each request goes."
        ),
        .init("KONAK_LOG_LEVEL", \.logLevel, .word, default: "info", "The least weighty event that is logged."),
        .init("KONAK_BENCH", \.bench, .onOrOff, default: "off", "Adds the routes that `konak bench` measures."),
        .init(
            "KONAK_DESIGN", \.design, .onOrOff, default: "off",
            "Shows every component on `/design`, to this machine only."),
    ]
}
