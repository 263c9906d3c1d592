import Core

/// What is said after something was done.
enum EntryWords {
    static let added = Words(tr: "Kayıt eklendi", en: "Entry added")
    static let saved = Words(tr: "Kayıt kaydedildi", en: "Entry saved")
    static let closed = Words(tr: "Kayıt kapatıldı", en: "Entry closed")
    static let removed = Words(tr: "Kayıt silindi", en: "Entry deleted")
    static let returned = Words(tr: "Kayıt geri geldi", en: "Entry brought back")
}
