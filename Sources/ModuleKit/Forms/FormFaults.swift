public import Core
import UI

/// A problem as a form says it.
enum FormFaults {
    /// One sentence for each field. What concerns no field of the form goes to the whole, under an empty name.
    static func faults(_ faults: [Core.FieldFault], of fields: [InputField], in language: Language) -> [UI.FieldFault] {
        var said: Set<String> = []
        let placed = faults.compactMap { fault -> (place: Int, UI.FieldFault)? in
            let name = name(in: fault.pointer)
            let place = fields.firstIndex { $0.name == name }
            let known = place.map { fields[$0].name } ?? ""
            guard said.insert(known).inserted else { return nil }
            let text = fault.words?.text(in: language) ?? general(fault.code).text(in: language)
            return (place ?? fields.count, UI.FieldFault(name: known, text: text))
        }
        return placed.sorted { $0.place < $1.place }.map(\.1)
    }

    private static func name(in pointer: String) -> String {
        pointer.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
    }

    /// For refusals that were written for programs only.
    private static func general(_ code: Core.FieldFault.Code) -> Words {
        code == .required ? InputWords.needed : Words(tr: "Bu değer kabul edilmedi.", en: "This value is not accepted.")
    }

    /// What stands above the fields, if not all is said at them.
    static func notice(_ problem: Problem, in language: Language) -> String? {
        if let words = problem.words { return words.text(in: language) }
        return switch problem.code {
        case .unprocessable: nil
        case .tooMany: tooMany(problem.retryAfter).text(in: language)
        case .alreadySent: Self.sent.text(in: language)
        case .sendingUnknown: cutOff.text(in: language)
        case .conflict, .preconditionFailed: changed.text(in: language)
        default: later.text(in: language)
        }
    }

    private static func tooMany(_ seconds: Int?) -> Words {
        guard let seconds else {
            return Words(
                tr: "Çok sık denediniz; birazdan yeniden deneyin.", en: "Too many tries; try again shortly.")
        }
        return Words(tr: "Çok sık denediniz; ", en: "Too many tries; try again in ") + Words(alike: "\(seconds)")
            + Words(tr: " saniye sonra yeniden deneyin.", en: " seconds.")
    }

    private static let sent = Words(
        tr: "Bu form zaten gönderildi; ikinci kez kaydedilmedi.",
        en: "This form was sent already; it was not saved twice.")
    private static let cutOff = Words(
        tr: "İlk gönderiminiz yarıda kaldı; kaydedilip kaydedilmediğine bakın. Kaydedilmediyse yeniden gönderin.",
        en: "Your first sending was cut off; look whether it was saved. If it was not, send it again.")
    /// Above a form that was brought back after its reader proved who they are.
    static let kept = Words(
        tr: "Yazdıklarınız duruyor, henüz kaydedilmedi. Parola ve kodları yeniden yazıp gönderin.",
        en: "What you typed is still here and not saved yet. Write passwords and codes anew, then send it.")
    private static let changed = Words(
        tr: "Kaydedilmedi: kayıt bu arada değişti ya da aynısı zaten var. Yazdıklarınız duruyor.",
        en: "Not saved: the record has changed meanwhile, or there is one like it. What you typed is still here.")
    private static let later = Words(
        tr: "Şu anda kaydedilemedi. Yazdıklarınız duruyor; birazdan yeniden deneyin.",
        en: "It could not be saved just now. What you typed is still here; try again shortly.")
}

extension ProblemCode {
    /// The form was sent before, and its answer cannot be given again.
    public static let alreadySent = ProblemCode("already-sent", status: 409, title: "This was sent already")
}
