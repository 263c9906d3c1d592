import CPhoneNumbers
import Localization
import ModuleKit

/// One call across the border to C++, in values.
enum PhoneReading {
    static var isThere: Bool { konak_phone_is_there() }

    static func read(_ text: String, in country: CountryCode) -> Result<PhoneNumber, PhoneNumberFault> {
        guard text.utf8.count <= Int(KONAK_PHONE_LONGEST) else { return .failure(.tooLong) }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return .failure(.empty) }
        var (text, number) = (spelled(text), konak_phone_number())
        let status = text.withUTF8 { bytes in
            unsafe konak_phone_try_read(
                UnsafeRawBufferPointer(bytes).bindMemory(to: CChar.self).baseAddress, bytes.count, country.text, &number
            )
        }
        guard status == 0 else { return .failure(.unavailable) }
        if let fault = fault(number.fault) { return .failure(fault) }
        return .success(value(number))
    }

    /// With the one word for an extension that the library does not know as it knows it.
    private static func spelled(_ text: String) -> String {
        let plain = SearchKey.of(text)
        guard let word = plain.firstRange(of: "dahili") else { return text }
        let digits = plain[word.upperBound...].filter { $0.isASCII && $0.isNumber }
        var number = plain[..<word.lowerBound]
        while let last = number.last, !last.isNumber { number.removeLast() }
        return number + " ext " + digits
    }

    /// The calling code of a country, by the library's own plans.
    static func callingCode(of country: CountryCode) -> Int? {
        let code = Int(unsafe konak_phone_try_calling_code(country.text))
        return code == 0 ? nil : code
    }

    /// By the numbers of `PhoneNumberUtil::ErrorType`.
    private static func fault(_ number: Int32) -> PhoneNumberFault? {
        switch number {
        case 0: nil
        case 1: .unknownCallingCode
        case 3, 4: .tooShort
        case 5: .tooLong
        default: .notANumber
        }
    }

    private static func value(_ number: konak_phone_number) -> PhoneNumber {
        var number = number
        let phoneExtension = text(&number.extension)
        return PhoneNumber(
            e164: text(&number.e164), callingCode: Int(number.calling_code),
            country: CountryCode(text(&number.country)),
            kind: kind(number.kind), validity: number.is_valid ? .valid : validity(number.possibility),
            national: text(&number.national), international: text(&number.international),
            phoneExtension: phoneExtension.isEmpty ? nil : phoneExtension)
    }

    /// The text of a field of C: an array of fixed size, which Swift sees as a tuple.
    private static func text<Field>(_ field: inout Field) -> String {
        unsafe withUnsafeBytes(of: &field) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// By the numbers of `PhoneNumberUtil::PhoneNumberType`.
    private static func kind(_ number: Int32) -> PhoneKind {
        let kinds: [PhoneKind] = [
            .fixed, .mobile, .fixedOrMobile, .tollFree, .premiumRate, .sharedCost, .voip, .personal, .pager, .company,
            .voicemail,
        ]
        return kinds.indices.contains(Int(number)) ? kinds[Int(number)] : .unknown
    }

    /// By the numbers of `PhoneNumberUtil::ValidationResult`. Of a right length and still not valid is not given out.
    private static func validity(_ number: Int32) -> PhoneValidity {
        switch number {
        case 1: .localOnly
        case 3: .tooShort
        case 4: .wrongLength
        case 5: .tooLong
        default: .unassigned
        }
    }
}
