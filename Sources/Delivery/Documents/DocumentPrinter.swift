public import EventLoop
public import Kernel
public import ModuleKit

/// Prints documents in a few processes of their own: started when there is work, ended when there is none, replaced when
/// one fails. The loop only waits for them.
///
/// `@unchecked Sendable`: its state is used on its loop's thread only.
public final class DocumentPrinter: @unchecked Sendable {
    private let loop: Loop
    private let settings: PrinterSettings
    private let log: Log?
    private var hasWarned = false
    private var idle: [PrinterProcess] = []
    private var working: [PrinterProcess] = []
    private var line: [PlaceInLine] = []
    private var taken = 0
    private var isClosed = false
    private var idleTimer: TimerID?

    /// A printer that has not started anything.
    public init(on loop: Loop, _ settings: PrinterSettings = PrinterSettings(), log: Log? = nil) {
        (self.loop, self.settings, self.log) = (loop, settings, log)
    }

    /// Prints a page. Throws a `DocumentFault`; the next page is not bothered by it.
    public func print(_ source: DocumentSource) async throws -> PDFDocument {
        let request = try PrinterFrame.request(source, settings)
        return try await Task(executorPreference: loop) { try await self.printHere(request) }.valueOrCancel
    }

    /// Prints what has been begun and what waits, then ends all processes. Cancelled, it ends them at once.
    public func finish() async {
        while await !isQuiet, !Task.isCancelled { try? await loop.sleep(for: .milliseconds(20)) }
        await close()
    }

    private var isQuiet: Bool {
        get async { await Task(executorPreference: loop) { self.taken == 0 && self.line.isEmpty }.value }
    }

    /// Ends all processes and prints no more.
    public func close() async {
        await Task(executorPreference: loop) { self.closeHere() }.value
    }

    /// The processes there are now, for tests that count and end them.
    package func processes() async -> [Int32] {
        await Task(executorPreference: loop) { (self.idle + self.working).map(\.identifier) }.value
    }

    private func printHere(_ request: [UInt8]) async throws -> PDFDocument {
        try await takePlace()
        defer { leavePlace() }
        let process = try await freeProcess()
        do {
            let document = try await process.print(request)
            release(process, isSound: true)
            return document
        } catch {
            release(process, isSound: process.survives(error))
            throw error is ChildFault ? CancellationError() : error is DocumentFault ? error : DocumentFault.ended
        }
    }

    /// One that is ready, or a new one. A process that ended while it was idle is nobody's fault.
    private func freeProcess() async throws -> PrinterProcess {
        while let process = idle.popLast() {
            if !process.hasEnded {
                working.append(process)
                return process
            }
        }
        let process = try PrinterProcess(on: loop, settings)
        working.append(process)
        do {
            try await process.start()
            warn(of: process.confinement)
            return process
        } catch {
            release(process, isSound: false)
            throw error is ChildFault ? CancellationError() : DocumentFault.noPrinter
        }
    }

    /// Once is enough: the machine does not change.
    private func warn(of confinement: PrinterConfinement) {
        guard let lacks = confinement.lacks, !hasWarned else { return }
        hasWarned = true
        log?.warning("printing is kept in less than it should be", ["within_reach": lacks])
    }

    /// Starts a process, for whoever wants to know what it is kept from.
    func examine() async throws -> PrinterConfinement {
        try await Task(executorPreference: loop) {
            let process = try PrinterProcess(on: self.loop, self.settings)
            defer { process.end() }
            try await process.start()
            return process.confinement
        }.valueOrCancel
    }

    private func release(_ process: PrinterProcess, isSound: Bool) {
        working.removeAll { $0 === process }
        guard isSound, !isClosed, !process.hasEnded, process.documents < settings.documentsPerProcess else {
            return process.end()
        }
        idle.append(process)
        watchIdle()
    }

    private func closeHere() {
        isClosed = true
        for process in idle + working { process.end() }
        idle = []
        if let idleTimer { loop.cancel(idleTimer) }
        let waiting = line
        line = []
        for place in waiting { place.call(false) }
    }
}

extension DocumentPrinter {
    /// Waits for its turn. The one who leaves hands the place on, so nobody overtakes.
    private func takePlace() async throws {
        guard !isClosed else { throw DocumentFault.closing }
        if taken < settings.processes {
            taken += 1
            return
        }
        guard line.count < settings.waiting else { throw DocumentFault.busy }
        let place = PlaceInLine()
        line.append(place)
        let isMine = await withTaskCancellationHandler {
            await place.wait()
        } onCancel: {
            Task(executorPreference: loop) { self.leaveLine(place) }
        }
        guard isMine else { throw isClosed ? DocumentFault.closing : CancellationError() }
    }

    private func leaveLine(_ place: PlaceInLine) {
        guard let index = line.firstIndex(where: { $0 === place }) else { return }
        line.remove(at: index)
        place.call(false)
    }

    private func leavePlace() {
        if line.isEmpty { taken -= 1 } else { line.removeFirst().call(true) }
    }

    /// Processes without work are ended after a while; a timer that comes too early sets itself anew.
    private func watchIdle() {
        if let idleTimer { loop.cancel(idleTimer) }
        idleTimer = loop.timer(at: loop.deadline(in: settings.idle), IdleAlarm(self))
    }

    fileprivate func endIdle() {
        for process in idle { process.end() }
        idle = []
        idleTimer = nil
    }
}

/// One who waits for a free process.
///
/// `@unchecked Sendable`: used on its loop's thread only.
private final class PlaceInLine: @unchecked Sendable {
    private var continuation: CheckedContinuation<Bool, Never>?
    private var answer: Bool?

    func wait() async -> Bool {
        await withCheckedContinuation { continuation in
            if let answer { continuation.resume(returning: answer) } else { self.continuation = continuation }
        }
    }

    func call(_ isMine: Bool) {
        guard answer == nil else { return }
        answer = isMine
        continuation?.resume(returning: isMine)
        continuation = nil
    }
}

/// Says when nothing was printed for a while.
///
/// `@unchecked Sendable`: used on its loop's thread only.
private final class IdleAlarm: TimerTarget, @unchecked Sendable {
    private weak var printer: DocumentPrinter?

    init(_ printer: DocumentPrinter) { self.printer = printer }

    func timerFired() { printer?.endIdle() }
}
