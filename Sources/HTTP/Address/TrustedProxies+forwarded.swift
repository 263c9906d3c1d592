extension TrustedProxies {
    /// The origin by the `Forwarded` field (RFC 7239); an empty span stands for a missing one.
    ///
    /// The whole field is read strictly: a quote left open by the client would otherwise swallow what our proxy added.
    public func origin(peer: IPAddress, forwarded: Span<UInt8>) throws(Refusal) -> RequestOrigin {
        guard trusts(peer) else { return RequestOrigin(address: peer.unmapped) }
        let hops: [Hop]
        do { hops = try Hop.list(forwarded) } catch { throw .badForwarded }
        var origin = peer.unmapped
        var spoken: Hop?
        for hop in hops.reversed() where trusts(origin) {
            spoken = hop
            guard let address = hop.address else { break }
            origin = address
        }
        return RequestOrigin(
            address: origin, scheme: statements.contains(.scheme) ? spoken?.scheme : nil,
            host: statements.contains(.host) ? spoken?.host : nil)
    }

    /// What one proxy says of who came to it.
    private struct Hop {
        /// Nil when it is hidden or unknown.
        var address: IPAddress?
        var scheme: Scheme?
        var host: Authority?

        static func list(_ bytes: Span<UInt8>) throws(BrokenField) -> [Hop] {
            var hops: [Hop] = []
            var scanner = FieldScanner(bytes.all)
            scanner.skipBlanks(bytes)
            while !scanner.isAtEnd {
                guard hops.count < TrustedProxies.maximumHops else { throw BrokenField() }
                hops.append(try Hop(&scanner, bytes))
                scanner.skipBlanks(bytes)
                if scanner.isAtEnd { break }
                guard scanner.take(Byte.comma, bytes) else { throw BrokenField() }
                scanner.skipBlanks(bytes)
                if scanner.isAtEnd { throw BrokenField() }
            }
            return hops
        }

        private init(_ scanner: inout FieldScanner, _ bytes: Span<UInt8>) throws(BrokenField) {
            var seen: Set<String> = []
            repeat {
                let pair = try scanner.pair(bytes)
                guard let name = bytes.lowercasedText(pair.name), seen.insert(name).inserted,
                    let value = pair.text(bytes)
                else { throw BrokenField() }
                try note(name, value.utf8.span)
            } while scanner.take(Byte.semicolon, bytes)
        }

        private mutating func note(_ name: String, _ value: Span<UInt8>) throws(BrokenField) {
            switch name {
            case "for": address = IPAddress(node: value, value.all)?.unmapped
            case "proto": scheme = Scheme(value, value.all)
            case "host":
                guard let read = Authority(value, value.all) else { throw BrokenField() }
                host = read
            default: break
            }
        }
    }
}
