import Core
import EventLoop
import Glibc
import ModuleKit

/// One printing process. It prints one document at a time; after any fault it is of no more use and is ended.
///
/// `@unchecked Sendable`: used on its loop's thread only.
final class PrinterProcess: @unchecked Sendable {
    private let loop: Loop
    private let settings: PrinterSettings
    private let child: ChildProcess
    private let folder: ScratchFolder
    private var received: [UInt8] = []
    private(set) var documents = 0
    /// What it said of itself when it was ready.
    private(set) var confinement = PrinterConfinement()

    /// The process, for tests that end it.
    var identifier: Int32 { child.identifier }

    /// True once it has ended, for whatever reason.
    var hasEnded: Bool { child.exit != nil }

    /// Starts one; it is not ready yet.
    init(on loop: Loop, _ settings: PrinterSettings) throws(DocumentFault) {
        (self.loop, self.settings) = (loop, settings)
        guard let folder = ScratchFolder() else { throw .noPrinter }
        self.folder = folder
        let numbers = [settings.memory, settings.processorSeconds, settings.pages, settings.output]
        var command = ChildCommand(
            settings.python, ["-I", "-c", PrinterScript.text] + numbers.map { "\($0)" },
            environment: [
                "LANG": "C.UTF-8", "TMPDIR": folder.path, "HOME": folder.path, "PYTHONDONTWRITEBYTECODE": "1",
            ],
            folder: folder.path)
        (command.input, command.output, command.errors) = (.pipe, .pipe, .nothing)
        do { child = try ChildProcess(on: loop, command) } catch { throw .noPrinter }
    }

    /// Ends it at once.
    func end() { child.signal(SIGKILL) }

    /// Waits until it can print.
    func start() async throws {
        let answer = try await within(settings.startTimeout) { try await self.answer() }
        guard case .ready(let words) = answer else { throw DocumentFault.noPrinter }
        confinement = PrinterConfinement(words)
    }

    /// Prints.
    func print(_ request: [UInt8]) async throws -> PDFDocument {
        documents += 1
        let answer = try await within(settings.timeout) {
            async let told: Void = self.tell(request)
            let answer = try await self.answer()
            try await told
            return answer
        }
        switch answer {
        case .printed(let bytes, let pages): return PDFDocument(bytes: bytes, pages: pages)
        case .failed(let word): throw PrinterAnswer.fault(word)
        case .ready: throw DocumentFault.ended
        }
    }

    /// Whether another document may be given to it after this fault: it said itself what was wrong, and lives.
    func survives(_ error: any Error) -> Bool {
        guard !hasEnded, let fault = error as? DocumentFault else { return false }
        switch fault {
        case .unprintable, .documentTooLarge: return true
        default: return false
        }
    }

    private func tell(_ bytes: [UInt8]) async throws {
        do {
            try await child.input?.write(bytes)
        } catch let error as SystemError where error.code == EPIPE {}
    }

    /// The next answer, whole.
    private func answer() async throws -> PrinterAnswer {
        let length = try await take(4).reduce(0) { $0 << 8 | Int($1) }
        guard (5...settings.output + 5).contains(length), let answer = PrinterAnswer(try await take(length)) else {
            throw DocumentFault.ended
        }
        return answer
    }

    private func take(_ count: Int) async throws -> ArraySlice<UInt8> {
        while received.count < count {
            guard let bytes = try await child.output?.next() else { throw DocumentFault.ended }
            received += bytes
        }
        let taken = received[..<count]
        received = Array(received[count...])
        return taken
    }

    /// Ends the process when the time is over, or when nobody waits any more.
    private func within<Success: Sendable>(
        _ time: Duration, _ work: () async throws -> Success
    ) async throws -> Success {
        let alarm = PrinterAlarm(child)
        let timer = loop.timer(at: loop.deadline(in: time), alarm)
        defer { loop.cancel(timer) }
        do {
            return try await work()
        } catch {
            end()
            if alarm.hasRung { throw DocumentFault.tooSlow }
            throw error
        }
    }
}

/// Ends a process whose time is over.
///
/// `@unchecked Sendable`: used on its loop's thread only.
private final class PrinterAlarm: TimerTarget, @unchecked Sendable {
    private let child: ChildProcess
    private(set) var hasRung = false

    init(_ child: ChildProcess) { self.child = child }

    func timerFired() {
        hasRung = true
        child.signal(SIGKILL)
        child.output?.close()
        child.input?.close()
    }
}
