public import Core

/// A phone number as the numbering plans of the world have it.
public struct PhoneNumber: Hashable, Sendable {
    /// `+905321234567`: what is stored and compared.
    public let e164: String
    /// 90.
    public let callingCode: Int
    /// The country; nil for numbers that belong to none, such as +800.
    public let country: CountryCode?
    /// What answers there.
    public let kind: PhoneKind
    /// Whether there can be such a number.
    public let validity: PhoneValidity
    /// `0532 123 45 67`.
    public let national: String
    /// `+90 532 123 45 67`.
    public let international: String
    /// What is dialled after it, where one was given; it is no part of `e164`.
    public let phoneExtension: String?

    /// All of it, as an engine read it.
    public init(
        e164: String, callingCode: Int, country: CountryCode?, kind: PhoneKind, validity: PhoneValidity,
        national: String, international: String, phoneExtension: String?
    ) {
        (self.e164, self.callingCode, self.country, self.kind) = (e164, callingCode, country, kind)
        (self.validity, self.national, self.international) = (validity, national, international)
        self.phoneExtension = phoneExtension
    }

    /// True when such a number can exist.
    public var isValid: Bool { validity == .valid }

    /// True when it can be sent an SMS, as far as its number tells.
    public var canTakeMessages: Bool { isValid && (kind == .mobile || kind == .fixedOrMobile) }
}

/// What answers at a number.
public enum PhoneKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A line.
    case fixed
    /// A mobile phone.
    case mobile
    /// One or the other: some plans, such as that of America, do not say.
    case fixedOrMobile
    /// Free for who calls: 0800.
    case tollFree
    /// Dear for who calls.
    case premiumRate
    /// Shared between both.
    case sharedCost
    /// Over the internet: 0850.
    case voip
    /// One's own, wherever one is.
    case personal
    /// A pager.
    case pager
    /// One number for a whole company: 444.
    case company
    /// A mailbox.
    case voicemail
    /// Nobody can tell.
    case unknown
}

/// Whether there can be such a number.
public enum PhoneValidity: String, Sendable, Hashable, CaseIterable {
    /// Yes.
    case valid
    /// Too few digits.
    case tooShort
    /// Too many digits.
    case tooLong
    /// Right only within its area; the area's code is missing.
    case localOnly
    /// No number of the plan has so many digits.
    case wrongLength
    /// Of the right length, but the plan gives out no such numbers.
    case unassigned
}

/// Why a text is no phone number.
public enum PhoneNumberFault: String, Error, Sendable, Hashable, CaseIterable {
    /// Nothing was written.
    case empty
    /// Nothing like a number.
    case notANumber
    /// It begins with the calling code of no country.
    case unknownCallingCode
    /// It ends too early.
    case tooShort
    /// It never ends.
    case tooLong
    /// The engine is not there: `libkonak-phone.so` or a library it needs is missing.
    case unavailable
}

extension PhoneNumberFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// For machines.
    public var code: String { "phone-number-\(rawValue)" }
    /// Bland.
    public var description: String { "\(code): the phone number cannot be read" }
    /// The same: what was written is personal.
    public var debugDescription: String { description }

    /// For the field it was written in.
    public var words: Words {
        switch self {
        case .empty: Words(tr: "Telefon numarası yazın.", en: "Enter a phone number.")
        case .notANumber: Words(tr: "Bu bir telefon numarası değil.", en: "This is not a phone number.")
        case .unknownCallingCode: Words(tr: "Böyle bir ülke kodu yok.", en: "There is no such country code.")
        case .tooShort: Words(tr: "Numara eksik.", en: "Some digits are missing.")
        case .tooLong: Words(tr: "Numara çok uzun.", en: "There are too many digits.")
        case .unavailable:
            Words(tr: "Numara şu anda denetlenemiyor.", en: "The number cannot be checked at the moment.")
        }
    }
}

extension PhoneValidity {
    /// For the field it was written in; nothing for what is valid.
    public var words: Words? {
        switch self {
        case .valid: nil
        case .tooShort: PhoneNumberFault.tooShort.words
        case .tooLong: PhoneNumberFault.tooLong.words
        case .localOnly: Words(tr: "Alan kodunu da yazın.", en: "Add the area code.")
        case .wrongLength: Words(tr: "Hane sayısı yanlış.", en: "The number of digits is wrong.")
        case .unassigned: Words(tr: "Böyle bir numara yok.", en: "There is no such number.")
        }
    }
}

/// Reads phone numbers as people write them.
public protocol PhoneNumbers: Sendable {
    /// A number as somebody in the country would dial it, or with `+` as anybody would. What can be read need not exist:
    /// ask for `isValid` before you keep it.
    func read(_ text: String, in country: CountryCode) async throws(PhoneNumberFault) -> PhoneNumber

    /// Many of them, beside the requests: for imports.
    func read(_ texts: [String], in country: CountryCode) async -> [Result<PhoneNumber, PhoneNumberFault>]
}

extension Capability where Provider == any PhoneNumbers {
    /// Numbers of the whole world.
    public static var phoneNumbers: Self { Capability("reference.phone_numbers") }
}
