import Core
import HTTP
import ModuleKit
import Synchronization

/// The files of the lists, each made when it is first asked for and kept: some five hundred at most, since there are
/// no more countries and languages.
final class ReferenceFiles: Sendable {
    private let kept = Mutex<[ReferenceFileName: ReferenceFile]>([:])

    /// The address with the fingerprint.
    func link(to list: ReferenceList, in language: Language) -> String {
        "/reference/" + file(ReferenceFileName(list, language)).fingerprinted
    }

    /// The answer to a name; nil for a name that none has. One with another fingerprint is answered too, for pages that
    /// were open when the data changed, but must be asked for again.
    func answer(_ name: String, reader: Language, accepting field: String?) -> Response? {
        guard let known = ReferenceFileName(name, reader: reader) else { return nil }
        let file = file(known)
        return file.answer(isImmutable: name == file.fingerprinted, accepting: field)
    }

    private func file(_ name: ReferenceFileName) -> ReferenceFile {
        if let found = kept.withLock({ $0[name] }) { return found }
        // Two that ask at once make it twice: better than to hold all others up.
        let made = ReferenceFile(name)
        kept.withLock { $0[name] = made }
        return made
    }
}
