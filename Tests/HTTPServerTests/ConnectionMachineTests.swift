import Testing

@testable import HTTPServer

@Suite struct ConnectionMachineTests {
    /// Seconds as the loop's clock counts.
    private func at(_ seconds: Double) -> UInt64 { UInt64(seconds * 1_000_000_000) }

    /// What a step answers: `#expect` takes no mutating call.
    private func told(_ machine: inout ConnectionMachine, _ step: (inout ConnectionMachine) -> Bool) -> Bool {
        step(&machine)
    }

    private func machine() -> ConnectionMachine { ConnectionMachine(limits: ServerLimits(), now: 0) }

    private func handling(body: Bool = false, keepAlive: Bool = true) -> ConnectionMachine {
        var machine = machine()
        machine.headBegan(now: 0)
        machine.headCompleted(keepAlive: keepAlive, bodyComing: body, now: 0)
        return machine
    }

    // MARK: The head

    @Test func closesWhoNeverSends() {
        var machine = machine()
        #expect(machine.check(now: at(9.9)) == .nothing)
        #expect(machine.check(now: at(10)) == .close)
    }

    @Test func refusesASlowHead() {
        var machine = machine()
        machine.headBegan(now: at(5))
        machine.headBegan(now: at(14))
        #expect(machine.check(now: at(14.9)) == .nothing)
        #expect(machine.check(now: at(15)) == .refuseSlowHead)
    }

    @Test func closesAnIdleConnection() {
        var machine = handling()
        #expect(machine.responseEnded(promisedKeepAlive: true, now: at(1)) == .nextRequest)
        #expect(machine.phase == .idle)
        #expect(machine.check(now: at(75.9)) == .nothing)
        #expect(machine.check(now: at(76)) == .close)
    }

    @Test func takesNoHeadWhenClosed() {
        var machine = handling()
        machine.closed()
        machine.headBegan(now: 0)
        machine.headCompleted(keepAlive: true, bodyComing: false, now: 0)
        #expect(machine.phase == .closed)
        #expect(!machine.awaitsHead)
        #expect(machine.check(now: .max) == .nothing)
    }

    // MARK: The handler

    @Test func cancelsThenClosesASlowHandler() {
        var machine = handling()
        #expect(machine.check(now: at(29.9)) == .nothing)
        #expect(machine.check(now: at(30)) == .cancelHandler)
        #expect(!machine.mayKeepAlive)
        #expect(machine.check(now: at(34.9)) == .nothing)
        #expect(machine.check(now: at(35)) == .close)
    }

    @Test func anAnswerMayTakeLong() {
        var machine = handling()
        machine.answerBegan()
        #expect(machine.check(now: at(3600)) == .nothing)
    }

    @Test func aCancelledHandlersAnswerIsTheLast() {
        var machine = handling()
        _ = machine.check(now: at(30))
        machine.answerBegan()
        #expect(machine.check(now: at(40)) == .nothing)
        #expect(machine.responseEnded(promisedKeepAlive: true, now: at(40)) == .linger)
    }

    // MARK: The body

    @Test func failsABodyThatTrickles() {
        var machine = handling(body: true)
        for second in 0..<20 {
            machine.bodyAwaited(now: at(Double(second)))
            machine.bodyArrived(1)
            machine.bodyTaken(now: at(Double(second + 1)))
        }
        machine.bodyAwaited(now: at(20))
        #expect(machine.check(now: at(20)) == .failSlowBody)
        #expect(!machine.mayKeepAlive)
    }

    @Test func letsABodyComeThatKeepsTheFloor() {
        var machine = handling(body: true)
        machine.bodyAwaited(now: 0)
        for stretch in 1...10 {
            machine.bodyArrived(20 * 1024)
            #expect(machine.check(now: at(Double(stretch) * 20)) == .nothing)
        }
        #expect(machine.check(now: at(219)) == .nothing)
        #expect(machine.check(now: at(220)) == .failSlowBody)
    }

    @Test func doesNotBlameTheClientForASlowReader() {
        var machine = handling(body: true)
        machine.bodyAwaited(now: 0)
        machine.bodyTaken(now: at(1))
        #expect(machine.check(now: at(30.9)) == .nothing)
        #expect(machine.check(now: at(31)) == .cancelHandler)
    }

    @Test func doesNotBlameTheHandlerForASlowBody() {
        var machine = handling(body: true)
        machine.bodyAwaited(now: 0)
        for stretch in 1...5 {
            machine.bodyArrived(20 * 1024)
            #expect(machine.check(now: at(Double(stretch) * 20)) == .nothing)
        }
        machine.bodyEnded()
        machine.bodyTaken(now: at(101))
        #expect(machine.check(now: at(130)) == .nothing)
        #expect(machine.check(now: at(131)) == .cancelHandler)
    }

