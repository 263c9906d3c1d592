import Crypto
import Outbound

/// How a domain is proven: a text beside it in its DNS that only this house can have asked for.
public enum DomainProof {
    /// Stands before the host in the name of the record.
    static let prefix = "_konak-challenge."

    /// What a look at the DNS came to.
    public enum Finding: String, Sendable, CaseIterable {
        /// The text is there.
        case right
        /// There are texts, but not this one.
        case wrong
        /// There is no text at all.
        case missing
        /// The name servers could not be asked, or would not answer: nothing is known.
        case unclear
    }

    /// The name of the record.
    public static func recordName(for host: String) -> String { prefix + host }

    /// A text nobody can guess: 32 random bytes in Base32.
    static func challenge() -> String {
        Base32.encode(.random(count: 32)).withBytes { text in
            String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
        }
    }

    /// Looks. Several texts may stand there, others have theirs; one right one is enough.
    static func look(for challenge: String, of host: String, with resolver: DNSResolver) async -> Finding {
        guard let name = DNSName(recordName(for: host)) else { return .missing }
        do {
            let texts = try await resolver.texts(of: name)
            return texts.isEmpty ? .missing : texts.contains(challenge) ? .right : .wrong
        } catch {
            return .unclear
        }
    }
}
