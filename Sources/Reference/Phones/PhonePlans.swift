import Core
import EventLoop
import ModuleKit
import Synchronization

/// Phone numbers by libphonenumber. It takes some ten milliseconds to load, which happens beside the requests when the
/// first number is read; after that a number takes less than a tenth of one, and is read where it is asked for.
final class PhonePlans: PhoneNumbers {
    private let blocking: BlockingPool
    private let isLoaded = Atomic(false)

    init(blocking: BlockingPool) { self.blocking = blocking }

    func read(_ text: String, in country: CountryCode) async throws(PhoneNumberFault) -> PhoneNumber {
        let outcome: Result<PhoneNumber, PhoneNumberFault>
        if isLoaded.load(ordering: .acquiring) {
            outcome = PhoneReading.read(text, in: country)
        } else {
            outcome = await read([text], in: country).first ?? .failure(.unavailable)
        }
        return try outcome.get()
    }

    func read(_ texts: [String], in country: CountryCode) async -> [Result<PhoneNumber, PhoneNumberFault>] {
        let outcomes = try? await blocking.run { texts.map { PhoneReading.read($0, in: country) } }
        guard let outcomes else { return texts.map { _ in .failure(.unavailable) } }
        if PhoneReading.isThere { isLoaded.store(true, ordering: .releasing) }
        return outcomes
    }
}
