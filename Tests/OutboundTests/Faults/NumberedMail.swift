import Outbound
import TestKit

/// A mail that proves itself: made of its number alone, with lines that start with dots and bytes past ASCII.
struct NumberedMail {
    let content: MailBytes
    private static let subject = "Subject: number "

    init(_ number: Int) throws {
        var random = SeededRandom(seed: UInt64(truncatingIfNeeded: number))
        let lines = (0..<Int.random(in: 1...60, using: &random)).map { _ in Self.line(&random) }
        let text = "From: ada@sender.example\r\n\(Self.subject)\(number)\r\n\r\n" + lines.joined()
        content = try MailBytes(Array(text.utf8))
    }

    private static func line(_ random: inout SeededRandom) -> String {
        let dots = String(repeating: ".", count: Int.random(in: 0...2, using: &random))
        let words = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            "ğ\(UInt32.random(in: .min ... .max, using: &random))"
        }
        return dots + words.joined(separator: ".") + "\r\n"
    }

    /// The number of what lies in a mailbox; nil when it is not, to the last byte, the mail of that number. The servers'
    /// traces stand before it.
    static func number(of filed: [UInt8]) -> Int? {
        let text = String(decoding: filed, as: UTF8.self)
        guard let line = text.split(separator: "\r\n").first(where: { $0.hasPrefix(subject) }),
            let number = Int(line.dropFirst(subject.count)),
            let sent = try? NumberedMail(number).content.bytes, filed.count >= sent.count
        else { return nil }
        return Array(filed.suffix(sent.count)) == sent ? number : nil
    }
}
