import Core

/// A date that was read is written and read again as itself.
enum DateCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let now = Timestamp(seconds: 1_780_000_000)
        if let date = Timestamp(httpDate: input.span, now: now) {
            var text: [UInt8] = []
            date.writeHTTPDate(into: &text)
            try hold(text.count == 29, "an HTTP date has 29 bytes")
            try hold(Timestamp(httpDate: text.span, now: now) == date, "an HTTP date is read again as itself")
            if input.count == 29 { try hold(text == input, "the fixed form is the one form") }
        }
        if let instant = Timestamp(rfc3339: input.span) {
            try hold(Timestamp(rfc3339: instant.description) == instant, "RFC 3339 is read again as itself")
            try hold(instant >= .earliest && instant <= .latest, "an instant lies in its range")
            try hold(instant + .seconds(Int64.max) == .latest, "time ends where it ends")
        }
    }
}
