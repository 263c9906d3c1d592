import Core
import Localization
import Testing

private enum Texts {
    static let found = Message(
        "sample.found", tr: "{count, plural, =0 {Müşteri yok} other {# müşteri}}",
        en: "{count, plural, =0 {No customers} one {# customer} other {# customers}}")
    static let hello = Message(
        "sample.hello", tr: "Merhaba {name}, Konak'ta '{'{count}'}'", en: "Hello {name}, at Konak '{'{count}'}'")
    static let invited = Message(
        "sample.invited", tr: "{who} sizi {kind, select, team {ekibe} other {şirkete}} davet etti: {link}",
        en: "{who} invited you to the {kind, select, team {team} other {company}}: {link}")
    static let place = Message(
        "sample.place", tr: "{n}. sıra", en: "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place")
    static let catalogue = MessageCatalogue("sample", [found, hello, invited, place])
}

private let messageFaults: [(StaticString, StaticString, String)] = [
    ("", "Hello", "the Turkish text is missing"), ("Merhaba", " ", "the English text is missing"),
    ("{name}", "name", "the English text lacks {name}"), ("ad", "{name}", "the Turkish text lacks {name}"),
    ("{", "x", "Turkish text cannot be read (name)"), ("x", "x}", "English text cannot be read (braces)"),
    ("{}", "x", "cannot be read (name)"), ("{a b}", "x", "cannot be read (name)"),
    ("{n, plural, one {x}}", "{n}", "cannot be read (branches)"),
    ("{n, plural, other {x} other {y}}", "{n}", "cannot be read (branches)"),
    ("{n, plural, lots {x} other {y}}", "{n}", "cannot be read (branches)"),
    ("{n, plural}", "{n}", "cannot be read (braces)"),
    ("{n, plural, other {x}", "{n}", "cannot be read (braces)"), ("{n, number}", "{n}", "cannot be read (kind"),
    ("{n} şey", "{n, plural, other {# things}}", "the English text lacks the form one of {n}"),
    ("{n}.", "{n, selectordinal, one {#st} other {#th}}", "the English text lacks the form two of {n}"),
    ("{k, select, a {x} other {y}}", "{k, select, b {x} other {y}}", "the English text lacks the choice a of {k}"),
    ("{k, select, a {x} other {y}}", "{k, select, b {x} other {y}}", "the Turkish text lacks the choice b of {k}"),
    ("{n, plural, few {x} other {y}}", "{n}", "the Turkish text has the form few"),
    (
        "{n, plural, other {{n, plural, other {{n, plural, other {{n, plural, other {{n, plural, other {x}}}}}}}}}}",
        "{n}",
        "cannot be read (depth)"
    ),
]

@Suite("Messages")
struct MessageTests {
    @Test("say their values in the reader's language")
    func values() {
        #expect(turkish.text(Texts.found, ["count": 1234]) == "1.234 müşteri")
        #expect(english.text(Texts.found, ["count": 1]) == "1 customer")
        #expect(english.text(Texts.found, ["count": .count(UInt8(2))]) == "2 customers")
        #expect(turkish.text(Texts.found, ["count": 0]) == "Müşteri yok")
        #expect(turkish.text(Texts.hello, ["name": "Ayşe", "count": 3]) == "Merhaba Ayşe, Konak'ta {3}")
        #expect(
            turkish.text(Texts.invited, ["who": "Ali", "kind": "team", "link": "x"]) == "Ali sizi ekibe davet etti: x")
        #expect(english.text(Texts.place, ["n": 22]) == "22nd place")
        #expect(turkish.text(Texts.hello) == "Merhaba {name}, Konak'ta {{count}}")
        let amount = Money(minorUnits: 123_450, .turkishLira)
        #expect(
            turkish.text(Texts.hello, ["name": .money(amount), "count": .list(["a", "b"])])
                == "Merhaba ₺1.234,50, Konak'ta {a ve b}")
    }

    @Test("leave room for markup")
    func pieces() {
        let pieces = turkish.pieces(Texts.invited, ["who": "<b>", "kind": "x"])
        #expect(pieces == [.text("<b> sizi şirkete davet etti: "), .slot("link")])
    }

    @Test("that are well are not complained of")
    func well() { #expect(MessageCheck.findings([Texts.catalogue]) == []) }

    @Test("with a fault are found", arguments: messageFaults)
    func faults(_ tr: StaticString, _ en: StaticString, _ reason: String) {
        let found = MessageCheck.findings([MessageCatalogue("sample", [Message("sample.x", tr: tr, en: en)])])
        #expect(found.contains { $0.reason.contains(reason) }, "\(found)")
    }

    @Test("twice under a key or beside their area are found")
    func registry() {
        let twice = MessageCheck.findings([Texts.catalogue, Texts.catalogue]).map(\.reason)
        #expect(twice.contains("the area is there twice") && twice.contains("the key is there twice"))
        let beside = MessageCheck.findings([MessageCatalogue("other", [Texts.found])]).map(\.reason)
        #expect(beside == ["the key does not begin with other."])
    }

    @Test("values in them are never read as patterns")
    func hostile() {
        #expect(
            turkish.text(Texts.hello, ["name": "{count} # ' {x, plural, other {y}}", "count": 1])
                == "Merhaba {count} # ' {x, plural, other {y}}, Konak'ta {1}")
        #expect(english.text(Texts.found, ["count": "many"]) == "No customers")
        #expect(english.text(Texts.found, ["count": .decimal(.nan)]) == "No customers")
    }
}
