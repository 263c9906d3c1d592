import EventLoop
import HTTP
import ModuleKit
import TestKit
import Testing

@testable import Kernel

@Suite("The memory of hosts")
struct HostMemoTests {
    private final class Edition: Sendable {}

    /// Asks for hosts one after another, and counts how often the map was read.
    private final class Reader {
        let memo: HostMemo
        var reads = 0
        init(_ loop: Loop) { memo = HostMemo(loop: loop) }

        func ask(_ host: String, _ edition: Edition?, knows: Bool = true) throws -> String? {
            let head = try TestRequest.make("GET /", host: host).head
            let finding = memo.entry(of: head, in: edition) {
                reads += 1
                return knows ? .site(.test("\(host) \(reads)", .operator)) : .unknown
            }
            if case .site(let entry) = finding { return entry.site.host }
            return nil
        }
    }

    private static func with(_ body: (Reader) throws -> Void) throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        try body(Reader(loops.first))
    }

    @Test("forgets nothing and believes nothing once the map is another")
    func editions() throws {
        try Self.with { reader in
            let (first, second) = (Edition(), Edition())
            let answers = [
                try reader.ask("a.example", first), try reader.ask("a.example", first),
                try reader.ask("a.example", second), try reader.ask("a.example", first),
            ]
            #expect(answers == ["a.example 1", "a.example 1", "a.example 2", "a.example 3"])
        }
    }

    @Test("keeps hosts apart, however many there are")
    func hosts() throws {
        try Self.with { reader in
            let edition = Edition()
            for _ in 0..<3 {
                for number in 0..<500 {
                    let answer = try reader.ask("h\(number).example", edition)
                    #expect(answer?.hasPrefix("h\(number).example ") == true)
                }
            }
        }
    }

    @Test("keeps neither hosts that are not served nor what a map says that may change unseen")
    func neither() throws {
        try Self.with { reader in
            let edition = Edition()
            for _ in 0..<2 {
                let unknown = try reader.ask("none.example", edition, knows: false)
                #expect(unknown == nil)
            }
            #expect(reader.reads == 2)
            for _ in 0..<2 { _ = try reader.ask("a.example", nil) }
            #expect(reader.reads == 4)
        }
    }

    @Test("belongs to its loop alone")
    func loops() async throws {
        let loops = try LoopGroup(count: 2)
        defer { loops.stop() }
        let memos = loops.loops.map { HostMemo(loop: $0) }
        #expect(HostMemo.current(of: memos) == nil)
        for (loop, memo) in zip(loops.loops, memos) {
            let isOwn = await Task(executorPreference: loop) { HostMemo.current(of: memos) === memo }.value
            #expect(isOwn)
        }
    }
}