    @Test func endsAfterABodyNotReadToItsEnd() {
        var machine = handling(body: true)
        #expect(!machine.mayKeepAlive)
        #expect(machine.responseEnded(promisedKeepAlive: true, now: 0) == .linger)
    }

    @Test func keepsGoingAfterAWholeBody() {
        var machine = handling(body: true)
        machine.bodyEnded()
        #expect(machine.mayKeepAlive)
        #expect(machine.responseEnded(promisedKeepAlive: true, now: 0) == .nextRequest)
    }

    // MARK: Writing

    @Test(arguments: [0, 1, 20 * 1024 - 1]) func dropsAReaderThatTakesTooLittle(bytes: Int) {
        var machine = handling()
        machine.answerBegan()
        #expect(told(&machine) { $0.writeBlocked(now: at(0)) })
        #expect(!told(&machine) { $0.writeBlocked(now: at(19)) })
        #expect(machine.check(now: at(19.9)) == .nothing)
        #expect(machine.check(now: at(20)) == .weighReader)
        #expect(!told(&machine) { $0.readerTook(bytes, now: at(20)) })
    }

    @Test func keepsAReaderThatTakesEnough() {
        var machine = handling()
        machine.answerBegan()
        #expect(told(&machine) { $0.writeBlocked(now: 0) })
        for stretch in 1...20 {
            let now = at(Double(stretch) * 20)
            #expect(machine.check(now: now) == .weighReader)
            #expect(told(&machine) { $0.readerTook(20 * 1024, now: now) })
            #expect(machine.check(now: now) == .nothing)
        }
        machine.writeCaughtUp(now: at(400))
        #expect(machine.check(now: at(4000)) == .nothing)
        #expect(told(&machine) { $0.writeBlocked(now: at(4000)) })
    }

    @Test(arguments: [true, false]) func restsOnlyWhenAllIsSent(keepAlive: Bool) {
        var machine = handling()
        machine.answerBegan()
        _ = machine.responseEnded(promisedKeepAlive: keepAlive, now: 0)
        #expect(told(&machine) { $0.writeBlocked(now: 0) })
        for stretch in 1...10 {
            let now = at(Double(stretch) * 20)
            #expect(machine.check(now: at(Double(stretch) * 20 - 1)) == .nothing)
            #expect(machine.check(now: now) == .weighReader)
            #expect(told(&machine) { $0.readerTook(50_000, now: now) })
        }
        machine.writeCaughtUp(now: at(210))
        let rest: Double = keepAlive ? 75 : 2
        #expect(machine.check(now: at(209 + rest)) == .nothing)
        #expect(machine.check(now: at(210 + rest)) == .close)
    }

    // MARK: The end

    @Test(arguments: [(true, true), (false, false)])
    func keepAliveNeedsBothSides(promised: Bool, kept: Bool) {
        var machine = handling()
        #expect((machine.responseEnded(promisedKeepAlive: promised, now: 0) == .nextRequest) == kept)
    }

    @Test func clientsWishToCloseCounts() {
        #expect(!handling(keepAlive: false).mayKeepAlive)
    }

    @Test func lingersAfterARefusal() {
        var machine = machine()
        machine.headBegan(now: 0)
        machine.refused(now: at(1))
        #expect(machine.phase == .lingering)
        #expect(machine.check(now: at(2.9)) == .nothing)
        #expect(machine.check(now: at(3)) == .close)
    }

    @Test func sendsTheRestToWhoHasStoppedSending() {
        var machine = handling()
        machine.inputEnded(now: 0)
        #expect(machine.phase == .handling)
        _ = machine.responseEnded(promisedKeepAlive: true, now: 0)
        machine.inputEnded(now: 0)
        #expect(machine.phase == .lingering)
    }

    @Test func drainingEndsRestSoon() {
        var machine = handling()
        _ = machine.responseEnded(promisedKeepAlive: true, now: 0)
        machine.drain(now: at(10))
        #expect(machine.check(now: at(10.9)) == .nothing)
        #expect(machine.check(now: at(11)) == .close)
    }

    @Test func drainingLetsTheRequestUnderWayFinish() {
        var machine = handling()
        machine.drain(now: 0)
        #expect(machine.check(now: at(29)) == .nothing)
        #expect(!machine.mayKeepAlive)
        #expect(machine.responseEnded(promisedKeepAlive: false, now: at(29)) == .linger)
    }

    @Test func closedStaysClosed() {
        var machine = handling()
        machine.closed()
        #expect(machine.responseEnded(promisedKeepAlive: true, now: 0) == .linger)
        #expect(machine.phase == .closed)
    }
}
