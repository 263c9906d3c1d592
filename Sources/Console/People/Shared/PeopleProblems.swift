import Core
import Kernel

/// What cannot be done with people, in the words of who tried.
extension Problem {
    /// The problem of a code with words for people, where there are any.
    static func people(_ code: ProblemCode) -> Problem {
        var problem = Problem(code)
        problem.words = said[code]
        problem.detail = problem.words?.en
        return problem
    }

    private static let said: [ProblemCode: Words] = [
        .grantsMore: Words(
            tr: "Kendi yetkinizden fazlasını veremez, sizden fazla yetkisi olanı değiştiremezsiniz.",
            en: "You cannot give more than you hold, nor change who holds more than you."),
        .ownersOnly: Words(
            tr: "Sahipliği yalnızca bir sahip verir ve alır.", en: "Only an owner gives or takes ownership."),
        .lastOwner: Words(
            tr: "Firmada en az bir etkin sahip kalmalı. Önce başka birini sahip yapın.",
            en: "The company keeps at least one active owner. Make somebody else an owner first."),
        .notOneself: Words(tr: "Bunu kendinize yapamazsınız.", en: "You cannot do this to yourself."),
        .keptOut: Words(
            tr: "Bu kişinin hesabı sağlayıcınızda kapatılmış; önce orada açılmalı.",
            en: "This person's account is closed at your provider's; it has to be opened there first."),
        .roleInUse: Words(
            tr: "Bu rol kullanılıyor. Kişilerin yerine alacağı rolü seçin.",
            en: "This role is in use. Choose what its people get instead."),
        .builtInRole: Words(
            tr: "Hazır roller değiştirilemez; kopyalayıp kendi rolünüzü oluşturun.",
            en: "Built-in roles cannot be changed; copy one and make your own."),
        .anothersKey: Words(
            tr: "Bir anahtarı yalnızca onu oluşturan yeniler; siz iptal edebilirsiniz.",
            en: "Only who made a key rotates it; you can revoke it."),
        .notReversible: Words(
            tr: "Bu ayrılış artık geri alınamaz.", en: "This departure can no longer be taken back."),
        .wouldLockOut: Words(
            tr: "Bu liste sizi dışarıda bırakır. Kendi adresinizi de ekleyin.",
            en: "This list would lock you out. Add your own address to it."),
    ]
}
