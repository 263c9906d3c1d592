import Core

/// What a pace is counted by, with a rule of its own.
public enum RatePace: String, Sendable, Hashable, CaseIterable {
    /// An address, at a tenant's hosts.
    case address
    /// All of a tenant together.
    case tenant
    /// A person, a customer too.
    case user
    /// An API key.
    case key
    /// A person's mails.
    case mail
    /// A person's short messages.
    case sms
    /// A person's WhatsApp messages.
    case whatsapp
    /// A route's own rule, which is no plan's.
    case route

    /// Those that a plan may set.
    static let planned = allCases.filter { $0 != .route }
}

/// The rules of the paces, as a plan has them: so many in a minute, and so many at once.
public struct RatePlan: Sendable, Hashable {
    /// Requests from an address.
    public private(set) var address = RateRule(3_000)
    /// Requests to a tenant.
    public private(set) var tenant = RateRule(30_000)
    /// Requests of a person.
    public private(set) var user = RateRule(1_200)
    /// Requests with a key.
    public private(set) var key = RateRule(1_200)
    /// Mails of a person.
    public private(set) var mail = RateRule.mailsOfUser
    /// Short messages of a person.
    public private(set) var sms = RateRule.textsOfUser
    /// WhatsApp messages of a person.
    public private(set) var whatsapp = RateRule.chatsOfUser
    /// False where requests are held to no pace but the routes' own.
    public private(set) var holdsRequests = true

    /// The house's own.
    public static let standard = RatePlan()
    /// No pace for requests; what is sent keeps its own.
    public static let free: RatePlan = {
        var plan = RatePlan()
        plan.holdsRequests = false
        return plan
    }()

    /// The most that a pace may have in a minute.
    public static let most = 100_000_000

    private init() {}

    /// The same with some rules changed, each in times a minute; what is no rate is left out.
    public func changed(_ rates: [RatePace: Int]) -> RatePlan {
        var plan = self
        for (pace, amount) in rates where (1...Self.most).contains(amount) { plan.set(pace, RateRule(amount)) }
        return plan
    }

    /// The rule of a pace.
    func rule(of pace: RatePace) -> RateRule {
        switch pace {
        case .address: address
        case .tenant: tenant
        case .user: user
        case .key: key
        case .mail: mail
        case .sms: sms
        case .whatsapp, .route: whatsapp
        }
    }

    private mutating func set(_ pace: RatePace, _ rule: RateRule) {
        switch pace {
        case .address: address = rule
        case .tenant: tenant = rule
        case .user: user = rule
        case .key: key = rule
        case .mail: mail = rule
        case .sms: sms = rule
        case .whatsapp: whatsapp = rule
        case .route: break
        }
    }
}

extension RatePlan {
    /// The rates among the limits of a plan, which are called `rate_user` and the like, or among those of a tenant's own,
    /// which go without the first word. What cannot be read is no rate: a slip in a plan must close no house.
    static func rates(in json: String?, prefix: String) -> [RatePace: Int] {
        guard let json, !json.isEmpty, let value = try? JSONParser.parse(json.utf8Span.span),
            let members = value.object
        else { return [:] }
        var rates: [RatePace: Int] = [:]
        for pace in RatePace.planned {
            guard let amount = members[prefix + pace.rawValue]?.int else { continue }
            rates[pace] = Int(amount)
        }
        return rates
    }
}
