import Core
import ModuleKit

/// The letters of the house, in Turkish and English.
extension LetterForm {
    static let all = [
        invitation, verification, passwordReset, addressChange, newDevice, digest, notice, test,
    ]

    // MARK: Letters with a door in them

    private static let invitationTitle = Words(
        tr: """
            {% if inviter %}{{ inviter }} sizi {{ place | default: brand.name }} ekibine davet ediyor{% else %}\
            {{ place | default: brand.name }} ekibine davet edildiniz{% endif %}
            """,
        en: """
            {% if inviter %}{{ inviter }} invites you to join {{ place | default: brand.name }}{% else %}\
            You are invited to join {{ place | default: brand.name }}{% endif %}
            """)

    private static let invitation = LetterForm(
        .invitation, TemplateKey("mail.invitation"), title: Words(tr: "Davet", en: "Invitation"),
        subject: invitationTitle,
        body: LetterWords.letter(
            preview: Words(tr: "Hesabınızı bir dakikada açın.", en: "Set up your account in a minute."),
            heading: invitationTitle,
            [
                LetterWords.paragraph(
                    Words(
                        tr: "Daveti kabul ettiğinizde parolanızı belirler ve hemen çalışmaya başlarsınız.",
                        en: "Accept the invitation, choose a password, and you can start right away.")),
                LetterWords.button(Words(tr: "Daveti kabul et", en: "Accept the invitation")),
                LetterWords.note(
                    Words(
                        tr: "Bu daveti beklemiyorsanız bu iletiyi yok sayabilirsiniz.",
                        en: "If you did not expect this invitation, you can ignore this message.")),
            ]),
        [
            .line("inviter", Words(tr: "Davet eden", en: "Inviter")).ifPresent,
            .line("place", Words(tr: "Yer", en: "Place")).ifPresent, .link,
        ])

    private static let verifyTitle = Words(tr: "E-posta adresinizi doğrulayın", en: "Verify your e-mail address")

    private static let verification = LetterForm(
        .verification, TemplateKey("mail.verification"), title: Words(tr: "Doğrulama", en: "Verification"),
        subject: verifyTitle,
        body: LetterWords.letter(
            preview: Words(tr: "Tek bir adım kaldı.", en: "There is one step left."), heading: verifyTitle,
            [
                LetterWords.paragraph(
                    Words(
                        tr: "{{ brand.name }} hesabınızda bu adresin size ait olduğunu onaylayın.",
                        en: "Confirm that this address of your {{ brand.name }} account is yours.")),
                LetterWords.same(
                    """
                    {% if code %}<p class="inset ink" style="margin:4px 0 20px;padding:14px 18px;background:#f5f6f8;\
                    border-radius:10px;color:#171b24;font-family:'JetBrains Mono',Consolas,Menlo,monospace;\
                    font-size:24px;letter-spacing:.18em;text-align:center">{{ code }}</p>{% endif %}

                    """),
                LetterWords.button(Words(tr: "Adresi doğrula", en: "Verify the address")),
                LetterWords.note(
                    Words(
                        tr: "Bu isteği siz yapmadıysanız bir şey yapmanız gerekmez.",
                        en: "If you did not ask for this, there is nothing you need to do.")),
            ]),
        [.line("code", Words(tr: "Kod", en: "Code")).ifPresent, .link])

    private static let resetTitle = Words(tr: "Parolanızı yenileyin", en: "Reset your password")

    private static let passwordReset = LetterForm(
        .passwordReset, TemplateKey("mail.password_reset"), title: Words(tr: "Parola yenileme", en: "Password reset"),
        subject: resetTitle,
        body: LetterWords.letter(
            preview: Words(tr: "Bağlantı bir kez kullanılabilir.", en: "The link works once."), heading: resetTitle,
            [
                LetterWords.paragraph(
                    Words(
                        tr: """
                            {{ brand.name }} hesabınız için yeni parola istendi. Aşağıdaki düğmeyle yenisini belirleyin.
                            """,
                        en: """
                            A new password was asked for on your {{ brand.name }} account. Choose one with the button below.
                            """)),
                LetterWords.same("{% if minutes %}\n"),
                LetterWords.paragraph(
                    Words(
                        tr: "Bağlantı {{ minutes }} dakika geçerlidir ve bir kez kullanılabilir.",
                        en: "The link is valid for {{ minutes }} minutes and works once.")),
                LetterWords.same("{% endif %}\n"),
                LetterWords.button(Words(tr: "Yeni parola belirle", en: "Choose a new password")),
                LetterWords.note(
                    Words(
                        tr: "Bunu siz istemediyseniz parolanız değişmez; bu iletiyi yok sayabilirsiniz.",
                        en: "If this was not you, your password stays as it is and you can ignore this message.")),
            ]),
        [.number("minutes", Words(tr: "Dakika", en: "Minutes")).ifPresent, .link])

    private static let changeTitle = Words(
        tr: "E-posta adresiniz değişiyor", en: "Your e-mail address is being changed")

    private static let addressChange = LetterForm(
        .addressChange, TemplateKey("mail.address_change"), title: Words(tr: "Adres değişikliği", en: "Address change"),
        subject: changeTitle,
        body: LetterWords.letter(
            preview: Words(tr: "Bunu siz mi istediniz?", en: "Was this you?"), heading: changeTitle,
            [
                LetterWords.paragraph(
                    Words(
                        tr: "{{ brand.name }} hesabınızın adresi aşağıdaki adresle değiştirilmek isteniyor.",
                        en: "The address of your {{ brand.name }} account is to become the one below.")),
                LetterWords.facts([LetterWords.fact(Words(tr: "Yeni adres", en: "New address"), "{{ address }}")]),
                LetterWords.button(Words(tr: "İsteği gör", en: "See the request")),
                LetterWords.note(
                    Words(
                        tr: "Bunu siz istemediyseniz hemen parolanızı değiştirin.",
                        en: "If this was not you, change your password at once.")),
            ]),
        [.line("address", Words(tr: "Yeni adres", en: "New address")), .link])

