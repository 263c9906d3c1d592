/// How many statements a script holds: enough of PostgreSQL's lexis to know which semicolons part them.
enum StatementCount {
    static func of(_ script: String) -> Int {
        var scan = Scan(bytes: Array(script.utf8))
        return scan.count()
    }

    private struct Scan {
        let bytes: [UInt8]
        var at = 0

        mutating func count() -> Int {
            var count = 0
            var hasContent = false
            while let byte = peek() {
                if skipComment() { continue }
                if byte == UInt8(ascii: ";") {
                    count += hasContent ? 1 : 0
                    hasContent = false
                } else if byte > 0x20 {
                    hasContent = true
                    if skipQuoted(byte) { continue }
                }
                at += 1
            }
            return count + (hasContent ? 1 : 0)
        }

        private func peek(_ ahead: Int = 0) -> UInt8? { at + ahead < bytes.count ? bytes[at + ahead] : nil }

        private func has(_ text: StaticString, at place: Int) -> Bool {
            place + text.utf8CodeUnitCount <= bytes.count
                && bytes[place..<place + text.utf8CodeUnitCount].elementsEqual(text.description.utf8)
        }

        private mutating func skipComment() -> Bool {
            if has("--", at: at) {
                while let byte = peek(), byte != 0x0A { at += 1 }
                return true
            }
            guard has("/*", at: at) else { return false }
            var depth = 0
            repeat {
                let (opens, closes) = (has("/*", at: at), has("*/", at: at))
                depth += opens ? 1 : closes ? -1 : 0
                at += opens || closes ? 2 : 1
            } while depth > 0 && at < bytes.count
            return true
        }

        private mutating func skipQuoted(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "'"):
                let isEscaped = at > 0 && (bytes[at - 1] | 0x20) == UInt8(ascii: "e")
                skip(to: byte, escaped: isEscaped)
            case UInt8(ascii: "\""): skip(to: byte, escaped: false)
            case UInt8(ascii: "$"): return skipDollars()
            default: return false
            }
            return true
        }

        /// A doubled quote ends one text and begins the next, which comes to the same.
        private mutating func skip(to quote: UInt8, escaped: Bool) {
            at += 1
            while let byte = peek() {
                at += escaped && byte == UInt8(ascii: "\\") ? 2 : 1
                if byte == quote { return }
            }
        }

        private mutating func skipDollars() -> Bool {
            guard let end = bytes[(at + 1)...].firstIndex(where: { !Self.isTag($0) }), bytes[end] == UInt8(ascii: "$")
            else { return false }
            let tag = bytes[at...end]
            at = end + 1
            while at < bytes.count, !bytes[at...].starts(with: tag) { at += 1 }
            at = min(at + tag.count, bytes.count)
            return true
        }

        private static func isTag(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte > 0x7F || (0x30...0x39).contains(byte)
                || (0x61...0x7A).contains(byte | 0x20)
        }
    }
}
