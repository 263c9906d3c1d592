import Glibc
import Testing

@testable import EventLoop

/// A pipe whose reader is watched.
final class WatchedPipe: Selectable, @unchecked Sendable {
    let reader: Int32
    let writer: Int32
    var heard: [Readiness] = []
    var onReady: () -> Void = {}
    var registration: Registration?

    init() {
        var ends: [Int32] = [0, 0]
        unsafe pipe(&ends)
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        close(writer)
    }

    func say() { unsafe write(writer, "x", 1) }

    func watch(on loop: Loop) throws { registration = try loop.watch(reader, .readable, self) }

    func forget(on loop: Loop) {
        if let registration { loop.forget(registration, reader) }
        registration = nil
    }

    func ready(_ readiness: Readiness) {
        heard.append(readiness)
        var byte: UInt8 = 0
        unsafe read(reader, &byte, 1)
        onReady()
    }
}

@Suite struct DescriptorTests {
    @Test func `a descriptor that cannot be watched is refused, and its place is free again`() async throws {
        try await withLoops { group in
            let pipe = WatchedPipe()
            #expect(throws: SystemError.self) { _ = try group.first.watch(-1, .readable, pipe) }
            try pipe.watch(on: group.first)
            #expect(pipe.registration?.slot == 0)
            pipe.forget(on: group.first)
        }
    }

    @Test func `readiness is told until the descriptor is forgotten`() async throws {
        try await withLoops { group in
            let pipe = WatchedPipe()
            try pipe.watch(on: group.first)
            pipe.say()
            try await group.first.sleep(for: .milliseconds(5))
            #expect(pipe.heard == [.readable])
            pipe.forget(on: group.first)
            pipe.say()
            try await group.first.sleep(for: .milliseconds(5))
            #expect(pipe.heard.count == 1)
        }
    }

    /// Both pipes are ready in one batch; the first to be told forgets the other and takes its place for a third.
    @Test func `an event of the batch that names a place used again is dropped`() async throws {
        try await withLoops { group in
            let loop = group.first
            let pipes = [WatchedPipe(), WatchedPipe()]
            let third = WatchedPipe()
            for (index, pipe) in pipes.enumerated() {
                try pipe.watch(on: loop)
                pipe.onReady = {
                    let other = pipes[1 - index]
                    let place = other.registration?.slot
                    other.forget(on: loop)
                    try? third.watch(on: loop)
                    #expect(third.registration?.slot == place)
                }
            }
            for pipe in pipes { pipe.say() }
            try await loop.sleep(for: .milliseconds(10))
            #expect(pipes.map(\.heard.count).sorted() == [0, 1])
            #expect(third.heard.isEmpty)
            for pipe in pipes + [third] { pipe.forget(on: loop) }
        }
    }

    @Test func `an owner that ends with its registration may use the loop in its end`() async throws {
        final class Owner: Selectable {
            let inner = WatchedPipe()
            let loop: Loop
            init(_ loop: Loop) throws {
                self.loop = loop
                try inner.watch(on: loop)
            }
            deinit { inner.forget(on: loop) }
            func ready(_ readiness: Readiness) {}
        }
        try await withLoops { group in
            let pipe = WatchedPipe()
            let registration = try group.first.watch(pipe.reader, .readable, Owner(group.first))
            group.first.forget(registration, pipe.reader)
            try pipe.watch(on: group.first)
            pipe.say()
            try await group.first.sleep(for: .milliseconds(5))
            #expect(pipe.heard.count == 1)
            pipe.forget(on: group.first)
        }
    }
}
