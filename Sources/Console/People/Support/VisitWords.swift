import Core
import Localization
import Markup
import Security
import UI

/// How visits from above are written, on both sides.
struct VisitWords: Sendable {
    let local: Localizer
    let now: Timestamp

    func t(_ turkish: String, _ english: String) -> String { local.language.t(turkish, english) }

    func at(_ moment: Timestamp) -> HTML { "<time datetime=\"\(moment.description)\">\(local.dateTime(moment))</time>" }

    func state(_ visit: Impersonation) -> Tag {
        if visit.isRunning(now) {
            let left = local.relative(visit.ends, now: now)
            return Tag(
                visit.hasEntered
                    ? t("Sürüyor, bitiş \(left)", "Goes on, ends \(left)") : t("Girilmedi", "Not entered yet"),
                .warn, isDotted: true)
        }
        guard visit.hasEntered else { return Tag(t("Girilmedi", "Never entered"), .plain, isDotted: true) }
        let length = local.duration((visit.ended ?? visit.ends) - visit.started)
        return Tag(t("Bitti, \(length)", "Ended, \(length)"), .good, isDotted: true)
    }
}
