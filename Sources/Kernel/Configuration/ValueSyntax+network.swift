public import HTTP
public import Outbound

extension ValueSyntax<[ListenAddress]> {
    /// One or several `host:port`, separated by commas. A host is an address, or `localhost` for 127.0.0.1.
    public static var listenAddresses: ValueSyntax {
        ValueSyntax("addresses", bounds: "host:port or [v6]:port, several with commas") { text throws(ValueRefusal) in
            var addresses: [ListenAddress] = []
            for part in text.commaSeparated {
                let address = try listenAddress(part)
                guard !addresses.contains(address) else { throw ValueRefusal("names \(address) twice") }
                addresses.append(address)
            }
            return addresses
        }
    }

    private static func listenAddress(_ text: String) throws(ValueRefusal) -> ListenAddress {
        let refusal = ValueRefusal("must be addresses such as 127.0.0.1:8080 or [::1]:8080, separated by commas")
        guard let colon = text.lastIndex(of: ":") else { throw refusal }
        let digits = text[text.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits),
            let host = host(String(text[..<colon]))
        else { throw refusal }
        return ListenAddress(host: host, port: port)
    }

    /// Names are not resolved: which address a name means may change between two starts.
    private static func host(_ text: String) -> IPAddress? {
        if text == "localhost" { return .loopback }
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        guard let address = IPAddress(isBracketed ? String(text.dropFirst().dropLast()) : text) else { return nil }
        switch address {
        case .v4: return isBracketed ? nil : address
        case .v6: return isBracketed ? address : nil
        }
    }
}

extension ValueSyntax<[HostName]> {
    /// Names or addresses without ports, separated by commas; IPv6 in brackets.
    public static var hostNames: ValueSyntax {
        ValueSyntax("hosts", bounds: "names or addresses, several with commas") { text throws(ValueRefusal) in
            var hosts: [HostName] = []
            for part in text.commaSeparated {
                guard let host = HostName(part) else {
                    throw ValueRefusal(
                        "must be hosts such as konak.example.com or [::1], separated by commas, no ports")
                }
                guard !hosts.contains(host) else { throw ValueRefusal("names \(host) twice") }
                hosts.append(host)
            }
            return hosts
        }
    }
}

extension ValueSyntax<HelloName> {
    /// What stands after EHLO.
    public static var helloName: ValueSyntax {
        ValueSyntax("name or address", bounds: "posta.example.com, [192.0.2.1] or [IPv6:2001:db8::1]") {
            text throws(ValueRefusal) in
            guard let name = HelloName(text) else {
                throw ValueRefusal("must be a full name of the public DNS, or an address in brackets ([IPv6:…])")
            }
            return name
        }
    }
}

extension ValueSyntax<[AddressBlock]> {
    /// Networks in CIDR form or single addresses, separated by commas.
    public static var addressBlocks: ValueSyntax {
        ValueSyntax("networks", bounds: "CIDR, several with commas") { text throws(ValueRefusal) in
            do throws(AddressBlock.Mistake) {
                return try AddressBlock.list(text)
            } catch {
                throw ValueRefusal("must be networks such as 10.0.0.0/8 or fd00::/8: \(error)")
            }
        }
    }
}

extension ValueSyntax<DatabaseURL> {
    /// An address for libpq.
    public static var databaseURL: ValueSyntax {
        ValueSyntax("URL", bounds: "postgresql://…") { text throws(ValueRefusal) in
            guard let url = DatabaseURL(text) else {
                throw ValueRefusal("must be an address such as postgresql://role@host/konak, specials percent-encoded")
            }
            return url
        }
    }
}

extension ValueSyntax<RedisURL> {
    /// An address of a Redis server.
    public static var redisURL: ValueSyntax {
        ValueSyntax("URL", bounds: "redis://…, rediss://… or unix://…") { text throws(ValueRefusal) in
            guard let url = RedisURL(text) else {
                throw ValueRefusal(
                    "must be an address such as redis://user:password@host:6379/0, specials percent-encoded")
            }
            return url
        }
    }
}

extension ValueSyntax<RatePlan> {
    /// Names and numbers a minute, or `off`.
    public static var rates: ValueSyntax {
        ValueSyntax("rates", bounds: "off, or name=number a minute, several with commas") { text throws(ValueRefusal) in
            if text == "off" { return .free }
            var rates: [RatePace: Int] = [:]
            for part in text.commaSeparated {
                let names = RatePace.planned.map(\.rawValue).joined(separator: ", ")
                guard let equals = part.firstIndex(of: "="), let pace = RatePace(rawValue: String(part[..<equals])),
                    pace != .route
                else { throw ValueRefusal("must be `off`, or rates such as user=1200 with the names \(names)") }
                let digits = String(part[part.index(after: equals)...])
                let amount: Int
                do throws(ValueRefusal) { amount = try ValueSyntax<Int>.number(1...RatePlan.most).parse(digits) } catch
                {
                    throw ValueRefusal("must have for each name a number from 1 to \(RatePlan.most)")
                }
                guard rates.updateValue(amount, forKey: pace) == nil else {
                    throw ValueRefusal("names \(pace.rawValue) twice")
                }
            }
            return RatePlan.standard.changed(rates)
        }
    }
}

extension ValueSyntax<AccessLogTarget> {
    /// `stdout`, `off` or a path.
    public static var accessLog: ValueSyntax {
        ValueSyntax("word or path", bounds: "stdout, off or a path") { text throws(ValueRefusal) in
            switch text {
            case "off": .off
            case "stdout": .standardOutput
            default: .file(try ValueSyntax<String>.path.parse(text))
            }
        }
    }
}

extension ValueSyntax<LoopCount> {
    /// `cores` or a number.
    public static var loopCount: ValueSyntax {
        ValueSyntax("word or number", bounds: "cores, or 1 to 256") { text throws(ValueRefusal) in
            if text == "cores" { return .cores }
            guard let count = try? ValueSyntax<Int>.number(1...256).parse(text) else {
                throw ValueRefusal("must be `cores` or a number from 1 to 256")
            }
            return .exactly(count)
        }
    }
}

extension String {
    /// The parts between commas without the blanks around them; none for an empty text.
    fileprivate var commaSeparated: [String] {
        guard !isEmpty else { return [] }
        return split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}
