public import HTTP

/// Names this machine's own file gives addresses to.
public struct HostsFile: Sendable {
    private var addresses: [String: [IPAddress]] = [:]

    /// Reads the text of a hosts file; lines that cannot be read are passed over, as every reader of the file does.
    public init(_ text: String = "") {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, let address = IPAddress(first) else { continue }
            for name in words.dropFirst() { addresses[name.lowercased(), default: []].append(address) }
        }
    }

    /// The addresses of a name; nil when the file does not know it.
    public func addresses(of name: DNSName) -> [IPAddress]? { addresses[name.text] }
}
