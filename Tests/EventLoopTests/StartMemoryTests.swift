import EventLoop
import Glibc
import Testing

@Suite("What only a start needs")
struct StartMemoryTests {
    @Test("is given back, and the program goes on as before")
    func goesOn() throws {
        let words = (0..<1_000).map { "word \($0)" }
        let before = try Self.kilobytesOfFiles()
        #expect(StartMemory.giveBack() > 1_000_000)
        #expect(try Self.kilobytesOfFiles() < before)
        #expect(words.sorted().last == "word 999")
        #expect(StartMemory.giveBack() > 1_000_000)
    }

    /// What is resident of files, by the kernel's own count.
    private static func kilobytesOfFiles() throws -> Int {
        guard let file = unsafe fopen("/proc/self/status", "r") else { throw SystemError(call: "fopen", code: errno) }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard text.hasPrefix("RssFile:") else { continue }
            return try #require(text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) })
        }
        return 0
    }
}
