import HTTP
import Outbound
import Testing

@Suite("A conversation with Redis")
struct RedisConversationTests {
    private static func conversation(_ url: String) throws -> RedisConversation {
        RedisConversation(try #require(RedisURL(url)))
    }

    private static func said(_ conversation: inout RedisConversation) -> String {
        String(decoding: conversation.takeOutgoing(), as: UTF8.self).split(separator: "\r\n")
            .filter { !$0.hasPrefix("$") && !$0.hasPrefix("*") }.joined(separator: " ")
    }

    private static func hear(
        _ conversation: inout RedisConversation, _ text: String
    ) throws -> [RedisConversation.Event] {
        try conversation.receive(Array(text.utf8))
    }

    @Test("begins with HELLO, and ends the entry with the database")
    func entry() throws {
        var plain = try Self.conversation("redis://cache")
        #expect(Self.said(&plain) == "HELLO 3 SETNAME konak")
        let ready = try Self.hear(&plain, "%1\r\n+proto\r\n:3\r\n")
        #expect(ready == [.ready])

        var named = try Self.conversation("redis://us%40er:p%20w@cache:7000/4")
        #expect(Self.said(&named) == "HELLO 3 AUTH us@er p w SETNAME konak")
        let more = try Self.hear(&named, "%0\r\n")
        #expect(more.isEmpty && Self.said(&named) == "SELECT 4")
        let end = try Self.hear(&named, "+OK\r\n")
        #expect(end == [.ready])
    }

    @Test("falls back to version 2 with a server that knows no HELLO")
    func fallback() throws {
        for refusal in ["-ERR unknown command 'HELLO'\r\n", "-NOPROTO sorry\r\n"] {
            var old = try Self.conversation("redis://:secret@cache/1")
            #expect(Self.said(&old) == "HELLO 3 AUTH default secret SETNAME konak")
            _ = try Self.hear(&old, refusal)
            #expect(Self.said(&old) == "AUTH secret")
            _ = try Self.hear(&old, "+OK\r\n")
            #expect(Self.said(&old) == "SELECT 1")
            let end = try Self.hear(&old, "+OK\r\n")
            #expect(end == [.ready])
        }
    }

    @Test(
        "is over when the server does not let us in",
        arguments: [
            ["-WRONGPASS no\r\n"], ["-NOAUTH first\r\n"], ["-ERR x\r\n", "-ERR x\r\n"],
            ["%0\r\n", "-ERR index\r\n"],
        ])
    func refused(answers: [String]) throws {
        var conversation = try Self.conversation("redis://:wrong@cache/9")
        for answer in answers.dropLast() { _ = try Self.hear(&conversation, answer) }
        do {
            _ = try Self.hear(&conversation, answers.last ?? "")
            Issue.record("let in")
        } catch let fault as RedisFault {
            #expect(fault.code == .refused)
        }
    }

    @Test("gives each question its own answer, in their order, whatever is pushed in between")
    func order() throws {
        var conversation = try Self.conversation("redis://cache")
        _ = try Self.hear(&conversation, "%0\r\n")
        let numbers = (0..<3).map { conversation.ask(RedisCommand(["PING"]), until: 100 + UInt64($0)) }
        #expect(conversation.unanswered == 3 && conversation.deadline == 100)
        var events = try Self.hear(&conversation, ":1\r\n>1\r\n+x\r\n-NOSCRIPT no\r\n:")
        #expect(events == [.answer(numbers[0], .integer(1)), .answer(numbers[1], .error("NOSCRIPT no"))])
        #expect(conversation.deadline == 102)
        events = try Self.hear(&conversation, "3\r\n")
        #expect(events == [.answer(numbers[2], .integer(3))] && conversation.deadline == nil)
        do {
            _ = try Self.hear(&conversation, "+more\r\n")
            Issue.record("an answer to nothing")
        } catch let fault as RedisFault {
            #expect(fault.code == .unasked)
        }
    }

    private static let addresses: [(String, String?)] = [
        ("redis://cache", "redis://cache:6379/0"), ("redis://10.0.0.1:6380/15", "redis://10.0.0.1:6380/15"),
        ("rediss://user:secret@[::1]:6390/", "rediss://[::1]:6390/0"),
        ("redis://:secret@cache", "redis://cache:6379/0"),
        ("rediss://cache?ca=/etc/ca.pem", "rediss://cache:6379/0"),
        ("unix:///run/redis/redis.sock", "unix:///run/redis/redis.sock?db=0"),
        ("unix:///a%20b?db=3", "unix:///a b?db=3"), ("unix://:secret@/run/r.sock", "unix:///run/r.sock?db=0"),
        ("", nil), ("redis://", nil), ("cache:6379", nil), ("http://cache", nil), ("redis://cache:0", nil),
        ("redis://cache:65536", nil), ("redis://cache/x", nil), ("redis://cache/-1", nil), ("redis://ca che", nil),
        ("redis://cache?ca=/etc/ca.pem", nil), ("redis://cache?db=1", nil), ("redis://cache/1?x=y", nil),
        ("unix://", nil),
        ("unix:///", nil), ("unix://host/path", nil), ("redis://a%zz:b@cache", nil), ("redis://a:b%00@cache", nil),
    ]

    @Test("goes to an address that says no secret", arguments: addresses)
    func address(text: String, shown: String?) {
        let url = RedisURL(text)
        #expect(url?.description == shown)
        guard let url else { return }
        let printed = "\(url) \(String(reflecting: url)) \(Array(Mirror(reflecting: url).children))"
        #expect(!printed.contains("secret"))
    }
}
