import Glibc
import Testing

@testable import EventLoop

@Suite struct ChildProcessTests {
    private func shell(_ script: String, _ arguments: String...) -> ChildCommand {
        ChildCommand("/bin/sh", ["-c", script, "sh"] + arguments, environment: ["PATH": "/usr/bin:/bin"])
    }

    private func run(
        _ command: ChildCommand, input: [UInt8]? = nil, limit: Int = 1 << 20, timeout: Duration = .seconds(20)
    ) async throws -> ChildResult {
        try await withLoops { group in
            try await ChildProcess.run(on: group.first, command, input: input, limit: limit, timeout: timeout)
        }
    }

    @Test func `a program that is not there is refused`() async {
        let error = await #expect(throws: SystemError.self) { _ = try await run(ChildCommand("/nonexistent/program")) }
        #expect(error?.code == ENOENT)
    }

    @Test func `a folder that is not there is refused`() async {
        let command = ChildCommand("/bin/true", folder: "/nonexistent")
        let error = await #expect(throws: SystemError.self) { _ = try await run(command) }
        #expect(error?.code == ENOENT)
    }

    @Test(arguments: [
        ("exit 0", ChildExit.code(0)), ("exit 3", .code(3)), ("kill -TERM $$", .signal(SIGTERM)),
        ("kill -KILL $$", .signal(SIGKILL)),
    ])
    func `the exit is told as it was`(script: String, exit: ChildExit) async throws {
        #expect(try await run(shell(script)).exit == exit)
    }

    @Test func `both outputs are gathered apart`() async throws {
        let result = try await run(shell("echo said; echo complained >&2"))
        #expect(result.output == Array("said\n".utf8))
        #expect(result.errors == Array("complained\n".utf8))
    }

    @Test func `input larger than any pipe goes through and comes back`() async throws {
        let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let result = try await run(ChildCommand("/bin/cat"), input: input)
        #expect(result.exit.isSuccess)
        #expect(result.output == input)
    }

    @Test func `a child that does not read its input has not failed`() async throws {
        let result = try await run(ChildCommand("/bin/true"), input: [UInt8](repeating: 0, count: 1_000_000))
        #expect(result.exit.isSuccess)
    }

    @Test func `more output than allowed ends the child`() async {
        await #expect(throws: ChildFault.tooMuchOutput) {
            _ = try await run(ChildCommand("/usr/bin/yes"), limit: 10_000)
        }
    }

    @Test func `a child that takes too long is ended with all it started`() async throws {
        let before = monotonicNanoseconds()
        await #expect(throws: ChildFault.timeout) {
            _ = try await run(shell("sleep 600 & sleep 600"), timeout: .milliseconds(100))
        }
        #expect(monotonicNanoseconds() - before < 300_000_000_000)
    }

    @Test func `a grandchild that keeps the pipe does not outlast the time`() async throws {
        await #expect(throws: ChildFault.timeout) {
            _ = try await run(shell("setsid sleep 20 & exit 0"), timeout: .milliseconds(300))
        }
    }

    @Test func `a cancelled task ends its child`() async throws {
        try await withLoops { group in
            let task = Task(executorPreference: group.first) {
                try await ChildProcess.run(on: group.first, shell("sleep 600"), timeout: .seconds(600))
            }
            try await group.first.sleep(for: .milliseconds(50))
            task.cancel()
            await #expect(throws: (any Error).self) { _ = try await task.value }
        }
    }

    @Test func `nothing is inherited but the three streams and what was given`() async throws {
        var ends: [Int32] = [0, 0]
        unsafe pipe(&ends)
        let high = fcntl(ends[0], F_DUPFD, 200)
        defer { for descriptor in [ends[0], ends[1], high] { close(descriptor) } }
        let files = try await run(ChildCommand("/bin/ls", ["/proc/self/fd"]))
        // 3 is the folder that `ls` itself has open.
        #expect(String(decoding: files.output, as: UTF8.self) == "0\n1\n2\n3\n")
        let environment = try await run(ChildCommand("/usr/bin/env", environment: ["ONE": "1"]))
        #expect(environment.output == Array("ONE=1\n".utf8))
        let folder = try await run(ChildCommand("/bin/pwd", folder: "/usr"))
        #expect(folder.output == Array("/usr\n".utf8))
        let signals = try await run(ChildCommand("/bin/grep", ["SigBlk\\|SigIgn", "/proc/self/status"]))
        // The C library ignores two real-time signals of its own.
        let lines = String(decoding: signals.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasSuffix("0000000") })
    }

    @Test(arguments: [true, false])
    func `a child leads a group of its own if told to`(ownGroup: Bool) async throws {
        try await withLoops { group in
            var command = shell("sleep 600")
            command.ownGroup = ownGroup
            let child = try ChildProcess(on: group.first, command)
            #expect(getpgid(child.identifier) == (ownGroup ? child.identifier : getpgrp()))
            child.signal(SIGTERM)
            #expect(try await child.wait() == .signal(SIGTERM))
            #expect(child.exit == .signal(SIGTERM))
            child.signal(SIGTERM)
        }
    }

    @Test func `a child is spoken with line by line`() async throws {
        try await withLoops { group in
            var command = ChildCommand("/bin/cat")
            command.input = .pipe
            let child = try ChildProcess(on: group.first, command)
            let (input, output) = (try #require(child.input), try #require(child.output))
            for number in 0..<100 {
                let line = Array("line \(number)\n".utf8)
                try await input.write(line)
                #expect(try await output.next() == line)
            }
            input.close()
            #expect(try await output.next() == nil)
            #expect(try await child.wait() == .code(0))
        }
    }

    @Test func `a child that is not listened to waits`() async throws {
        try await withLoops { group in
            let child = try ChildProcess(on: group.first, ChildCommand("/usr/bin/yes"))
            let first = try await child.output?.next()
            #expect((first?.count ?? 0) > 0)
            try await group.first.sleep(for: .milliseconds(20))
            #expect(child.exit == nil)
            child.output?.close()
            #expect(try await child.wait() == .signal(SIGPIPE))
        }
    }

    @Test func `many children at once leave no zombie`() async throws {
        try await withLoops { group in
            try await withThrowingTaskGroup(of: ChildExit.self) { tasks in
                for code in 0..<40 {
                    tasks.addTask {
                        try await ChildProcess.run(on: group.first, shell("exit \(code)"), timeout: .seconds(30)).exit
                    }
                }
                var codes: Set<ChildExit> = []
                for try await exit in tasks { codes.insert(exit) }
                #expect(codes == Set((0..<40).map { .code($0) }))
            }
        }
    }
}
