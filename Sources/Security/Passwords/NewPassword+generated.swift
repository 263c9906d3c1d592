import Crypto

extension NewPassword {
    /// One that nobody thought of: 100 bits in letters that are not taken for one another, shown to whoever asked for it.
    public static func generated() -> (password: NewPassword, shown: String) {
        let letters = Array("abcdefghijkmnopqrstuvwxyz2345678")
        let picked = SecureRandom.bytes(20).map { letters[Int($0 & 31)] }
        let shown = stride(from: 0, to: 20, by: 5).map { String(picked[$0..<$0 + 5]) }.joined(separator: "-")
        return (NewPassword(shown), shown)
    }
}
