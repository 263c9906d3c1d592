import Core
import Crypto

/// The house's hasher of passwords. How dear a hash is, is measured when the first is wanted; who comes meanwhile waits
/// for that measurement.
actor Hashing {
    private let start: @Sendable () async throws -> PasswordHasher
    private var started: Task<PasswordHasher, any Error>?

    init(_ start: @escaping @Sendable () async throws -> PasswordHasher) { self.start = start }

    /// Does something with the hasher. When too many passwords wait already, that is no fault of this one: it is to be
    /// sent again.
    nonisolated func use<Success: Sendable>(
        _ body: (PasswordHasher) async throws -> Success
    ) async throws -> Success {
        do {
            return try await body(await hasher())
        } catch let fault as CryptoFault where fault.code == .saturated {
            throw Problem(.unavailable, retryAfter: 3, underlying: fault)
        }
    }

    /// Ends the hasher's threads, if it has any yet.
    func stop() async { if let hasher = try? await started?.value { hasher.stop() } }

    private func hasher() async throws -> PasswordHasher {
        let running = started ?? Task { [start] in try await start() }
        started = running
        do {
            return try await running.value
        } catch {
            started = nil
            throw error
        }
    }
}
