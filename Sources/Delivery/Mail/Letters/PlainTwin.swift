import Core
import Markup

/// A letter for those who read text: the same words in the same order as its page.
struct PlainTwin {
    let letter: MailLetter
    let content: LetterContent

    var text: String {
        var parts = [content.heading]
        if let name = letter.readerName { parts.append(MailFrame.greeting(name, letter.language)) }
        parts += content.paragraphs
        if !content.facts.isEmpty {
            parts.append(content.facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))
        }
        if let code = content.code { parts.append("    \(code)") }
        parts += content.items.map(line)
        if let button = content.button { parts.append("\(button.title):\n\(button.url.text)") }
        if let note = content.note { parts.append(note) }
        return (parts + [foot]).joined(separator: "\n\n") + "\n"
    }

    private func line(_ item: LetterContent.Item) -> String {
        (["* \(item.title)"] + [item.detail, item.url?.text].compactMap(\.self).map { "  \($0)" })
            .joined(separator: "\n")
    }

    private var foot: String {
        // The blank behind the dashes is what programs for mail know a signature by.
        var lines = ["-- ", CleanText.line(letter.brand.name, most: 80)]
        if let address = letter.brand.supportAddress { lines.append(address) }
        if let url = letter.unsubscribe {
            lines.append("\(MailFrame.unsubscribe.text(in: letter.language)): \(url.text)")
        }
        return lines.joined(separator: "\n")
    }
}
