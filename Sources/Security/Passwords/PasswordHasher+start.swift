public import Crypto
public import EventLoop
public import Kernel

extension PasswordHasher {
    /// The house's hasher: as dear as this machine computes within the time, measured once on a thread that nobody waits
    /// for, and with a pepper that lies outside of the database.
    public static func start(
        _ root: RootKey, within target: Duration = .milliseconds(150), on pool: BlockingPool
    ) async throws -> PasswordHasher {
        let parameters = try await pool.run { () throws(CryptoFault) in try PasswordParameters.calibrate(target: target)
        }
        let key = try root.derive("password-pepper").withSecret { $0.copy() }
        return PasswordHasher(parameters: parameters, peppers: [try Pepper(version: 1, key: key)])
    }
}
