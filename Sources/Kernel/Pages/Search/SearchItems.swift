import Core
import HTTP
import Markup
import ModuleKit

/// What was found, as the palette reads it.
struct SearchItems {
    private let groups: [SearchDesk.Group]
    private let question: SearchQuestion
    private let language: Language

    init(groups: [SearchDesk.Group], question: SearchQuestion, _ language: Language) {
        (self.groups, self.question, self.language) = (groups, question, language)
    }

    var response: Response {
        var json = JSONWriter(reserveCapacity: 1_024)
        json.beginObject()
        json.key("items")
        json.beginArray()
        for group in groups {
            for hit in group.hits { write(hit.title, hit.path, group.title.text(in: language), into: &json) }
        }
        if groups.contains(where: \.hasMore) { writeWay(into: &json) }
        json.endArray()
        json.endObject()
        var response = Response.json(json.finish())
        response.fields.append(.cacheControl, "no-store")
        return response
    }

    private func write(_ text: String, _ path: String, _ group: String, into json: inout JSONWriter) {
        guard let url = SafeURL(within: path) else { return }
        json.beginObject()
        json.key("text")
        json.string(text)
        json.key("href")
        json.string(url.text)
        json.key("group")
        json.string(group)
        json.endObject()
    }

    private func writeWay(into json: inout JSONWriter) {
        let words = Words(tr: "Tüm sonuçlar: ", en: "All results: ") + Words(alike: question.text)
        let group = Words(tr: "Arama", en: "Search").text(in: language)
        write(
            words.text(in: language), SafeURL(path: SearchDesk.path, query: ["q": question.text]).text, group,
            into: &json)
    }
}
