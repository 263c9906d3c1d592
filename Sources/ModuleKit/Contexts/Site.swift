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

    /// All of it in one piece: every request hands its site on, which then costs one count and not one for each text.
    private final class Content: Sendable {
        let host: String
        let surface: Surface
        let agency: AgencyID?
        let tenant: TenantID?
        let brand: Brand
        let language: Language

        init(
            _ host: String, _ surface: Surface, _ agency: AgencyID?, _ tenant: TenantID?, _ brand: Brand,
            _ language: Language
        ) {
            (self.host, self.surface, self.agency, self.tenant) = (host, surface, agency, tenant)
            (self.brand, self.language) = (brand, language)
        }
    }

    private let content: Content

    /// The host as it was registered.
    public var host: String { content.host }
    /// Which face.
    public var surface: Surface { content.surface }
    /// Whose brand; none for the operator.
    public var agency: AgencyID? { content.agency }
    /// Which household; none above the tenants.
    public var tenant: TenantID? { content.tenant }
    /// How it looks and what it is called.
    public var brand: Brand { content.brand }
    /// The language of who has not chosen one.
    public var language: Language { content.language }

    /// A site.
    public init(
        host: String, surface: Surface, agency: AgencyID?, tenant: TenantID?, brand: Brand, language: Language
    ) {
        content = Content(host, surface, agency, tenant, brand, language)
    }

    /// True when both say the same.
    public static func == (left: Site, right: Site) -> Bool {
        let (one, other) = (left.content, right.content)
        return one === other
            || one.host == other.host && one.surface == other.surface && one.agency == other.agency
                && one.tenant == other.tenant && one.brand == other.brand && one.language == other.language
    }

    /// By host and face, which no two sites share.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(content.host)
        hasher.combine(content.surface)
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
