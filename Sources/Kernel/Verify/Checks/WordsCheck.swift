import HTTP
import ModuleKit

/// Every word that people read, in Turkish and in English: those that are registered, and those that stand on pages.
struct WordsCheck: Sendable {
    let visit: ModuleVisit

    func finding() async throws -> ModuleFinding {
        var (faults, pages) = (RegistryCheck.untranslated(visit.module), 0)
        for (route, _, own) in visit.asked where route.route.method == .get {
            guard let turkish = try await words(of: route, own, in: "tr") else { continue }
            pages += 1
            guard let english = try await words(of: route, own, in: "en") else {
                faults.append("\(route.label) is a page in Turkish and none in English")
                continue
            }
            if turkish == english, !turkish.isEmpty {
                let sample = turkish.prefix(6).joined(separator: " ")
                faults.append(
                    "\(route.label) says “\(sample)” in Turkish and in English: take the words from `Words`, by the "
                        + "context's language")
            }
        }
        return ModuleFinding(
            .words, scope: "\(RegistryCheck.words(of: visit.module).count) texts, \(pages) pages", faults: faults)
    }

    /// The words of a page without what it shows of the tenant's data; nil for what is no page.
    private func words(of route: DrillRoute, _ own: DrillShot, in language: String) async throws -> [String]? {
        var shot = own
        shot.fields.append(("Accept-Language", language))
        let answer = try await visit.ask(shot, at: route, as: "in \(language)")
        guard answer.isSuccess, answer.fields.contains(where: { $0.name == "content-type" && isPage($0.value) }) else {
            return nil
        }
        var text = Self.text(of: String(decoding: answer.body, as: UTF8.self))
        for word in visit.house.book.found(in: answer.bytes) {
            text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: " ")
        }
        return text.split { !$0.isLetter }.map(String.init).filter { $0.count > 1 }
    }

    private func isPage(_ type: String) -> Bool { type.hasPrefix("text/html") }

    /// What stands between the tags of the title and of the content; the frame is the house's own.
    private static func text(of page: String) -> String {
        let title = page.between("<title>", "</title>")
        // Before its head, which repeats the title, the shell says things of its own, in the reader's language.
        let own = page.between("<div class=\"head", "</main>")
        let content = (own.isEmpty ? page.between("<main", "</main>") : own).drop { $0 != ">" }
        var (text, isTag) = (own.isEmpty ? String(title) + " " : "", false)
        for letter in content {
            if letter == "<" { isTag = true }
            if !isTag { text.append(letter) }
            if letter == ">" {
                isTag = false
                text.append(" ")
            }
        }
        return text
    }
}

extension String {
    fileprivate func between(_ start: String, _ end: String) -> Substring {
        guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else { return "" }
        return self[from.upperBound..<to.lowerBound]
    }
}
