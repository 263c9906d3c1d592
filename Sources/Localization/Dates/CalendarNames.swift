import Core

/// The names of months and days as CLDR has them.
enum CalendarNames {
    static func month(_ number: Int, _ width: NameWidth, _ language: Language) -> String {
        guard (1...12).contains(number) else { return "" }
        let names =
            switch (language, width) {
            case (.tr, .short): monthsShortTR
            case (.tr, .long): monthsLongTR
            case (.en, .short): monthsShortEN
            case (.en, .long): monthsLongEN
            }
        return names[number - 1]
    }

    /// 0 for Sunday.
    static func weekday(_ number: Int, _ width: NameWidth, _ language: Language) -> String {
        guard (0...6).contains(number) else { return "" }
        let names =
            switch (language, width) {
            case (.tr, .short): ["Paz", "Pzt", "Sal", "Çar", "Per", "Cum", "Cmt"]
            case (.tr, .long): ["Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"]
            case (.en, .short): ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            case (.en, .long): ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
            }
        return names[number]
    }

    private static let monthsShortTR = [
        "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara",
    ]
    private static let monthsLongTR = [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ]
    private static let monthsShortEN = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let monthsLongEN = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
