public import HTTP

/// A host that a level of the house may have: a name of DNS, and either below one of the operator's own, which needs no
/// proof, or somebody's, which does.
public struct DomainHost: Sendable, Hashable, CustomStringConvertible {
    /// Who answers for the name.
    public enum Kind: Sendable, Hashable {
        /// Below `localhost`, which nobody can own, or below one of the operator's hosts.
        case house
        /// Somebody's own: to be proven by a record in its DNS.
        case custom
    }

    /// The name in lower case.
    public let text: String
    /// Who answers for it.
    public let kind: Kind

    /// Reads a name; the refusal says what is wrong with it.
    public init(_ text: String, operatorHosts: [HostName]) throws(DomainRefusal) {
        guard let name = HostName(text), !text.hasSuffix(".") else { throw .notAHost }
        guard name.address == nil else { throw .address }
        guard !operatorHosts.contains(name) else { throw .operators }
        let labels = name.text.split(separator: ".")
        guard labels.count > 1, let top = labels.last else { throw .oneLabel }
        self.text = name.text
        let isHouse =
            top == "localhost" || operatorHosts.contains { $0.address == nil && name.text.hasSuffix(".\($0.text)") }
        kind = isHouse ? .house : .custom
        guard kind == .custom else { return }
        try Self.check(labels, top)
        guard name.text.utf8.count + DomainProof.prefix.utf8.count <= 253 else { throw .tooLong }
    }

    /// Letters at the end, no name that the internet keeps for other uses, no label reserved for encodings to come.
    private static func check(_ labels: [Substring], _ top: Substring) throws(DomainRefusal) {
        let isTop = top.utf8.count >= 2 && (top.hasPrefix("xn--") || top.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A })
        guard isTop else { throw .notAHost }
        guard !reserved.contains(String(top)), !labels.suffix(2).elementsEqual(["home", "arpa"]) else {
            throw .reserved
        }
        for label in labels where label.dropFirst(2).hasPrefix("--") && !label.hasPrefix("xn--") { throw .notAHost }
    }

    /// Names that are never resolved by everybody alike (RFC 6761, 6762, 7686, 9476; ICANN on `internal`).
    private static let reserved: Set<String> = ["invalid", "local", "onion", "alt", "internal", "arpa"]

    /// The name itself.
    public var description: String { text }
}

/// Why a host cannot be had.
public enum DomainRefusal: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    /// No name of DNS, or one in another alphabet that is not written as punycode.
    case notAHost = "domain.not_a_host"
    /// An address.
    case address = "domain.address"
    /// A single label.
    case oneLabel = "domain.one_label"
    /// Too long to have its challenge beside it.
    case tooLong = "domain.too_long"
    /// Kept for other uses.
    case reserved = "domain.reserved"
    /// One of the operator's own, or below one and asked for by somebody else.
    case operators = "domain.operators"
    /// Somebody has it and has proven it.
    case taken = "domain.taken"
    /// Nobody of that name, or nobody who may have hosts any more.
    case nobody = "domain.nobody"
    /// No such host here.
    case unknown = "domain.unknown"

    /// A sentence for people.
    public var description: String {
        switch self {
        case .notAHost: "That is no host name: letters, digits and hyphens, international names as xn--…"
        case .address: "An address cannot be a domain."
        case .oneLabel: "A domain has at least two parts, such as crm.example.com."
        case .tooLong: "That name is too long."
        case .reserved: "Names with that ending cannot be reached by everybody."
        case .operators: "That name belongs to the operator of this house."
        case .taken: "That domain belongs to somebody else here, who has proven it."
        case .nobody: "There is no such agency or tenant, or it may not have domains any more."
        case .unknown: "That domain is not known here."
        }
    }
}
