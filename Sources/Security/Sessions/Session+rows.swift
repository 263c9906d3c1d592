import Core
import SQL

extension Sessions {
    /// What a session is read from, in the order of `Session.init`.
    static let columns: Query = """
        s.id, s.kind, s.person_id, s.customer_id, s.agency_id, s.tenant_id, s.host, s.stage, s.label, s.created_at, \
        s.last_used_at, s.second_factor_at, s.proved_at, s.device_id, s.impersonation_id, s.expires_at
        """
    /// How many they are.
    static let columnCount = 16

    /// Neither revoked nor too old nor left alone for too long. Columns of `security.session` only.
    static func lives(_ now: Timestamp) -> Query {
        """
        revoked_at IS NULL AND expires_at > \(now) \
        AND last_used_at > \(now) - make_interval(secs => idle_seconds)
        """
    }

    /// A duration of whole seconds.
    static func seconds(_ duration: Duration) -> Query {
        "make_interval(secs => \(Double(duration.components.seconds)))"
    }
}

extension SessionHolder {
    var columns: (kind: String, customer: CustomerID?) {
        switch self {
        case .staff: ("staff", nil)
        case .customer(let customer, _): ("customer", customer)
        case .house: ("house", nil)
        }
    }

    init?(kind: String, person: UserID?, customer: CustomerID?, agency: AgencyID?, tenant: TenantID?) {
        switch (kind, person, customer, tenant) {
        case ("staff", let person?, nil, let tenant?): self = .staff(person, tenant)
        case ("customer", nil, let customer?, let tenant?): self = .customer(customer, tenant)
        case ("house", let person?, nil, nil): self = .house(person, agency)
        default: return nil
        }
    }
}

/// A row that its own checks should have kept out.
struct TornRow: Error {
    let table: String
}

extension Session {
    init(_ row: Row) throws {
        let holder = SessionHolder(
            kind: try row.decode(1), person: try row.decodeIfPresent(2), customer: try row.decodeIfPresent(3),
            agency: try row.decodeIfPresent(4), tenant: try row.decodeIfPresent(5))
        guard let holder, let stage = SessionStage(rawValue: try row.decode(7)) else {
            throw TornRow(table: "security.session")
        }
        (id, self.holder, host, self.stage) = (try row.decode(0), holder, try row.decode(6), stage)
        (label, created, lastUsed) = (try row.decode(8), try row.decode(9), try row.decode(10))
        (secondFactor, proved) = (try row.decodeIfPresent(11), try row.decode(12))
        (device, impersonation) = (try row.decodeIfPresent(13), try row.decodeIfPresent(14))
        expires = try row.decode(15)
    }
}
