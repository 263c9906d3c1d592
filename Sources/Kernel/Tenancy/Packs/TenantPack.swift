import Core

/// A file of `tenants/`: plans, agencies, tenants, their brands and hosts, and what they begin with. Data, never code.
public struct TenantPack: Decodable, Sendable {
    /// The form of the file; this version reads 1.
    public let format: Int
    /// The platform's own brand.
    public let brand: PackBrand?
    /// Plans that every agency may sell.
    public let plans: [PackPlan]?
    /// The agencies.
    public let agencies: [PackAgency]
    /// The operator's own people.
    var people: [PackPerson]?

    /// Everybody in it, with the place where they are: `AGENCY/TENANT`, `AGENCY` or `operator`.
    public var everybody: [(place: String, person: PackPerson)] {
        let above = (people ?? []).map { ("operator", $0) }
        return agencies.reduce(into: above) { all, agency in
            all += (agency.people ?? []).map { (agency.slug, $0) }
            for tenant in agency.tenants { all += (tenant.people ?? []).map { ("\(agency.slug)/\(tenant.slug)", $0) } }
        }
    }

    /// Reads a pack, or says which line or value is wrong.
    public static func read(_ bytes: [UInt8]) throws(PackFault) -> TenantPack {
        let pack: TenantPack
        do throws(JSONRefusal) { pack = try JSONReader.decode(TenantPack.self, from: bytes) } catch {
            throw PackFault("the file cannot be read: \(error.debugDescription)")
        }
        guard pack.format == 1 else { throw PackFault("its format is \(pack.format), this version reads 1") }
        return pack
    }
}

/// Names and colours; what is left out is as the level above has it.
public struct PackBrand: Decodable, Sendable {
    let name: String?
    let hue: Int?
    let chroma: Int?
    let logo: String?
    let senderName: String?
    let senderAddress: String?
    let supportAddress: String?
}

/// A plan.
public struct PackPlan: Decodable, Sendable {
    let key: String
    let name: PackWords
    let modules: [String]
    let limits: [String: Int]?
}

/// A text in both languages.
public struct PackWords: Decodable, Sendable {
    let tr: String
    let en: String
}

/// An agency with its tenants.
public struct PackAgency: Decodable, Sendable {
    let slug: String
    let name: String
    let brand: PackBrand?
    let domains: [String]?
    let plans: [PackPlan]?
    let tenants: [PackTenant]
    var people: [PackPerson]?
}

/// A tenant. Its state is the one it begins with.
public struct PackTenant: Decodable, Sendable {
    let slug: String
    let name: String
    let plan: String
    let state: String?
    let language: String?
    let timeZone: String?
    let brand: PackBrand?
    let domains: PackDomains?
    let teams: [String]?
    let modulesOff: [String]?
    let content: [PackRows]?
    var people: [PackPerson]?
}

/// Somebody of a demonstration. Nobody's password is in a pack.
public struct PackPerson: Decodable, Sendable {
    /// The mail address.
    public let address: String
    /// What they are called.
    public let name: String
    /// What they are there.
    public let role: String
    /// Their language, `tr` or `en`; `tr` unless given.
    public let language: String?
}

/// A tenant's hosts; the first of each kind is the one that links name.
public struct PackDomains: Decodable, Sendable {
    let app: [String]?
    let portal: [String]?
}

/// Rows of one table. A row's `key` makes its id, so that a second time finds it again; a text like `"@customer/ayse"`
/// stands for the id of the row of that module's table `customer` with the key `ayse`.
public struct PackRows: Decodable, Sendable {
    let table: String
    let rows: [JSONValue]
}

/// Why a pack cannot be applied.
public struct PackFault: Error, Sendable, CustomStringConvertible {
    /// A sentence for the operator.
    public let description: String
    init(_ sentence: String) { description = sentence }
}
