import Kernel

/// Measures beside the first requests what a password may cost on this machine, so that the first who logs in need not
/// wait for it, and the house stands without it.
struct HasherMeasuring: BackgroundWork {
    let name = "measuring of password hashes"
    private let identity: Identity

    init(_ identity: Identity) { self.identity = identity }

    func run(until drain: Drain) async {
        do {
            _ = try await identity.hasher()
        } catch {
            identity.services.log.error("password hashes are not measured", cause: error)
        }
    }
}
