import Core

/// What a refused value says to people. It stands below the field, so it says what to write and not what was wrong.
enum InputWords {
    static let needed = Words(tr: "Bu alan gerekli.", en: "This is needed.")
    static let unknown = Words(
        tr: "Burada bilinmeyen bir değer gönderildi.", en: "A value was sent that is not known here.")
    static let readOnly = Words(
        tr: "Rolünüz bu alanı değiştiremez.", en: "Your role does not change this.")
    static let text = Words(tr: "Bir metin yazın.", en: "Write a text.")
    static let email = Words(tr: "ad@ornek.com gibi bir adres yazın.", en: "Write an address like name@example.com.")
    static let phone = Words(tr: "Telefonu alan koduyla yazın.", en: "Write the number with its area code.")
    static let number = Words(tr: "Bir tam sayı yazın.", en: "Write a whole number.")
    static let money = Words(tr: "Tutarı 1.234,50 gibi yazın.", en: "Write the amount like 1,234.50.")
    static let flag = Words(tr: "Evet ya da hayır seçin.", en: "Choose yes or no.")
    static let day = Words(tr: "Günü 24.11.2026 gibi yazın.", en: "Write the day like 11/24/2026.")
    static let moment = Words(
        tr: "Günü ve saati 24.11.2026 18:00 gibi yazın.", en: "Write day and time like 11/24/2026 6:00 PM.")
    static let choice = Words(tr: "Listedekilerden seçin.", en: "Choose from the list.")
    static let record = Words(tr: "Listeden bir kayıt seçin.", en: "Choose a record from the list.")

    static func tooLong(_ most: Int) -> Words {
        Words(tr: "En fazla ", en: "Write at most ") + Words(alike: "\(most)")
            + Words(tr: " karakter yazın.", en: " characters.")
    }

    static func between(_ range: ClosedRange<Int>) -> Words {
        let (least, most) = (Words(alike: "\(range.lowerBound)"), Words(alike: "\(range.upperBound)"))
        if range.upperBound == .max {
            return Words(tr: "En az ", en: "Write at least ") + least + Words(tr: " yazın.", en: ".")
        }
        if range.lowerBound == .min {
            return Words(tr: "En fazla ", en: "Write at most ") + most + Words(tr: " yazın.", en: ".")
        }
        return least + Words(tr: " ile ", en: " to ") + most
            + Words(tr: " arasında bir sayı yazın.", en: ": write a number in between.")
    }
}
