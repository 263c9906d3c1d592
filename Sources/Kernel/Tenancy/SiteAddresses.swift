import Core
public import Postgres

/// Where each site answers, as a file for people and scripts.
public struct SiteAddresses: Sendable {
    private struct Address: Sendable {
        let surface: String
        let owner: String
        let url: String
    }

    private let addresses: [Address]

    /// Asks as konak_control; the first plain listener gives the port.
    public init(control: consuming ScriptConnection, listen: [ListenAddress]) throws {
        let port = listen.first?.port ?? 8080
        let suffix = port == 80 ? "" : ":\(port)"
        let rows = try control.rows(
            """
            SELECT d.surface, coalesce(a.slug || coalesce('/' || t.slug, ''), 'operator'), d.host
            FROM kernel.domain d LEFT JOIN kernel.agency a ON a.id = d.agency_id LEFT JOIN kernel.tenant t ON t.id = d.tenant_id
            WHERE d.state = 'verified' ORDER BY 2, 1, d.is_primary DESC, 3
            """)
        let sites = rows.compactMap { row -> Address? in
            guard let surface = row[0], let owner = row[1], let host = row[2] else { return nil }
            return Address(surface: surface, owner: owner, url: "http://\(host)\(suffix)/")
        }
        addresses = [Address(surface: "operator", owner: "operator", url: "http://konak.localhost\(suffix)/")] + sites
    }

    /// The file's content.
    public func json() -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("sites")
        json.beginArray()
        for address in addresses {
            json.beginObject()
            json.key("surface")
            json.string(address.surface)
            json.key("owner")
            json.string(address.owner)
            json.key("url")
            json.string(address.url)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newLine()
        return String(decoding: json.finish(), as: UTF8.self)
    }
}
