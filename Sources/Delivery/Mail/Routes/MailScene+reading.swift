import Core
import HTTP
import ModuleKit
import Outbound
import Postgres
import SQL

extension MailScene {
    /// The statements whose answers make a scene, for one reader.
    static func queries(_ house: MailHouse, for audience: MailOrder.Audience) -> [Query] {
        let (agency, tenant) = (house.agency, house.tenant)
        let levels: Query = """
            (agency_id IS NULL OR agency_id = coalesce(\(agency),
                (SELECT t.agency_id FROM kernel.tenant t WHERE t.id = \(tenant)))
                AND (tenant_id IS NULL OR tenant_id = \(tenant)))
            """
        return [
            people(agency, tenant, audience.rawValue),
            """
            SELECT agency_id, tenant_id, id, host, port, security, user_name, sealed_password, sender_address,
                sender_name, reply_to
            FROM delivery.mail_route WHERE \(fragment: levels)
            """,
            """
            SELECT agency_id, tenant_id, id, domain, selector, kind, public_key, sealed_key
            FROM delivery.mail_key WHERE \(fragment: levels) ORDER BY created_at DESC, id LIMIT 20
            """,
        ]
    }

    private static func people(_ agency: AgencyID?, _ tenant: TenantID?, _ surface: String) -> Query {
        """
        SELECT t.id, t.name, a.id, a.name, bt.name, bt.hue, bt.chroma, bt.sender_name, bt.sender_address,
            bt.support_address, ba.name, ba.hue, ba.chroma, ba.sender_name, ba.sender_address, ba.support_address,
            bp.name, bp.hue, bp.chroma, bp.sender_name, bp.sender_address, bp.support_address,
            (SELECT d.host FROM kernel.domain d
             WHERE d.agency_id IS NOT DISTINCT FROM a.id AND d.tenant_id IS NOT DISTINCT FROM t.id
               AND d.state = 'verified'
               AND d.surface = CASE WHEN t.id IS NOT NULL THEN \(surface) WHEN a.id IS NOT NULL THEN 'agency'
                   ELSE 'operator' END
             ORDER BY d.is_primary DESC, d.host LIMIT 1)
        FROM (SELECT \(agency) AS agency_id, \(tenant) AS tenant_id) w
        LEFT JOIN kernel.tenant t ON t.id = w.tenant_id AND t.state <> 'erased'
        LEFT JOIN kernel.agency a ON a.id = coalesce(w.agency_id, t.agency_id)
        LEFT JOIN kernel.brand bt ON bt.tenant_id = t.id
        LEFT JOIN kernel.brand ba ON ba.agency_id = a.id AND ba.tenant_id IS NULL
        LEFT JOIN kernel.brand bp ON bp.agency_id IS NULL
        """
    }

    /// Reads the answers; nil when agency or tenant are not there.
    init?(_ answers: [Rows], _ house: MailHouse) throws {
        guard answers.count == 3, let row = answers[0].first else { return nil }
        let (tenant, agency) = (
            try row.decodeIfPresent(0, as: TenantID.self), try row.decodeIfPresent(2, as: AgencyID.self)
        )
        if house.tenant != nil, tenant == nil || agency == nil { return nil }
        if house.agency != nil, agency == nil { return nil }
        platform = try Level(row, title: nil, from: 16)
        if agency != nil { self.agency = try Level(row, title: row.decode(3), from: 10) }
        if tenant != nil { self.tenant = try Level(row, title: row.decode(1), from: 4) }
        host = try row.decodeIfPresent(22)
        for row in answers[1] {
            // A route that this version cannot read is no route; its level would else send through another's.
            try change(row) { $0.route = try MailRoute(row) }
        }
        for row in answers[2] {
            try change(row) { $0.keys.append(try MailKey(row)) }
        }
    }

    private mutating func change(_ row: Row, _ body: (inout Level) throws -> Void) throws {
        if try row.decodeIfPresent(1, as: TenantID.self) != nil {
            guard var level = tenant else { return }
            try body(&level)
            tenant = level
        } else if try row.decodeIfPresent(0, as: AgencyID.self) != nil {
            guard var level = agency else { return }
            try body(&level)
            agency = level
        } else {
            try body(&platform)
        }
    }
}

extension MailScene.Level {
    fileprivate init(_ row: Row, title: String?, from first: Int) throws {
        self.title = title
        brandName = try row.decodeIfPresent(first)
        hue = try row.decodeIfPresent(first + 1, as: Int32.self).map(Int.init)
        chroma = try row.decodeIfPresent(first + 2, as: Int32.self).map(Int.init)
        senderName = try row.decodeIfPresent(first + 3)
        senderAddress = try row.decodeIfPresent(first + 4)
        supportAddress = try row.decodeIfPresent(first + 5)
    }
}

extension MailHouse {
    var agency: AgencyID? { if case .agency(let agency) = self { agency } else { nil } }
}

/// A row that another version wrote, or a hand.
struct UnreadableRoute: Error {}

extension MailRoute {
    /// From the columns of a scene's second answer.
    init(_ row: Row) throws {
        guard let host = HostName(try row.decode(3, as: String.self)),
            let port = UInt16(exactly: try row.decode(4, as: Int32.self)),
            let security = Security(rawValue: try row.decode(5, as: String.self)),
            let sender = try? MailAddress(try row.decode(8, as: String.self))
        else { throw UnreadableRoute() }
        self.init(
            id: try row.decode(2), host: host, port: port, security: security, user: try row.decodeIfPresent(6),
            senderAddress: sender, senderName: try row.decodeIfPresent(9),
            replyTo: try row.decodeIfPresent(10, as: String.self).flatMap { try? MailAddress($0) })
        sealedPassword = try row.decodeIfPresent(7)
    }
}

extension MailKey {
    /// From the columns of a scene's third answer.
    init(_ row: Row) throws {
        guard let domain = HostName(try row.decode(3, as: String.self)),
            let selector = HostName(try row.decode(4, as: String.self))
        else { throw UnreadableRoute() }
        self.init(
            id: try row.decode(2), domain: domain, selector: selector, kind: try row.decode(5),
            publicKey: try row.decode(6), sealed: try row.decode(7))
    }
}
