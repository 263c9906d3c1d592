// Long: one table of words, in both languages.
import Core

extension ErrorScreen.Fault {
    /// What happened and what to do.
    func words(_ language: Language, retryAfter: Int?) -> (title: String, advice: String) {
        let (title, advice) = language == .tr ? turkish : english
        guard self == .tooMany, let seconds = retryAfter else { return (title, advice) }
        return language == .tr
            ? (title, "\(seconds) saniye sonra yeniden deneyin.") : (title, "Try again in \(seconds) seconds.")
    }

    private var turkish: (String, String) {
        switch self {
        case .unreadable: ("İstek okunamadı", "Adresi ve gönderdiğinizi denetleyin.")
        case .unauthenticated: ("Devam etmek için oturum açın", "Bu sayfa yalnızca oturum açanlara gösterilir.")
        case .wrongMethod: ("Bu işlem burada yapılamaz", "Sayfayı yenileyip işlemi yeniden deneyin.")
        case .noSite:
            ("Bu adreste bir site yok", "Adresi denetleyin; yeni bir alan adıysa doğrulanması birkaç dakika sürebilir.")
        case .linkInvalid: ("Bu bağlantı artık geçerli değil", "Gönderenden yeni bir bağlantı isteyin.")
        case .refused: ("İstek kabul edilmedi", "Adresi ve gönderdiğinizi denetleyin.")
        case .forbidden: ("Buna izniniz yok", "Bu sayfayı görmek için yöneticinizden yetki isteyin.")
        case .notFound: ("Sayfa bulunamadı", "Adres taşınmış ya da hiç var olmamış olabilir.")
        case .gone:
            ("Bu kayıt silinmiş", "Kayıt kaldırıldığı için artık açılamıyor. Listede benzerini arayabilirsiniz.")
        case .tooLarge: ("Gönderilen çok büyük", "Dosyayı küçültün ya da parçalara bölüp yeniden gönderin.")
        case .tooMany: ("Çok fazla istek", "Kısa sürede çok istek gönderildi. Birazdan yeniden deneyin.")
        case .broken: ("Bir şeyler ters gitti", "Sorun bizde; kayda geçti. Sürerse bize aşağıdaki numarayla yazın.")
        case .unavailable: ("Kısa bir ara", "Birkaç saniye sonra yeniden deneyin; hiçbir şey kaybolmadı.")
        case .siteClosed: ("Bu site kapalı", "Verileriniz duruyor. Yeniden açılması için hizmet sağlayıcınıza yazın.")
        case .offline:
            ("Bağlantı yok", "Son okuduğunuz sayfalar çevrimdışı da açılır. Bağlantı gelince yeniden deneyin.")
        }
    }

    private var english: (String, String) {
        switch self {
        case .unreadable: ("The request cannot be read", "Check the address and what you sent.")
        case .unauthenticated: ("Sign in to go on", "This page is shown to those who are signed in.")
        case .wrongMethod: ("This cannot be done here", "Load the page anew and try again.")
        case .noSite:
            (
                "There is no site at this address",
                "Check the address; a new domain may take some minutes to be verified."
            )
        case .linkInvalid: ("This link is no longer valid", "Ask whoever sent it for a new one.")
        case .refused: ("The request was not accepted", "Check the address and what you sent.")
        case .forbidden: ("You may not see this", "Ask your administrator for access to this page.")
        case .notFound: ("There is no such page", "The address may have moved, or may never have existed.")
        case .gone:
            ("This record was deleted", "It was removed and cannot be opened. You may find a similar one in the list.")
        case .tooLarge: ("That was too large", "Make the file smaller, or send it in parts.")
        case .tooMany: ("Too many requests", "Too much was asked in a short time. Try again shortly.")
        case .broken:
            (
                "Something went wrong",
                "This one is on us, and it was noted. If it goes on, write to us with the number below."
            )
        case .unavailable: ("A short break", "Try again in a few seconds; nothing was lost.")
        case .siteClosed: ("This site is closed", "Your data are safe. Write to your provider to have it opened again.")
        case .offline: ("No connection", "Pages you read lately open without one. Try again when the line is back.")
        }
    }
}
