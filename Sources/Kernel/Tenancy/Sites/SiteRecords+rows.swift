import Core
import HTTP
import ModuleKit
import Postgres
import SQL

extension SiteRecords {
    /// All of it. The first statement stands alone on purpose: two would see two moments, and join a host of one to a
    /// tenant of the other. A gap of a brand is filled from the level above.
    static let queries: [Query] = [
        """
        SELECT d.host, d.surface, coalesce(d.state = 'verified', false), coalesce(d.is_primary, false),
            coalesce(d.agency_id, t.agency_id), t.agency_id, a.state, coalesce(d.tenant_id, t.id), t.state, t.language,
            coalesce(bt.name, ba.name, bp.name), coalesce(bt.hue, ba.hue, bp.hue),
            coalesce(bt.chroma, ba.chroma, bp.chroma), coalesce(bt.logo_file, ba.logo_file, bp.logo_file),
            coalesce(bt.sender_name, ba.sender_name, bp.sender_name),
            coalesce(bt.sender_address, ba.sender_address, bp.sender_address),
            coalesce(bt.support_address, ba.support_address, bp.support_address),
            p.modules, s.switched_on, s.switched_off, p.limits::text, (t.settings -> 'rates')::text
        FROM kernel.domain d
        FULL JOIN kernel.tenant t ON t.id = d.tenant_id
        LEFT JOIN kernel.agency a ON a.id = coalesce(d.agency_id, t.agency_id)
        LEFT JOIN kernel.plan p ON p.id = t.plan_id
        LEFT JOIN kernel.brand bt ON bt.tenant_id = t.id
        LEFT JOIN kernel.brand ba ON ba.agency_id = a.id AND ba.tenant_id IS NULL
        LEFT JOIN kernel.brand bp ON bp.agency_id IS NULL
        LEFT JOIN (
            SELECT tenant_id, array_agg(module) FILTER (WHERE is_on) AS switched_on,
                array_agg(module) FILTER (WHERE NOT is_on) AS switched_off
            FROM kernel.module_switch GROUP BY tenant_id) s ON s.tenant_id = t.id
        """,
        """
        SELECT name, hue, chroma, logo_file, sender_name, sender_address, support_address
        FROM kernel.brand WHERE agency_id IS NULL
        """,
        "SELECT block FROM kernel.denied_address",
    ]

    /// Reads the answers.
    init(_ answers: [Rows]) throws {
        guard answers.count == Self.queries.count else { throw PostgresError(.protocolViolation, "fewer answers") }
        platform = try answers[1].first.map { try Brand($0, from: 0) } ?? .house
        denied = AddressDenyList(answers[2].compactMap { try? AddressBlock($0.decode(0, as: String.self)) })
        all.reserveCapacity(answers[0].count)
        for row in answers[0] {
            if let record = try? SiteRecord(row) { all.append(record) } else { unreadable += 1 }
        }
    }
}

extension SiteRecord {
    fileprivate init(_ row: Row) throws {
        host = try row.decodeIfPresent(0)
        surface = try row.word(1)
        isVerified = try row.decode(2)
        isPrimary = try row.decode(3)
        agency = try row.decodeIfPresent(4)
        tenantAgency = try row.decodeIfPresent(5)
        agencyState = try row.word(6)
        tenant = try row.decodeIfPresent(7)
        tenantState = try row.word(8)
        language = try row.word(9) ?? .tr
        brand = try Brand(row, from: 10)
        planFeatures = Set(try row.decodeIfPresent(17, as: [String].self) ?? [])
        for module in try row.decodeIfPresent(18, as: [String].self) ?? [] { switches[module] = true }
        for module in try row.decodeIfPresent(19, as: [String].self) ?? [] { switches[module] = false }
        rates = RatePlan.rates(in: try row.decodeIfPresent(20), prefix: "rate_")
        rates.merge(RatePlan.rates(in: try row.decodeIfPresent(21), prefix: "")) { $1 }
    }
}

extension Brand {
    fileprivate init(_ row: Row, from first: Int) throws {
        func number(_ column: Int) throws -> Int? { try row.decodeIfPresent(column, as: Int16.self).map(Int.init) }
        self.init(
            name: try row.decodeIfPresent(first) ?? Brand.house.name, hue: try number(first + 1) ?? Brand.house.hue,
            chroma: try number(first + 2) ?? Brand.house.chroma, logoFile: try row.decodeIfPresent(first + 3),
            senderName: try row.decodeIfPresent(first + 4), senderAddress: try row.decodeIfPresent(first + 5),
            supportAddress: try row.decodeIfPresent(first + 6))
    }
}

/// A word of the database that this version has no case for.
private struct UnknownWord: Error {}

extension Row {
    /// A case by its raw value, nil for NULL. A state that is not known must not be guessed.
    fileprivate func word<Word: RawRepresentable>(_ column: Int) throws -> Word? where Word.RawValue == String {
        guard let text = try decodeIfPresent(column, as: String.self) else { return nil }
        guard let word = Word(rawValue: text) else { throw UnknownWord() }
        return word
    }
}
