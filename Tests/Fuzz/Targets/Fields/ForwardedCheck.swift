import HTTP

/// Whatever a client writes into these fields, our own proxy's word behind it counts.
enum ForwardedCheck {
    private static let peer = IPAddress(10, 0, 0, 1)
    private static let client = IPAddress(203, 0, 113, 7)

    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        guard let block = try? AddressBlock("10.0.0.0/8") else { return }
        for dialect in [TrustedProxies.Dialect.xForwarded, .forwarded] {
            let proxies = TrustedProxies([block], dialect: dialect, statements: [.scheme, .host])
            try check(proxies, input)
        }
    }

    private static func check(_ proxies: TrustedProxies, _ input: [UInt8]) throws(BrokenPromise) {
        let stranger = try? origin(proxies, client, input, nil)
        try hold(stranger == RequestOrigin(address: client), "a stranger's words are not heard")
        _ = try? origin(proxies, peer, input, nil)
        let suffix = proxies.dialect == .forwarded ? "for=203.0.113.7" : "203.0.113.7"
        let joined = input.isEmpty ? Array(suffix.utf8) : input + Array(", \(suffix)".utf8)
        guard let origin = try? origin(proxies, peer, joined, input) else { return }
        try hold(origin.address == client, "the proxy's word counts, not \(origin.address)")
    }

    private static func origin(
        _ proxies: TrustedProxies, _ peer: IPAddress, _ hops: [UInt8], _ other: [UInt8]?
    ) throws -> RequestOrigin {
        switch proxies.dialect {
        case .forwarded: return try proxies.origin(peer: peer, forwarded: hops.span)
        case .xForwarded:
            let said = other ?? hops
            return try proxies.origin(peer: peer, forwardedFor: hops.span, proto: said.span, host: said.span)
        }
    }
}
