extension TrustedProxies {
    /// The origin by the `X-Forwarded` fields; empty spans stand for missing fields.
    public func origin(
        peer: IPAddress, forwardedFor: Span<UInt8>, proto: Span<UInt8>, host: Span<UInt8>
    ) throws(Refusal) -> RequestOrigin {
        guard trusts(peer) else { return RequestOrigin(address: peer.unmapped) }
        let (address, hop) = walk(peer, forwardedFor)
        let hops = RightToLeft.count(forwardedFor)
        var scheme: Scheme?
        if statements.contains(.scheme), let word = RightToLeft.word(of: proto, hop: hop, hops: hops) {
            scheme = Scheme(proto, word)
        }
        var authority: Authority?
        if statements.contains(.host), let word = RightToLeft.word(of: host, hop: hop, hops: hops) {
            guard let read = Authority(host, word) else { throw .badHost }
            authority = read
        }
        return RequestOrigin(address: address, scheme: scheme, host: authority)
    }

    /// The client and how many hops from the right it stands. What cannot be read ends the walk at the last sure hop.
    private func walk(_ peer: IPAddress, _ field: Span<UInt8>) -> (IPAddress, Int) {
        var (address, hop) = (peer.unmapped, 0)
        var list = RightToLeft(field)
        while trusts(address), hop < Self.maximumHops, let element = list.next(field),
            let previous = IPAddress(node: field, element)
        {
            (address, hop) = (previous.unmapped, hop + 1)
        }
        return (address, max(hop - 1, 0))
    }
}

/// Walks a comma-separated list from its end.
private struct RightToLeft {
    private var end: Int
    private var isDone: Bool

    init(_ bytes: Span<UInt8>) { (end, isDone) = (bytes.count, bytes.count == 0) }

    mutating func next(_ bytes: Span<UInt8>) -> Range<Int>? {
        if isDone { return nil }
        let comma = bytes.lastIndex(of: Byte.comma, in: 0..<end)
        let element = bytes.trimmed((comma.map { $0 + 1 } ?? 0)..<end)
        if let comma { end = comma } else { isDone = true }
        return element
    }

    static func count(_ bytes: Span<UInt8>) -> Int {
        var list = RightToLeft(bytes)
        var count = 0
        while list.next(bytes) != nil { count += 1 }
        return count
    }

    /// The word that goes with a hop: at its place when each hop wrote one, else the rightmost, which our proxy wrote.
    static func word(of bytes: Span<UInt8>, hop: Int, hops: Int) -> Range<Int>? {
        var list = RightToLeft(bytes)
        guard var word = list.next(bytes) else { return nil }
        if count(bytes) == hops {
            for _ in 0..<hop { word = list.next(bytes) ?? word }
        }
        return word
    }
}

extension IPAddress {
    /// An address as proxies write it: alone, with a port, or in brackets with or without port.
    init?(node bytes: Span<UInt8>, _ range: Range<Int>) {
        guard let first = range.first else { return nil }
        if bytes[first] == Byte.openBracket {
            guard let bracket = bytes.firstIndex(of: Byte.closeBracket, in: range),
                Self.isPort(bytes, bracket + 1..<range.upperBound)
            else { return nil }
            self.init(v6: bytes, first + 1..<bracket)
        } else if let colon = bytes.firstIndex(of: Byte.colon, in: range),
            !bytes.contains(Byte.colon, in: colon + 1..<range.upperBound)
        {
            guard Self.isPort(bytes, colon..<range.upperBound) else { return nil }
            self.init(bytes, first..<colon)
        } else {
            self.init(bytes, range)
        }
    }

    /// Nothing, or a colon and a port.
    private static func isPort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        return bytes[first] == Byte.colon && bytes.decimal(first + 1..<range.upperBound, upTo: 65535) != nil
    }
}
