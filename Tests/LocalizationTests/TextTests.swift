import CICU
import Core
import Localization
import Testing

@Suite("Texts")
struct TextTests {
    @Test("change case by their language")
    func casing() {
        let samples: [(String, String)] = [
            (turkish.uppercased("istanbul ışık"), "İSTANBUL IŞIK"),
            (turkish.lowercased("ISPARTA İZMİR"), "ısparta izmir"),
            (english.uppercased("istanbul ışık"), "ISTANBUL IŞIK"), (english.lowercased("ISPARTA"), "isparta"),
            (turkish.capitalized("izmir’de"), "İzmir’de"), (english.capitalized("izmir"), "Izmir"),
            (turkish.titled("İSMET IŞIK-ILGAZ"), "İsmet Işık-Ilgaz"),
            (turkish.titled("ılgaz'ın köyü"), "Ilgaz'ın Köyü"),
            (turkish.lowercased("I\u{307}"), "i"), (turkish.uppercased("straße"), "STRASSE"),
            (turkish.capitalized(""), ""),
            (english.lowercased("ΟΔΥΣΣΕΥΣ"), "οδυσσευς"),
        ]
        for (written, wanted) in samples { #expect(written == wanted) }
    }

    @Test("change case as ICU does, letter by letter and in any mixture")
    func judgedCasing() {
        var dice = Dice(3)
        let letters =
            (0..<0x250).compactMap(Unicode.Scalar.init).map(String.init) + ["\u{307}", "Σ", "ς", "ﬁ", "🙂", "ա"]
        let mixtures = (0..<3000).map { _ in
            (0..<Int.random(in: 0...12, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "" }.joined()
        }
        for text in letters + mixtures {
            for localizer in both {
                let upper = Judge.cased(konak_icu_upper, text, localizer.language)
                let lower = Judge.cased(konak_icu_lower, text, localizer.language)
                #expect(localizer.uppercased(text).utf8.elementsEqual(upper.utf8), "\(text.debugDescription)")
                #expect(localizer.lowercased(text).utf8.elementsEqual(lower.utf8), "\(text.debugDescription)")
            }
        }
    }

    @Test(
        "find each other as people type them",
        arguments: [
            ["ISPARTA", "Isparta", "ısparta", "isparta", "ISPARTA ", "İSPARTA"],
            ["İzmir", "IZMIR", "izmir", "İZMİR", "ızmır", "I\u{307}zmir"],
            ["Şişli", "sisli", "SISLI", "ŞİŞLİ", "S\u{327}is\u{327}li"],
            ["Çağlar  Öztürk", "caglar ozturk", "ÇAĞLAR\tÖZTÜRK", " Çağlar Öztürk"],
            ["Größe", "GROSSE", "grosse"], ["ﬁdan", "fidan"], ["Émile", "emile"], ["١٢٣", "١٢٣"],
            ["", "  ", "\u{301}"],
        ])
    func searchKeys(_ spellings: [String]) {
        let keys = Set(spellings.map { SearchKey.of($0) })
        #expect(keys.count == 1, "\(keys)")
    }

    @Test("that differ are not found for each other")
    func otherKeys() {
        #expect(SearchKey.of("Kars") != SearchKey.of("Karsı"))
        #expect(SearchKey.of("a b") != SearchKey.of("ab"))
        #expect(SearchKey.of("москва") != SearchKey.of("moskva"))
    }

    @Test("stand in the order of their language")
    func order() {
        let words = [
            "zurna", "ılık", "ihlamur", "çay", "cam", "şeker", "sabun", "öykü", "oda", "ütü", "uçak", "ğ", "g", "h",
            "İzmir", "Isparta", "dam",
        ]
        #expect(
            turkish.sorted(words) == [
                "cam", "çay", "dam", "g", "ğ", "h", "ılık", "Isparta", "ihlamur", "İzmir", "oda", "öykü", "sabun",
                "şeker", "uçak",
                "ütü", "zurna",
            ])
        #expect(english.sorted(["çz", "cb", "ca", "d"]) == ["ca", "cb", "çz", "d"])
        for left in words {
            for right in words {
                let keys = (turkish.collation.sortKey(left), turkish.collation.sortKey(right))
                #expect(keys.0.lexicographicallyPrecedes(keys.1) == turkish.collation.isOrdered(left, right))
            }
        }
        let long = String(repeating: "ş", count: 5000)
        #expect(turkish.collation.compare(long, long + "a") < 0)
        #expect(turkish.collation.sortKey("").isEmpty || turkish.collation.compare("", "a") < 0)
    }

    @Test("are listed as ICU lists them")
    func lists() {
        let letters = (0..<26).compactMap { Unicode.Scalar(UInt32(65 + $0)) }.map(String.init)
        for localizer in both {
            for count in 1..<26 {
                let some = Array(letters.prefix(count))
                #expect(localizer.list(some) == Judge.list(count, or: false, localizer.language))
                #expect(localizer.list(some, .or) == Judge.list(count, or: true, localizer.language))
            }
            #expect(localizer.list([]).isEmpty)
        }
        #expect(turkish.list(["a", "b", "c"]) == "a, b ve c")
    }
}
