import Synchronization

/// How often was refused, by pace, and how often the shared memory could not be asked.
final class PaceCounts: Sendable {
    private let address = Atomic<Int>(0)
    private let tenant = Atomic<Int>(0)
    private let user = Atomic<Int>(0)
    private let key = Atomic<Int>(0)
    private let channel = Atomic<Int>(0)
    private let route = Atomic<Int>(0)

    private let turnedAway = Atomic<Int>(0)

    /// Somebody from an address on the operator's list.
    func deny() { turnedAway.add(1, ordering: .relaxed) }
    /// How many of them there were.
    var denied: Int { turnedAway.load(ordering: .relaxed) }

    func refuse(_ pace: RatePace) {
        switch pace {
        case .address: address.add(1, ordering: .relaxed)
        case .tenant: tenant.add(1, ordering: .relaxed)
        case .user: user.add(1, ordering: .relaxed)
        case .key: key.add(1, ordering: .relaxed)
        case .mail, .sms, .whatsapp: channel.add(1, ordering: .relaxed)
        case .route: route.add(1, ordering: .relaxed)
        }
    }

    /// What `/metrics` shows.
    var refused: [(pace: String, count: Int)] {
        [
            ("address", address.load(ordering: .relaxed)), ("tenant", tenant.load(ordering: .relaxed)),
            ("user", user.load(ordering: .relaxed)), ("key", key.load(ordering: .relaxed)),
            ("channel", channel.load(ordering: .relaxed)), ("route", route.load(ordering: .relaxed)),
        ]
    }
}
