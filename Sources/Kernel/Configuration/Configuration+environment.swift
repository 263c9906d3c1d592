extension Configuration {
    /// The prefix that makes a variable ours.
    public static let prefix = "KONAK_"

    /// The configuration in these variables, or everything that is wrong with it at once.
    public init(environment: [String: String]) throws(ConfigurationFaults) {
        self.init()
        var faults = Self.unknownKeys(in: environment)
        for key in ConfigurationKey.all {
            if let fault = fill(key, from: environment) { faults.append(fault) }
        }
        faults += databaseFaults() + listenerFaults()
        guard faults.isEmpty else { throw ConfigurationFaults(faults: faults) }
    }

    /// A misspelt key would otherwise leave its default in force without a word.
    private static func unknownKeys(in environment: [String: String]) -> [ConfigurationFault] {
        let known = ConfigurationKey.all.map(\.name)
        return environment.keys.filter { $0.hasPrefix(prefix) && !known.contains($0) }.sorted().map { name in
            let nearest = Spelling.nearest(to: name, in: known)
            let advice = nearest.map { "; did you mean \($0)?" } ?? "; `konak configuration` lists what there is"
            return ConfigurationFault(.unknownKey, name, "is not a known key\(advice)")
        }
    }

    /// An empty variable counts as absent: that is how compose files and unit files leave a key out.
    private mutating func fill(_ key: ConfigurationKey, from environment: [String: String]) -> ConfigurationFault? {
        let given = environment[key.name] ?? ""
        let text = given.isEmpty ? key.fallback : given
        guard !(text.isEmpty && key.isOptional) else { return nil }
        do throws(ValueRefusal) {
            try key.assign(text, &self)
            return nil
        } catch {
            return ConfigurationFault(.badValue, key.name, error.sentence)
        }
    }

    /// With one address given, the roles the server cannot do without must be given too: it would otherwise split itself
    /// between two databases.
    private func databaseFaults() -> [ConfigurationFault] {
        guard !databases.areEmbedded, databases.app == nil || databases.control == nil else { return [] }
        guard databases.superuser == nil || databases.app != nil || databases.control != nil else { return [] }
        let missing = [("KONAK_DATABASE_APP_URL", databases.app), ("KONAK_DATABASE_CONTROL_URL", databases.control)]
        return missing.filter { $0.1 == nil }.map {
            ConfigurationFault(.missing, $0.0, "must be given when any other database address is")
        }
    }

    private func listenerFaults() -> [ConfigurationFault] {
        Set(listen).intersection(metricsListen).filter { $0.port != 0 }.map {
            ConfigurationFault(.conflict, "KONAK_METRICS_LISTEN", "names \($0), which KONAK_LISTEN has already")
        }
    }
}
