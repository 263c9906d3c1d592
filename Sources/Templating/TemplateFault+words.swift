// Past 40 lines in one function: one line for each kind of fault, in one table.
public import Core

extension TemplateFault {
    /// What is wrong and where, in one sentence.
    public func text(in language: Language) -> String {
        let place: String
        if let part {
            place = language == .tr ? "“\(part)” parçası, " : "part “\(part)”, "
        } else {
            place = ""
        }
        return language == .tr
            ? "\(place)satır \(line), sütun \(column): \(kind.words.tr)"
            : "\(place)line \(line), column \(column): \(kind.words.en)"
    }
}

extension TemplateFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// The code alone: the words may quote what a stranger wrote.
    public var description: String { "template fault \(kind.code)" }

    /// All of it.
    public var debugDescription: String { "\(kind.code): \(text(in: .en))" }
}

extension TemplateFaults: CustomStringConvertible, CustomDebugStringConvertible {
    /// The codes.
    public var description: String { all.map(\.description).joined(separator: ", ") }

    /// All of it.
    public var debugDescription: String { all.map(\.debugDescription).joined(separator: "\n") }
}

extension TemplateFault.Kind {
    var words: (tr: String, en: String) {
        switch self {
        case .sourceTooLong(let most):
            ("şablon en çok \(most) bayt olabilir", "a template may have at most \(most) bytes")
        case .tooManyTerms(let most):
            ("şablonda en çok \(most) öge olabilir", "a template may have at most \(most) terms")
        case .tooDeep(let most):
            ("en çok \(most) kat iç içe yazılabilir", "nothing may stand more than \(most) levels deep")
        case .unclosedTag: ("etiket kapanmıyor", "the tag does not end")
        case .unclosedText: ("tırnak aynı satırda kapanmıyor", "the quoted text does not end on its line")
        case .unknownTag(let name): ("“\(name)” diye bir etiket yok", "there is no tag “\(name)”")
        case .strayTag(let name): ("“\(name)” burada yersiz", "“\(name)” has nothing to belong to here")
        case .missingEnd(let name): ("blok “\(name)” ile bitmiyor", "the block does not end with “\(name)”")
        case .unexpected(let what): ("“\(what)” burada beklenmiyordu", "“\(what)” was not expected here")
        case .badNumber: ("bu sayı okunamıyor", "this number cannot be read")
        case .unknownFilter(let name): ("“\(name)” diye bir süzgeç yok", "there is no filter “\(name)”")
        case .filterValues(let name):
            ("“\(name)” süzgecine yanlış sayıda değer verilmiş", "the filter “\(name)” takes another number of values")
        case .takenName(let name): ("“\(name)” adı zaten kullanılıyor", "the name “\(name)” is already taken")
        case .unknownName(let name): ("“\(name)” burada bilinmiyor", "“\(name)” is not known here")
        case .notAList(let name): ("“\(name)” bir liste değil", "“\(name)” is not a list")
        case .notAValue(let name):
            ("“\(name)” yazdırılamaz; içinden bir alan seçin", "“\(name)” cannot be printed: name one of its fields")
        case .unknownPart(let name): ("“\(name)” diye bir parça yok", "there is no part “\(name)”")
        case .partInItself(let name): ("“\(name)” parçası kendini içeriyor", "the part “\(name)” contains itself")
        case .partsTooDeep(let most):
            ("parçalar en çok \(most) kat iç içe olabilir", "parts may stand at most \(most) levels deep")
        case .unsafePlace:
            (
                "burada hiçbir değer güvenli değil; onu metne ya da tırnaklı bir niteliğe taşıyın",
                "no value is safe here: move it into text or a quoted attribute"
            )
        case .forbiddenMarkup(let name): ("“\(name)” kullanılamaz", "“\(name)” may not be used")
        case .openMarkup:
            ("işaretleme bir etiketin ya da yorumun ortasında bitiyor", "the markup ends within a tag or a comment")
        case .fuel: ("şablon çok fazla iş yapıyor", "the template does too much work")
        case .output(let most):
            ("sonuç en çok \(most) bayt olabilir", "the result may have at most \(most) bytes")
        }
    }

    var code: String {
        switch self {
        case .sourceTooLong: "source-too-long"
        case .tooManyTerms: "too-many-terms"
        case .tooDeep: "too-deep"
        case .unclosedTag: "unclosed-tag"
        case .unclosedText: "unclosed-text"
        case .unknownTag: "unknown-tag"
        case .strayTag: "stray-tag"
        case .missingEnd: "missing-end"
        case .unexpected: "unexpected"
        case .badNumber: "bad-number"
        case .unknownFilter: "unknown-filter"
        case .filterValues: "filter-values"
        case .takenName: "taken-name"
        case .unknownName: "unknown-name"
        case .notAList: "not-a-list"
        case .notAValue: "not-a-value"
        case .unknownPart: "unknown-part"
        case .partInItself: "part-in-itself"
        case .partsTooDeep: "parts-too-deep"
        case .unsafePlace: "unsafe-place"
        case .forbiddenMarkup: "forbidden-markup"
        case .openMarkup: "open-markup"
        case .fuel: "fuel"
        case .output: "output"
        }
    }
}
