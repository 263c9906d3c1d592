import Core
import Markup
import ModuleKit
import UI

/// The form by which somebody is asked in.
struct InvitePage {
    let roles: RoleChoices
    let teams: [Team]
    let draft: FormDraft
    let reader: PeopleReader

    var content: PageContent {
        let start = draft.starting(with: ["role": "member", "language": reader.language.rawValue])
        let fields = FormFields(InviteInput.fields, start)
            .control("role", Radios(roles.choices, value: start.text("role")))
            .control(
                "teams",
                Pick(
                    teams.map { Choice($0.id.description, $0.name) }, values: Set(start.texts("teams")),
                    hint: reader.t("Ekip ara", "Find a team")))
        let text = reader.t(
            "Davet e-postasındaki bağlantı 15 dakika geçerlidir; dilediğiniz kadar yeniden gönderebilirsiniz.",
            "The link in the letter works for 15 minutes; you can send it again as often as you like.")
        let form = start.form(
            fields, save: Words(tr: "Davet gönder", en: "Send the invitation"), cancel: PeopleSection.members.path,
            traits: .guarded)
        return .people(
            below: .members, reader, title: reader.t("Davet et", "Invite"), "\(Callout(text))\(form)")
    }
}

/// What the form of an invitation sends.
struct InviteInput: RouteInput {
    static let fields = [
        InputField("address", title: Words(tr: "E-posta", en: "E-mail"), .email).autocomplete("off"),
        InputField("name", title: Words(tr: "Ad soyad", en: "Full name"), .text(most: 120), required: false)
            .help(
                Words(
                    tr: "Boş bırakırsanız davet edilen kendisi yazar.", en: "Left empty, they fill it in themselves.")),
        InputField("role", title: Words(tr: "Rol", en: "Role"), .text(most: 40)),
        InputField("teams", title: Words(tr: "Ekipler", en: "Teams"), .list(most: 100), required: false),
        InputField(
            "language", title: Words(tr: "Davetin dili", en: "Language of the letter"),
            choices: ["tr": Words(tr: "Türkçe", en: "Turkish"), "en": Words(tr: "İngilizce", en: "English")],
            required: false),
    ]

    let address: String
    let name: String?
    let role: String
    let teams: [String]?
    let language: String?
}
