public import Core

/// A host of the house: whose it is, and which of its faces it shows.
public struct Site: Sendable, Hashable {
    /// The faces of the house.
    public enum Surface: String, Sendable, Hashable, CaseIterable {
        /// The operator's console.
        case `operator`
        /// An agency's console.
        case agency
        /// Where a tenant's people work.
        case app
        /// Where a tenant's customers look after themselves.
        case portal
    }

    /// The host as it was registered.
    public let host: String
    /// Which face.
    public let surface: Surface
    /// Whose brand; none for the operator.
    public let agency: AgencyID?
    /// Which household; none above the tenants.
    public let tenant: TenantID?
    /// How it looks and what it is called.
    public let brand: Brand
    /// The language of who has not chosen one.
    public let language: Language

    /// A site.
    public init(
        host: String, surface: Surface, agency: AgencyID?, tenant: TenantID?, brand: Brand, language: Language
    ) {
        (self.host, self.surface, self.agency, self.tenant) = (host, surface, agency, tenant)
        (self.brand, self.language) = (brand, language)
    }
}

/// How a site looks and what it is called, with every gap filled from the level above.
public struct Brand: Sendable, Hashable {
    /// The name people read.
    public let name: String
    /// The accent's hue in degrees.
    public let hue: Int
    /// The accent's chroma in thousandths.
    public let chroma: Int
    /// The logo's file.
    public let logoFile: String?
    /// The name that mail comes from.
    public let senderName: String?
    /// The address that mail comes from.
    public let senderAddress: String?
    /// Whom to ask.
    public let supportAddress: String?

    /// A brand.
    public init(
        name: String, hue: Int, chroma: Int, logoFile: String? = nil, senderName: String? = nil,
        senderAddress: String? = nil, supportAddress: String? = nil
    ) {
        (self.name, self.hue, self.chroma, self.logoFile) = (name, hue, chroma, logoFile)
        (self.senderName, self.senderAddress, self.supportAddress) = (senderName, senderAddress, supportAddress)
    }
}
