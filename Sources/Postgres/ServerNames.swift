import CPostgres
import Glibc

/// The servers of a connection string: which are names, and where they lead.
struct ServerNames: Sendable {
    private var hosts: [String] = []
    private var ports: [String] = []
    private var hasAddresses = false

    init(_ connection: String) {
        let given = Self.options(of: connection)
        let defaults = Self.defaults()
        func value(_ keyword: String) -> String { given[keyword] ?? defaults[keyword] ?? "" }
        hosts = Self.list(value("host"))
        ports = Self.list(value("port"))
        hasAddresses = !value("hostaddr").isEmpty
    }

    /// True when a server is known by a name only.
    var needLookUp: Bool { !hasAddresses && hosts.contains(where: Self.isName) }

    /// Host, address and port of every server, one entry for each of its addresses; nil when none was found.
    func lookedUp() -> [(keyword: String, value: String)]? {
        var found: [(host: String, address: String, port: String)] = []
        for (index, host) in hosts.enumerated() {
            let port = ports.count == hosts.count ? ports[index] : ports.first ?? ""
            let addresses = Self.isName(host) ? Self.addresses(of: host) : [""]
            found += addresses.map { (host, $0, port) }
        }
        guard !found.isEmpty else { return nil }
        return [
            ("host", found.map(\.host).joined(separator: ",")),
            ("hostaddr", found.map(\.address).joined(separator: ",")),
            ("port", found.map(\.port).joined(separator: ",")),
        ]
    }

    private static func list(_ value: String) -> [String] {
        value.isEmpty ? [] : value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Neither a socket's path nor an address in numbers.
    private static func isName(_ host: String) -> Bool {
        guard let first = host.first, first != "/", first != "@" else { return false }
        var address = in6_addr()
        return unsafe inet_pton(AF_INET, host, &address) != 1 && inet_pton(AF_INET6, host, &address) != 1
    }

    private static func addresses(of host: String) -> [String] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var found: [String] = []
        var next = unsafe list
        while let entry = unsafe next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let code = unsafe getnameinfo(
                entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
            if code == 0 {
                found.append(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
            }
            unsafe next = entry.pointee.ai_next
        }
        return found
    }

    /// What the string says. One that cannot be read says nothing here; opening will say what is wrong with it.
    private static func options(of connection: String) -> [String: String] {
        unsafe read(PQconninfoParse(connection, nil))
    }

    /// What the environment says.
    private static func defaults() -> [String: String] { unsafe read(PQconndefaults()) }

    private static func read(_ options: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String] {
        guard let options = unsafe options else { return [:] }
        defer { unsafe PQconninfoFree(options) }
        var values: [String: String] = [:]
        var next = unsafe options
        while let keyword = unsafe next.pointee.keyword {
            if let value = unsafe next.pointee.val { unsafe values[String(cString: keyword)] = String(cString: value) }
            unsafe next += 1
        }
        return values
    }
}
