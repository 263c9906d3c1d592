public import Core
public import Crypto

/// An account as a log-in sees it.
public struct Account: Sendable, Hashable {
    /// What a tenant, or the house, asks for beside the password.
    public enum Demand: String, Sendable {
        /// Nothing, unless the person has set something up.
        case nothing
        /// A second factor, which may be set up until a moment that is still to come.
        case soon
        /// A second factor, now.
        case factor
    }

    /// Who.
    public let person: UserID
    /// The password's hash; nil for who has none.
    public let password: PasswordHash?
    /// Whether the person is let in at this door: neither disabled nor invited only, and of this tenant.
    public let isLetIn: Bool
    /// Whether a second factor is set up.
    public let hasFactor: Bool
    /// What is asked for.
    public let demand: Demand
    /// The known browser that the request came with; nil for one that is not this person's.
    public let device: UUIDv7?

    /// An account.
    public init(
        person: UserID, password: PasswordHash?, isLetIn: Bool, hasFactor: Bool, demand: Demand, device: UUIDv7?
    ) {
        (self.person, self.password, self.isLetIn) = (person, password, isLetIn)
        (self.hasFactor, self.demand, self.device) = (hasFactor, demand, device)
    }
}

/// The way from an address and a password to a session, step by step and without doing any of it: what is done next
/// follows from what has been found. Known and unknown addresses take the same steps, so that neither the answer nor the
/// work tells them apart.
public struct LogInFlow: Sendable {
    /// What is to be done next.
    public enum Action: Sendable, Equatable {
        /// Look for the account and the browser.
        case find
        /// Count the try.
        case count([ThrottleKey])
        /// Compare the password; nil is a hash of nobody's, as dear as any.
        case compare(PasswordHash?)
        /// Say that it is not right, or that there were too many tries.
        case refuse(Refusal)
        /// Open a session that leads to the second factor and nowhere else.
        case openHalf(UserID, mustEnrol: Bool)
        /// Open a session.
        case open(UserID, shouldEnrol: Bool)
    }

    /// What people are told.
    public enum Refusal: Sendable, Equatable {
        /// It does not fit. Why, nobody is told.
        case notRight
        /// Too often.
        case tooMany
    }

    /// What has been found.
    public enum Finding: Sendable {
        /// An account, or none.
        case account(Account?)
        /// Whether the try is within what may be.
        case isWithin(Bool)
        /// Whether the password is the one.
        case isRight(Bool)
    }

    private enum Step {
        case find, count, compare, done
    }

    private let address: LoginAddress
    private let agency: AgencyID?
    private let network: String
    private var step = Step.find
    private var account: Account?

    /// A log-in with an address at a door of an agency, from a network.
    public init(_ address: LoginAddress, of agency: AgencyID?, from network: String) {
        (self.address, self.agency, self.network) = (address, agency, network)
    }

    /// The first step.
    public var first: Action { .find }

    /// What follows from what was found. A finding that nobody asked for is refused.
    public mutating func next(_ finding: Finding) -> Action {
        switch (step, finding) {
        case (.find, .account(let found)):
            (account, step) = (found, .count)
            return .count(keys)
        case (.count, .isWithin(let isWithin)):
            step = isWithin ? .compare : .done
            return isWithin ? .compare(account?.password) : .refuse(.tooMany)
        case (.compare, .isRight(let isRight)):
            step = .done
            return outcome(isRight)
        default:
            step = .done
            return .refuse(.notRight)
        }
    }

    /// A known browser is counted by itself: whatever strangers try, its owner gets in.
    private var keys: [ThrottleKey] {
        if let device = account?.device { return [.device(device)] }
        return [.account(address, of: agency), .network(network)]
    }

    private func outcome(_ isRight: Bool) -> Action {
        guard isRight, let account, account.password != nil, account.isLetIn else { return .refuse(.notRight) }
        if account.hasFactor { return .openHalf(account.person, mustEnrol: false) }
        switch account.demand {
        case .nothing: return .open(account.person, shouldEnrol: false)
        case .soon: return .open(account.person, shouldEnrol: true)
        case .factor: return .openHalf(account.person, mustEnrol: true)
        }
    }
}
