import Core
public import Markup

/// A day, or a day and a time. What is sent under the field's name is `2026-11-24` or `2026-11-24T18:00:00Z`.
public struct DateBox: Control {
    let value: String
    let isTimed: Bool
    let zone: String

    /// A box with an ISO day or instant, or nothing yet. The zone is the reader's.
    public init(_ value: String = "", isTimed: Bool = false, zone: String = "Europe/Istanbul") {
        (self.value, self.isTimed, self.zone) = (value, isTimed, zone)
    }

    /// The box with its calendar.
    public func html(in place: FieldPlace) -> HTML {
        var element: Attributes = [.data("zone", zone), .data("wrong", place.language(.wrongDate))]
        element.append(.flag("timed"), if: isTimed)
        let day = place.language == .tr ? "GG.AA.YYYY" : "MM/DD/YYYY"
        let time = place.language == .tr ? " SS:DD" : " 9:00 AM"
        return """
            <k-date\(attributes: element)><div class="input frame"><input id="\(place.id.text)" inputmode="text" \
            autocomplete="off" placeholder="\(isTimed ? day + time : day)"\(attributes: place.ties)></div>\
            <input type="hidden" name="\(place.name)" value="\(value)"></k-date>
            """
    }
}

/// A country one can call.
public struct DialCountry: Sendable {
    /// Its two letters, `TR`.
    public let code: String
    /// Its number, `90`.
    public let dial: String
    /// Its name in the language of the page.
    public let name: String

    /// A country.
    public init(code: String, dial: String, name: String) { (self.code, self.dial, self.name) = (code, dial, name) }

    /// Its flag, which is two letters of a special alphabet.
    var flag: String {
        let letters = code.unicodeScalars.compactMap { Unicode.Scalar(0x1F1E6 + ($0.value &- 65) % 26) }
        return String(String.UnicodeScalarView(letters))
    }
}

/// A telephone number with its country. What is sent under the field's name is `+905321234567`.
public struct PhoneBox: Control {
    let value: String
    let countries: [DialCountry]
    let country: String

    /// A box with a number, in any spelling, and the country it is of when it does not say so itself.
    public init(_ value: String = "", countries: [DialCountry], country: String = "TR") {
        (self.value, self.countries, self.country) = (value, countries, country)
    }

    /// The box with its list of countries.
    public func html(in place: FieldPlace) -> HTML {
        let chosen = countries.first { $0.code == country }
        let options = countries.map { country -> HTML in
            var attributes: Attributes = [
                .text("value", country.code), .data("dial", country.dial), .data("flag", country.flag),
            ]
            attributes.append(.flag("selected"), if: country.code == chosen?.code)
            return "<option\(attributes: attributes)>\(country.name) (+\(country.dial))</option>"
        }
        return """
            <k-phone data-wrong="\(place.language(.wrongPhone))"><div class="input frame lead"><span class="lead-pick">\
            <span class="flag" aria-hidden="true">\(chosen?.flag ?? "")</span>\
            <span class="shown num" aria-hidden="true">+\(chosen?.dial ?? "")</span>\(Icon.chevronDown.small)\
            <select aria-label="\(place.language(.dialCode))">\(options)</select></span>\
            <input type="tel" id="\(place.id.text)" autocomplete="tel" value="\(value)"\(attributes: place.ties)></div>\
            <input type="hidden" name="\(place.name)" value="\(value)"></k-phone>
            """
    }
}

/// An amount of money. What is sent under the field's name is the amount in smallest units; `<name>-text` is as typed.
public struct MoneyBox: Control {
    let text: String
    let sign: String

    /// A box with an amount as it is written in the language of the page, and the sign of its currency.
    public init(_ text: String = "", sign: String = "₺") { (self.text, self.sign) = (text, sign) }

    /// The box.
    public func html(in place: FieldPlace) -> HTML {
        """
        <k-money data-wrong="\(place.language(.wrongMoney))"><div class="input frame"><span class="affix">\(sign)</span>\
        <input class="num" id="\(place.id.text)" name="\(place.name)-text" inputmode="decimal" autocomplete="off" \
        value="\(text)" placeholder="\(place.language == .tr ? "0,00" : "0.00")"\(attributes: place.ties)></div>\
        <input type="hidden" name="\(place.name)"></k-money>
        """
    }
}

/// Files, by dragging or choosing.
public struct FileDrop: Control {
    let upload: SafeURL?
    let allowsSeveral: Bool
    let accept: String?
    let limit: Int?
    let note: String?

    /// A place for files. With `upload` each is sent at once and shows its progress; `limit` is in bytes.
    public init(
        upload: SafeURL? = nil, allowsSeveral: Bool = true, accept: String? = nil, limit: Int? = nil,
        note: String? = nil
    ) {
        (self.upload, self.allowsSeveral, self.accept, self.limit, self.note) = (
            upload, allowsSeveral, accept, limit, note
        )
    }

    /// The place.
    public func html(in place: FieldPlace) -> HTML {
        var element: Attributes = [.data("name", place.name)]
        if let upload { element.append(.data("to", upload.text)) }
        if let limit { element.append(.data("limit", String(limit))) }
        var attributes: Attributes = [.text("type", "file"), .text("id", place.id.text)]
        attributes.append(.text("name", place.name), if: upload == nil)
        attributes.append(.flag("multiple"), if: allowsSeveral)
        if let accept { attributes.append(.text("accept", accept)) }
        attributes.append(contentsOf: upload == nil ? place.ties : place.description)
        let note: HTML? = note.map { "<span class=\"help\">\($0)</span>" }
        return """
            <k-drop\(attributes: element)><label class="drop">\(Icon.cloudUpload)<strong>\(place.language(.dropFiles)) \
            <u>\(place.language(.pickFiles))</u></strong>\(note)<input\(attributes: attributes) \
            aria-label="\(place.label)"></label><ul class="files"></ul></k-drop>
            """
    }
}
