import Core
import ModuleKit

/// What an entry is made of, new or changed.
struct NewEntry: RouteInput {
    static let fields = [
        InputField("title", title: Words(tr: "Başlık", en: "Title"), .text(most: 120)),
        InputField("text", title: Words(tr: "Metin", en: "Text"), .text(most: 4_000), required: false),
        InputField("email", title: Words(tr: "İlgili kişi", en: "Contact"), .email, required: false),
    ]

    private static let blank = Words(tr: "Bir başlık yazın.", en: "Write a title.")

    let title: String
    let text: String?
    let email: String?

    /// The rule that no kind of field can say.
    func check() throws {
        guard title.contains(where: { !$0.isWhitespace }) else {
            throw Problem(.unprocessable, fields: [FieldFault("/title", .invalid, Self.blank)])
        }
    }
}
