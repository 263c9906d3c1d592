import Outbound
import Testing

@Suite("What a Redis server says")
struct RESPReaderTests {
    private static func read(_ text: String) throws -> [RedisValue] {
        var reader = RESPReader()
        reader.feed(Array(text.utf8))
        var values: [RedisValue] = []
        while let value = try reader.next() { values.append(value) }
        return values
    }

    private static func text(_ text: String) -> RedisValue { .text(Array(text.utf8)) }

    private static let whole: [(String, [RedisValue])] = [
        ("+OK\r\n", [text("OK")]), ("+\r\n", [text("")]), ("-ERR no\r\n", [.error("ERR no")]),
        (":-42\r\n", [.integer(-42)]), (":9223372036854775807\r\n", [.integer(.max)]),
        ("$5\r\na\r\nb\0\r\n", [.text([97, 13, 10, 98, 0])]), ("$0\r\n\r\n", [text("")]), ("$-1\r\n", [.null]),
        ("*-1\r\n", [.null]), ("*0\r\n", [.list([])]),
        ("*2\r\n:1\r\n*1\r\n$1\r\nx\r\n", [.list([.integer(1), .list([text("x")])])]),
        ("_\r\n", [.null]), ("#t\r\n#f\r\n", [.truth(true), .truth(false)]), (",1.5\r\n", [.number(1.5)]),
        ("(123456789012345678901234567890\r\n", [text("123456789012345678901234567890")]),
        ("!5\r\nERR x\r\n", [.error("ERR x")]), ("=7\r\ntxt:abc\r\n", [text("abc")]),
        ("%1\r\n+k\r\n:1\r\n", [.list([text("k"), .integer(1)])]), ("~1\r\n:1\r\n", [.list([.integer(1)])]),
        (">2\r\n+invalidate\r\n_\r\n", [.push([text("invalidate"), .null])]),
        ("|1\r\n+ttl\r\n:9\r\n+OK\r\n", [text("OK")]),
    ]

    @Test("is read alike however it is cut", arguments: whole)
    func cuts(said: String, values: [RedisValue]) throws {
        let read = try Self.read(said)
        #expect(read == values)
        let bytes = Array(said.utf8)
        for cut in 0...bytes.count {
            var reader = RESPReader()
            var found: [RedisValue] = []
            for piece in [bytes[..<cut], bytes[cut...]] {
                reader.feed(piece)
                while let value = try reader.next() { found.append(value) }
            }
            #expect(found == values && reader.waiting == 0)
        }
    }

    @Test(
        "is refused when it is none",
        arguments: [
            "\r\n", "\n", "hello\r\n", "+a\n", "+a\rb\r\n", ":\r\n", ":1x\r\n", ":99999999999999999999\r\n", "$-2\r\n",
            "*-2\r\n", "$2\r\nabc\r\n", "#x\r\n", "#\r\n", "_x\r\n", ",a\r\n", "=3\r\nabc\r\n", "$?\r\n", ": 1\r\n",
        ])
    func refusals(said: String) {
        #expect(throws: RedisFault.self) { try Self.read(said) }
    }

    @Test("has an end in size, number and depth")
    func bounds() throws {
        func code(_ text: String) -> RedisFault.Code? {
            do { _ = try Self.read(text) } catch { return (error as? RedisFault)?.code }
            return nil
        }
        #expect(code("$65537\r\n") == .tooLarge && code("*65536\r\n") == .tooLarge && code("%3000\r\n") == .tooLarge)
        #expect(code(String(repeating: "*1\r\n", count: 10)) == .tooLarge)
        #expect(code("+" + String(repeating: "a", count: 70_000)) == .tooLarge)
        #expect(code("*9223372036854775807\r\n") == .tooLarge && code("%9223372036854775807\r\n") == .tooLarge)
        #expect(try Self.read("$60000\r\n" + String(repeating: "a", count: 100)).isEmpty)
    }

    @Test("is asked for in words that cannot be taken for others")
    func commands() {
        var command = RedisCommand(words: 3)
        command.add("SET")
        command.add("a b\r\n")
        command.add(Int64(-7))
        #expect(command.bytes == Array("*3\r\n$3\r\nSET\r\n$5\r\na b\r\n\r\n$2\r\n-7\r\n".utf8))
        #expect(RedisCommand(["PING"]).bytes == Array("*1\r\n$4\r\nPING\r\n".utf8))
    }
}
