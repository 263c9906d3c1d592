/// How to reach the private cluster as each role.
struct ClusterAddresses {
    let place: ClusterPlace

    init(_ place: ClusterPlace) { self.place = place }

    func role(_ role: DatabaseRole) -> DatabaseURL { url(user: role.rawValue, EmbeddedCluster.database) }

    /// For preparing, and nothing else.
    var superuser: DatabaseURL { url(user: "postgres", "postgres") }

    /// What serving and migrating need.
    var forServing: DatabaseAddresses {
        var addresses = DatabaseAddresses()
        addresses.app = role(.app)
        addresses.control = role(.control)
        addresses.portal = role(.portal)
        addresses.owner = role(.owner)
        return addresses
    }

    private func url(user: String, _ database: String) -> DatabaseURL {
        // `host` in the parameters, as a path cannot stand before the slash unescaped; the port keeps PGPORT out.
        let host = PercentText.encoded(place.socketFolder.text)
        return DatabaseURL(trusted: "postgresql:///\(database)?host=\(host)&port=5432&user=\(user)")
    }
}
