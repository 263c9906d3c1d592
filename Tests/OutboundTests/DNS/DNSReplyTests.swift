import HTTP
import TestKit
import Testing

@testable import Outbound

@Suite("DNS messages") struct DNSReplyTests {
    private let question: DNSQuestion

    init() throws { question = DNSQuestion(try #require(DNSName("www.example.com")), .a) }

    /// The head of an answer to the question, its name at offset 12.
    private func head(answers: UInt8, flags: [UInt8] = [0x81, 0x80]) -> [UInt8] {
        Array(question.message(id: 0x1234).prefix(2)) + flags + [0, 1, 0, answers, 0, 0, 0, 0]
            + [3, 0x77, 0x77, 0x77, 7] + Array("example".utf8) + [3] + Array("com".utf8) + [0, 0, 1, 0, 1]
    }

    private let address: [UInt8] = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 93, 184, 216, 34]

    @Test func `a question is written as the standard has it`() {
        let expected: [UInt8] =
            [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 3, 0x77, 0x77, 0x77, 7] + Array("example".utf8) + [3]
            + Array("com".utf8) + [0, 0, 1, 0, 1, 0, 0, 41, 4, 0xd0, 0, 0, 0, 0, 0, 0]
        #expect(question.message(id: 0x1234) == expected)
    }

    @Test func `an answer is read`() throws {
        let reply = try DNSReply(parsing: head(answers: 1) + address)
        #expect(reply.answers(question, id: 0x1234))
        #expect(!reply.answers(question, id: 0x1235))
        #expect(!reply.answers(DNSQuestion(question.name, .aaaa), id: 0x1234))
        let answer = try reply.answer(to: question)
        #expect(answer == DNSAnswer(values: [.address(IPAddress(93, 184, 216, 34))], seconds: 60, next: nil))
    }

    @Test func `every shorter message is refused or holds no answer`() {
        let whole = head(answers: 1) + address
        for length in 0..<whole.count {
            #expect(throws: DNSError.self, "\(length)") { try DNSReply(parsing: Array(whole.prefix(length))) }
        }
    }

    @Test(
        arguments: [
            [0xc0, 200], [0xc0, 29], [0xc0, 30], [0xff, 0xff], [0x40, 1], [0x80, 1], [1, 0x61, 0xc0, 35], [0xc0],
        ] as [[UInt8]])
    func `a name that leads forwards, in a circle or nowhere is refused`(name: [UInt8]) {
        // The answer's owner starts at offset 33.
        #expect(head(answers: 1).count == 33)
        var bytes = head(answers: 1) + name
        if name == [0xc0, 29] { bytes = head(answers: 1) + [0xc0, 33] }
        bytes += address.dropFirst(2)
        #expect(throws: DNSError.self) { try DNSReply(parsing: bytes) }
    }

    @Test(arguments: [
        ("a query", [0x01, 0x00] as [UInt8]), ("an inverse query", [0x89, 0x80]), ("a notification", [0xa1, 0x80]),
    ])
    func `what is no answer is refused`(name: String, flags: [UInt8]) {
        #expect(throws: DNSError.self) { try DNSReply(parsing: head(answers: 1, flags: flags) + address) }
    }

    @Test(arguments: [
        ("three bytes of address", [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 3, 1, 2, 3] as [UInt8]),
        ("four bytes of a long address", [0xc0, 12, 0, 28, 0, 1, 0, 0, 0, 60, 0, 4, 1, 2, 3, 4]),
        ("a text piece past its record", [0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 2, 9, 0x61]),
        ("an alias past its record", [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 1, 1, 0x61, 0]),
        ("more than there is", [0xc0, 12, 0, 99, 0, 1, 0, 0, 0, 60, 0xff, 0xff, 1]),
    ])
    func `a record that lies about its size is refused`(what: String, record: [UInt8]) {
        #expect(throws: DNSError.self) { try DNSReply(parsing: head(answers: 1) + record) }
    }

    @Test func `records of names nobody asked about are not taken`() throws {
        let other: [UInt8] = [4, 0x65, 0x76, 0x69, 0x6c, 0, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 6, 6, 6, 6]
        let answer = try DNSReply(parsing: head(answers: 2) + other + address).answer(to: question)
        #expect(answer.values == [.address(IPAddress(93, 184, 216, 34))])
        #expect(try DNSReply(parsing: head(answers: 1) + other).answer(to: question).values.isEmpty)
    }

    @Test func `aliases in a circle end`() throws {
        let circle: [UInt8] = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12]
        let reply = try DNSReply(parsing: head(answers: 1) + circle)
        #expect(throws: DNSError.self) { try reply.answer(to: question) }
    }

    @Test func `a time above what the standard allows is none`() throws {
        var long = address
        long[6] = 0x80
        #expect(try DNSReply(parsing: head(answers: 1) + long).answer(to: question).seconds == 0)
    }

    @Test func `no mutation of a message can do harm`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        let alias: [UInt8] = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 0x61, 0xc0, 16]
        let text: [UInt8] = [0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 5, 2, 0x61, 0x62, 1, 0x63]
        let whole = head(answers: 3) + alias + text + address
        var read = 0
        for _ in 0..<100_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            bytes = Array(bytes.prefix(Int.random(in: bytes.count / 2...bytes.count, using: &random)))
            if let reply = try? DNSReply(parsing: bytes) {
                read += 1
                _ = try? reply.answer(to: question)
                #expect(reply.records.count <= 256, "seed \(seed)")
            }
        }
        #expect(read > 1_000, "seed \(seed)")
    }

    @Test(arguments: [
        "", ".", "a..b", ".a", "a b", "ä.example", "a\u{0}", String(repeating: "a", count: 64),
        Array(repeating: "abcdefg", count: 32).joined(separator: "."),
    ])
    func `what is no name is none`(text: String) { #expect(DNSName(text) == nil) }
}

@Suite("DNS settings from files") struct DNSSettingsTests {
    @Test func `servers and hosts are read, the rest is passed over`() throws {
        let settings = DNSSettings(
            resolv:
                "# c\nsearch corp.example\nnameserver 10.0.0.2\nnameserver fe80::1%eth0\nnameserver ::1\nnameserver x",
            hosts: "127.0.0.1 localhost Me # mine\n::1 localhost\nbroken\n10.1.1.1 db\n")
        #expect(settings.servers == [NameServer(IPAddress(10, 0, 0, 2)), NameServer(.loopbackV6)])
        #expect(settings.hosts.addresses(of: try #require(DNSName("LOCALHOST"))) == [.loopback, .loopbackV6])
        #expect(settings.hosts.addresses(of: try #require(DNSName("me"))) == [.loopback])
        #expect(settings.hosts.addresses(of: try #require(DNSName("mine"))) == nil)
        #expect(DNSSettings(resolv: "", hosts: "").servers == [NameServer(.loopback)])
    }

    @Test func `a cache forgets what has run out and stays small`() throws {
        let question = DNSQuestion(try #require(DNSName("a.example")), .a)
        var cache = DNSCache(most: 4)
        cache.keep([.address(.loopback)], for: question, until: 100, at: 50)
        #expect(cache.values(for: question, at: 99) == [.address(.loopback)])
        #expect(cache.values(for: question, at: 100) == nil)
        for index in 0..<100 {
            let other = DNSQuestion(try #require(DNSName("a\(index).example")), .a)
            cache.keep([.address(.loopback)], for: other, until: 100, at: 50)
            #expect(cache.values(for: other, at: 60) != nil)
        }
        cache.keep([.address(.loopback)], for: question, until: 50, at: 50)
        #expect(cache.values(for: question, at: 49) == nil)
    }
}
