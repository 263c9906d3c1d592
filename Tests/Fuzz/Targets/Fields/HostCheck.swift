import HTTP
import HTTPServer

/// A host is read as one name only: written out, it is read again as itself, in any case of letters.
enum HostCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        if let address = IPAddress(parsing: input.span) { try check(address) }
        if let block = try? AddressBlock(input.repaired) { try check(block) }
        guard let authority = Authority(parsing: input.span) else { return }
        let text = authority.description
        try hold(Authority(text) == authority, "a host is read again as itself")
        let loud = input.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        try hold(Authority(parsing: loud.span) == authority, "the case of letters does not matter")
        try hold(text.utf8.allSatisfy("0123456789abcdefghijklmnopqrstuvwxyz.-:[]".utf8.contains), "a host is plain")
        try hold(!text.contains("..") && !text.hasPrefix("."), "a host has no empty labels")
        try hold(authority.port != 0, "port 0 is none")
        try checkServer(input)
    }

    /// What is a host to those who look up the tenant must pass the server's first look too.
    private static func checkServer(_ host: [UInt8]) throws(BrokenPromise) {
        var reading = WireReading(limits: ServerLimits())
        reading.feed(Array("GET / HTTP/1.1\r\nHost: ".utf8)[...])
        reading.feed((host + Array("\r\n\r\n".utf8))[...])
        try hold(reading.requests.count == 1, "the server takes every host")
    }

    private static func check(_ address: IPAddress) throws(BrokenPromise) {
        try hold(IPAddress(address.description) == address, "an address is read again as itself")
        try hold(address.unmapped.unmapped == address.unmapped, "an address is unmapped once")
        guard case .v6 = address else { return }
        try hold(HostName("[\(address)]")?.address == address, "a bracketed address is a host")
    }

    private static func check(_ block: AddressBlock) throws(BrokenPromise) {
        try hold(block.contains(block.base), "a block holds its base")
        try hold((try? AddressBlock(block.description)) == block, "a block is read again as itself")
    }
}
