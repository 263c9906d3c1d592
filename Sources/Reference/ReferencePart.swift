import Core
import HTTP
import HTTPServer
public import Kernel
import ModuleKit

/// What is the same for everybody, as a part of the house: countries and the like for modules and browsers, and the
/// numbering plans of the world's phones. The tables for filters are in the database (`kernel.country` and its like).
public enum ReferencePart {
    /// The part.
    public static func make(_ services: HouseServices) -> HousePart {
        let files = ReferenceFiles()
        let phones = PhonePlans(blocking: services.blocking)
        return HousePart(
            manifest,
            register: { registrar in
                registrar.provide(.referenceData, ReferenceBook(files: files))
                registrar.provide(.phoneNumbers, phones)
                registrar.route(.get, "/reference/:file", for: .open(.pages), free: ["file"]) { request, context in
                    let accepted = request.head.joinedValue(of: .acceptEncoding)
                    let name = String(context.parameters["file"] ?? "")
                    guard let answer = files.answer(name, reader: context.language, accepting: accepted) else {
                        throw Problem(.notFound)
                    }
                    return answer
                }
            })
    }

    private static let manifest = ModuleManifest(
        id: ModuleID("reference"), title: Words(tr: "Başvuru verileri", en: "Reference data"),
        summary: Words(
            tr: "Ülkeler, iller, para birimleri, saat dilimleri ve telefon numaraları.",
            en: "Countries, provinces, currencies, time zones and phone numbers."))
}
