import ModuleKit
import Security
import Synchronization

@testable import Console

/// Letters that would have been sent.
final class KeptLetters: InvitationLetters {
    private let kept = Mutex<[(address: String, token: SecretToken?)]>([])

    var all: [(address: String, token: SecretToken?)] { kept.withLock { $0 } }

    func invite(_ profile: Profile, _ token: SecretToken, to house: MailHouse, place: String?, by inviter: String?)
        async throws
    {
        kept.withLock { $0.append((profile.address, token)) }
    }

    func joined(_ profile: Profile, _ house: MailHouse, place: String, by inviter: String?) async throws {
        kept.withLock { $0.append((profile.address, nil)) }
    }
}
