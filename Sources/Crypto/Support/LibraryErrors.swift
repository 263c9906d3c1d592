import COpenSSL

/// The error queue OpenSSL keeps for each thread. What one operation leaves there, the next would take for its own.
enum LibraryErrors {
    /// Empties the queue and tells what was in it.
    static func drain() -> String {
        var reasons: [String] = []
        while true {
            let code = ERR_get_error()
            if code == 0 { break }
            if reasons.count < 8 { reasons.append(text(of: code)) }
        }
        return reasons.isEmpty ? "no reason given" : reasons.joined(separator: "; ")
    }

    /// Empties the queue when the reasons are of no interest.
    static func discard() { ERR_clear_error() }

    private static func text(of code: UInt) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            unsafe ERR_error_string_n(code, start, buffer.count)
            return unsafe String(cString: start)
        }
    }
}
