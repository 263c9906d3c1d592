/// A mail address as people log in with it: as it was written, and as it is compared.
public struct LoginAddress: Sendable, Hashable {
    /// As it was written, without blanks around it.
    public let text: String
    /// As it is compared: in small letters, by the rules of no language. Two people of one agency cannot differ in case
    /// alone.
    public let key: String

    /// An address; nil for what cannot be one. Whether mail arrives there is shown by a link, not by its letters.
    public init?(_ text: String) {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count), !parts[1].isEmpty,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace })
        else { return nil }
        let key = text.lowercased()
        guard key.unicodeScalars.count <= 254 else { return nil }
        (self.text, self.key) = (String(text), key)
    }
}
