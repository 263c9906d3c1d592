/// Why a cryptographic operation did not happen. The description says nothing an attacker could use; what the library
/// said is in `debugDescription` only, and never holds a key, a plaintext or a password.
public struct CryptoFault: Error, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What kind of refusal it is, for machines.
    public enum Code: String, Sendable {
        /// Authentication failed: another key, other associated data, or altered bytes.
        case refused
        /// Bytes or text that are not in the form they should have.
        case malformed
        /// A well-formed thing of a kind that is not taken here: an algorithm, a curve, a version.
        case unsupported
        /// A length or a number outside of what is allowed.
        case outOfRange
        /// Too much work of this sort is waiting already.
        case saturated
        /// The library failed: out of memory, or set up without an algorithm.
        case library
    }

    /// The kind of refusal.
    public let code: Code
    private let detail: String

    /// A refusal, with its reason for those who look for it.
    init(_ code: Code, _ detail: String) { (self.code, self.detail) = (code, detail) }

    /// A refusal with what the library's error queue held; the queue is empty afterwards.
    static func library(_ code: Code, _ call: StaticString) -> CryptoFault {
        CryptoFault(code, "\(call): \(LibraryErrors.drain())")
    }

    /// Bland on purpose.
    public var description: String { code == .saturated ? "too much work is waiting" : "a cryptographic check failed" }

    /// The code and the reason.
    public var debugDescription: String { "\(code.rawValue): \(detail)" }
}

/// Turns the library's "1 is success" into an error.
@inline(__always)
func succeed(_ result: Int32, _ call: StaticString, else code: CryptoFault.Code = .library) throws(CryptoFault) {
    guard result == 1 else { throw .library(code, call) }
}
