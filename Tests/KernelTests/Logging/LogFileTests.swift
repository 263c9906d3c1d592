import Glibc
import Synchronization
import Testing

@testable import Kernel

@Suite("A log file")
struct LogFileTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func temporary() -> LocalPath {
        LocalPath("/tmp/konak-log-\(getpid())-\(UInt32.random(in: 0 ... .max))")
    }

    @Test("counts every line that a full disk takes")
    func fullDisk() throws {
        let file = try #require(LogFile(path: "/dev/full"))
        #expect(file.accept(Self.bytes("one\ntwo\n")) && file.accept(Self.bytes("three\n")))
        file.stop()
        #expect(file.linesLost == 3)
    }

    @Test("counts nothing where all is written")
    func whole() throws {
        let path = Self.temporary()
        defer { try? path.remove() }
        let file = try #require(LogFile(path: path.text))
        #expect(file.accept(Self.bytes("one\ntwo\n")) && file.accept(Self.bytes("three\n")))
        file.stop()
        #expect(file.linesLost == 0)
        #expect(try path.readText() == "one\ntwo\nthree\n")
    }

    @Test("ends a line that was torn before it writes the next")
    func tornLine() throws {
        var ends: [Int32] = [0, 0]
        #expect(unsafe pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        // A pipe that takes one page and then no more.
        #expect(fcntl(ends[1], Int32(F_SETFL), O_NONBLOCK) == 0 && fcntl(ends[0], Int32(F_SETFL), O_NONBLOCK) == 0)
        let room = Int(fcntl(ends[1], 1031, 4096))
        #expect(room >= 4096)
        var output = LogOutput(descriptor: ends[1])
        let long = [UInt8](repeating: 0x61, count: room - 8) + Self.bytes("\nsecond, torn\nthird\n")
        #expect(output.write(long) == 2)
        #expect(output.write(Self.bytes("lost\n")) == 1)
        var taken = [UInt8](repeating: 0, count: room)
        #expect(unsafe read(ends[0], &taken, room) == room)
        #expect(output.write(Self.bytes("next\n")) == 0)
        let count = unsafe read(ends[0], &taken, room)
        #expect(String(decoding: taken.prefix(max(0, count)), as: UTF8.self) == "\nnext\n")
    }

    @Test("goes on under its own name after it was moved away")
    func rotation() throws {
        let (path, moved) = (Self.temporary(), Self.temporary())
        defer {
            try? path.remove()
            try? moved.remove()
        }
        let file = try #require(LogFile(path: path.text))
        let failures = Mutex<[Int32?]>([])
        #expect(file.accept(Self.bytes("one\n")))
        try path.move(to: moved)
        #expect(file.accept(Self.bytes("two\n")))
        file.reopen { failure in failures.withLock { $0.append(failure) } }
        #expect(file.accept(Self.bytes("three\n")))
        file.stop()
        #expect(failures.withLock { $0 } == [nil])
        #expect(try moved.readText() == "one\ntwo\n")
        #expect(try path.readText() == "three\n")
    }

    @Test("goes on with the old file when the new one cannot be had")
    func rotationFails() throws {
        let folder = Self.temporary()
        try folder.makeFolder(mode: 0o700)
        let (path, away) = (folder / "log", LocalPath(folder.text + ".away"))
        let file = try #require(LogFile(path: path.text))
        try folder.move(to: away)
        defer {
            try? (away / "log").remove()
            away.removeEmptyFolder()
        }
        let failures = Mutex<[Int32?]>([])
        file.reopen { failure in failures.withLock { $0.append(failure) } }
        #expect(file.accept(Self.bytes("kept\n")))
        file.stop()
        #expect(failures.withLock { $0 } == [ENOENT])
        #expect(try (away / "log").readText() == "kept\n")
    }
}