    // MARK: Letters that tell

    private static let newDevice = LetterForm(
        .newDevice, TemplateKey("mail.new_device"), title: Words(tr: "Yeni cihaz", en: "New device"),
        subject: Words(tr: "Hesabınıza yeni bir cihazdan girildi", en: "New sign-in to your account"),
        body: LetterWords.letter(
            preview: Words(tr: "Bu siz miydiniz?", en: "Was this you?"),
            heading: Words(tr: "Yeni bir cihazdan girildi", en: "A new device signed in"),
            [
                LetterWords.paragraph(
                    Words(
                        tr: "{{ brand.name }} hesabınıza daha önce görmediğimiz bir cihazdan girildi.",
                        en: "Your {{ brand.name }} account was signed in to from a device we had not seen before.")),
                LetterWords.facts([
                    LetterWords.fact(Words(tr: "Cihaz", en: "Device"), "{{ device }}"),
                    LetterWords.fact(Words(tr: "Zaman", en: "Time"), "{{ time }}"),
                    LetterWords.same("{% if ip %}"),
                    LetterWords.fact(Words(tr: "IP adresi", en: "IP address"), "{{ ip }}"),
                    LetterWords.same("{% endif %}"),
                ]),
                LetterWords.buttonIfPresent(Words(tr: "Oturumları gözden geçir", en: "Review your sessions")),
                LetterWords.note(
                    Words(
                        tr: "Siz değilseniz parolanızı değiştirin ve tüm oturumları kapatın.",
                        en: "If it was not, change your password and end all sessions.")),
            ]),
        [
            .line("device", Words(tr: "Cihaz", en: "Device")), .time("time", Words(tr: "Zaman", en: "Time")),
            .line("ip", Words(tr: "IP adresi", en: "IP address")).ifPresent, .link.ifPresent,
        ])

    private static let digest = LetterForm(
        .digest, TemplateKey("mail.digest"), title: Words(tr: "Özet", en: "Digest"),
        subject: LetterWords.same("{{ title }}"),
        body: LetterWords.letter(
            preview: LetterWords.same(
                "{% for item in items limit: 1 %}{{ item.title }}{% else %}{{ brand.name }}{% endfor %}"),
            heading: LetterWords.same("{{ title }}"),
            [
                LetterWords.same(
                    """
                    {% if items %}
                    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" \
                    style="margin:4px 0 20px">
                    {% for item in items %}
                    <tr><td class="rule ink" style="padding:12px 0;border-top:1px solid #e6e8ec;color:#171b24;\
                    font-size:14.5px;line-height:1.45;font-weight:550">{% if item.link %}<a class="link" \
                    href="{{ item.link }}" target="_blank" rel="noopener" style="color:{{ brand.colour }};\
                    text-decoration:none">{{ item.title }}</a>{% else %}{{ item.title }}{% endif %}{% if item.detail %}\
                    <div class="quiet" style="margin-top:2px;color:#6b7280;font-size:13px;line-height:1.5">\
                    {{ item.detail }}</div>{% endif %}</td></tr>
                    {% endfor %}
                    </table>
                    {% endif %}

                    """),
                LetterWords.buttonIfPresent(Words(tr: "{{ brand.name }} sayfasını aç", en: "Open {{ brand.name }}")),
            ]),
        [.line("title", Words(tr: "Başlık", en: "Title")), .items, .link.ifPresent])

    private static let notice = LetterForm(
        .notice, TemplateKey("mail.notice"), title: Words(tr: "Duyuru", en: "Notice"),
        subject: LetterWords.same("{{ title }}"),
        body: LetterWords.letter(
            preview: LetterWords.same(
                "{% for paragraph in text limit: 1 %}{{ paragraph | truncate: 90 }}{% endfor %}"),
            heading: LetterWords.same("{{ title }}"),
            [
                LetterWords.same("{% for paragraph in text %}\n"),
                LetterWords.paragraph(LetterWords.same("{{ paragraph | lines }}")),
                LetterWords.same("{% endfor %}\n"),
                LetterWords.buttonIfPresent(
                    Words(tr: "{{ button | default: \"Aç\" }}", en: "{{ button | default: \"Open\" }}")),
            ]),
        [
            .line("title", Words(tr: "Başlık", en: "Title")), .paragraphs("text", Words(tr: "Metin", en: "Text")),
            .link.ifPresent, .line("button", Words(tr: "Düğme", en: "Button")).ifPresent,
        ])

    private static let test = LetterForm(
        .test, TemplateKey("mail.test"), title: Words(tr: "Deneme", en: "Test"),
        subject: Words(tr: "{{ brand.name }}: deneme iletisi", en: "{{ brand.name }}: test message"),
        body: LetterWords.letter(
            preview: Words(tr: "Bu bir deneme iletisidir.", en: "This is a test message."),
            heading: Words(tr: "E-posta çalışıyor", en: "Mail works"),
            [
                LetterWords.paragraph(
                    Words(
                        tr: "Bu iletiyi okuyabiliyorsanız posta sunucunuz doğru ayarlanmıştır.",
                        en: "If you can read this, your mail server is set up well."))
            ]), [])
}
