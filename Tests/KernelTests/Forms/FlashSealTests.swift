import Core
import Crypto
import HTTP
import ModuleKit
import Testing

@testable import Kernel

@Suite("What is said over a redirect")
struct FlashSealTests {
    private let seal = FlashSeal(key: HeldSecret(.random(count: 32)))
    private let now = Timestamp(seconds: 1_800_000_000)

    private func value(_ flash: Flash) throws -> String {
        try #require(seal.cookie(flash, in: .tr, for: "a.example", now: now)).value
    }

    @Test("is read where and when it was meant to be")
    func holds() throws {
        let text = try value(Flash(Words(tr: "Silindi", en: "Deleted"), .bad, undo: "/a/undo"))
        let said = seal.said(in: text, at: "a.example", now: now)
        #expect(said == FlashSeal.Said(text: "Silindi", kind: .bad, undo: "/a/undo"))
        #expect(seal.said(in: text, at: "b.example", now: now) == nil)
        #expect(seal.said(in: text, at: "a.example", now: Timestamp(seconds: now.seconds + 121)) == nil)
        let other = FlashSeal(key: HeldSecret(.random(count: 32)))
        #expect(other.said(in: text, at: "a.example", now: now) == nil)
    }

    @Test("is nothing with one letter changed, cut, or made up")
    func tampered() throws {
        let text = try value(Flash(Words(tr: "Silindi", en: "Deleted")))
        for index in text.indices {
            let letter: Character = text[index] == "A" ? "B" : "A"
            let changed = text.replacingCharacter(at: index, with: letter)
            // The last letter of Base64 carries bits that count for nothing; the decoder refuses those.
            #expect(seal.said(in: changed, at: "a.example", now: now) == nil)
        }
        for broken in ["", "AAAA", String(text.dropLast(4)), text + "AAAA", String(repeating: "A", count: 4_000)] {
            #expect(seal.said(in: broken, at: "a.example", now: now) == nil)
        }
    }

    @Test("is cut where it is too long, and takes no way back to another site")
    func bounded() throws {
        let long = try value(
            Flash(Words(alike: String(repeating: "🏠", count: 2_000)), undo: "/" + String(repeating: "a", count: 900)))
        let said = try #require(seal.said(in: long, at: "a.example", now: now))
        #expect(said.text.utf8.count <= 512 && said.text.hasSuffix("…") && said.undo == nil)
        for foreign in ["//evil.example", "https://evil.example", "/\\evil.example", "", "a", "/\u{9}/evil"] {
            #expect(Flash(Words(alike: "x"), undo: foreign).undo == nil)
        }
    }
}

extension String {
    fileprivate func replacingCharacter(at index: Index, with letter: Character) -> String {
        self[..<index] + String(letter) + self[self.index(after: index)...]
    }
}
