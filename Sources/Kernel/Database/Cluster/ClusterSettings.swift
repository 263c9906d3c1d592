/// The files that make a plain cluster ours: settings, who may come in, and as whom.
struct ClusterSettings: Sendable {
    let place: ClusterPlace
    /// The most connections all pools together may open.
    let connections: Int
    /// Names of the operating system's accounts that are let in.
    let accounts: [String]

    /// `konak.conf`, included last, so that it wins over what initdb wrote. Durable first: no setting trades a
    /// confirmed commit for speed.
    var configuration: String {
        """
        # Written by konak at every start; changes here do not last.
        listen_addresses = ''
        unix_socket_directories = \(Self.quoted(place.socketFolder.text))
        unix_socket_permissions = 0700
        port = 5432
        max_connections = \(max(100, connections + 20))
        shared_buffers = 128MB
        effective_cache_size = 512MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        random_page_cost = 1.1
        jit = off
        synchronous_commit = on
        fsync = on
        full_page_writes = on
        min_wal_size = 256MB
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = \(Self.quoted(place.log.text))
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        log_file_mode = 0600
        log_line_prefix = '%m [%p] %q%u '
        log_min_duration_statement = 1s
        log_lock_waits = on
        # Values of rows are personal data: neither parameters nor DETAIL reach the log.
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_error_verbosity = terse

        """
    }

    /// `pg_hba.conf`: through the socket, as whom the kernel says one is. No password, no trust, no network.
    var access: String {
        """
        # Written by konak at every start; changes here do not last.
        local all all peer map=konak

        """
    }

    /// `pg_ident.conf`: which account may be which role.
    var identities: String {
        let roles = ["postgres"] + DatabaseRole.allCases.map(\.rawValue)
        let lines = accounts.flatMap { account in roles.map { "konak \(Self.identity(account)) \($0)" } }
        return "# Written by konak at every start; changes here do not last.\n" + lines.joined(separator: "\n") + "\n"
    }

    /// A text in a configuration file: quotes are doubled, backslashes too.
    static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "'" || $0 == "\\" ? "\($0)\($0)" : "\($0)" }.joined()
        return "'\(escaped)'"
    }

    /// A leading slash would make it a pattern; quotes keep blanks and commas together.
    private static func identity(_ account: String) -> String {
        "\"\(account.filter { $0 != "\"" && $0 != "\n" })\""
    }
}
