import Testing

@testable import HTTPServer

@Suite("WebSocket machine")
struct WebSocketMachineTests {
    private static let second: UInt64 = 1_000_000_000

    private func machine() -> WebSocketMachine {
        var limits = WebSocketLimits()
        (limits.silence, limits.closing, limits.messageTime) = (.seconds(30), .seconds(5), .seconds(60))
        return WebSocketMachine(limits: limits, now: 0)
    }

    private func frame(_ first: UInt8, _ payload: [UInt8] = []) -> [UInt8] { ClientFrames.frame(first, payload) }

    @Test func theirGoodbyeIsEchoedOnceAndNothingBehindItIsHeard() {
        var machine = machine()
        let bytes = frame(0x81, [0x61]) + frame(0x88, [3, 232, 0x6f]) + frame(0x81, [0x62]) + frame(0x89)
        let reception = machine.received(bytes.span, now: 0)
        #expect(reception.messages == [.text("a")])
        #expect(reception.reply == [0x88, 3, 3, 232, 0x6f])
        #expect(machine.phase == .closed)
        #expect(machine.closure == WebSocketClosure(1000, "o"))
        #expect(machine.close(.goingAway, now: 0) == nil)
        #expect(machine.received(frame(0x88, [3, 232]).span, now: 0) == .init())
    }

    @Test func aGoodbyeWithoutACodeIsAnsweredWithoutOne() {
        var machine = machine()
        #expect(machine.received(frame(0x88).span, now: 0).reply == [0x88, 0])
        #expect(machine.closure?.code == 1005)
    }

    @Test func ourGoodbyeWaitsForTheirsAndKeepsOurReason() {
        var machine = machine()
        #expect(machine.close(.goingAway, now: 0) == [0x88, 2, 3, 233])
        #expect(machine.phase == .closing)
        // What was under way is thrown away, and nothing is answered any more.
        #expect(machine.received((frame(0x81, [0x61]) + frame(0x89)).span, now: 0) == .init())
        #expect(machine.received(frame(0x88, [3, 233]).span, now: 0) == .init())
        #expect(machine.phase == .closed)
        #expect(machine.closure == .goingAway)
    }

    @Test func ourGoodbyeDoesNotWaitForEver() {
        var machine = machine()
        _ = machine.close(.normal, now: 0)
        #expect(machine.nextCheck == 5 * Self.second)
        #expect(machine.check(now: 4 * Self.second, listening: true) == .nothing)
        #expect(machine.check(now: 5 * Self.second, listening: true) == .giveUp)
    }

    @Test func aHandlerThatDoesNotEndIsGivenUp() {
        var machine = machine()
        _ = machine.received(frame(0x88).span, now: Self.second)
        #expect(machine.nextCheck == 6 * Self.second)
        #expect(machine.check(now: 6 * Self.second, listening: true) == .giveUp)
    }

    @Test func aFaultIsToldOnceAndNothingAfterItIsRead() {
        var machine = machine()
        let reception = machine.received((frame(0x81, [0x61]) + frame(0x83) + frame(0x81, [0x62])).span, now: 0)
        #expect(reception.messages == [.text("a")])
        #expect(Array(reception.reply.prefix(4)) == [0x88, 16, 3, 234])
        #expect(machine.phase == .closed)
        #expect(machine.closure?.code == 1002)
    }

    @Test func anEndWithoutAGoodbyeIs1006() {
        var machine = machine()
        machine.peerEnded(now: 0)
        #expect(machine.closure == .vanished)
        var closing = self.machine()
        _ = closing.close(.normal, now: 0)
        closing.peerEnded(now: 0)
        #expect(closing.closure == .normal)
    }

    @Test func silenceIsAskedAboutOnceAndThenEnds() {
        var machine = machine()
        #expect(machine.nextCheck == 30 * Self.second)
        #expect(machine.check(now: 29 * Self.second, listening: true) == .nothing)
        #expect(machine.check(now: 30 * Self.second, listening: true) == .send([0x89, 0]))
        #expect(machine.nextCheck == 60 * Self.second)
        #expect(machine.check(now: 59 * Self.second, listening: true) == .nothing)
        #expect(machine.check(now: 60 * Self.second, listening: true) == .giveUp)
        #expect(machine.closure == .vanished)
    }

    @Test func anySignOfLifeEndsTheSilence() {
        var machine = machine()
        _ = machine.check(now: 30 * Self.second, listening: true)
        _ = machine.received(frame(0x8a).span, now: 40 * Self.second)
        #expect(machine.check(now: 60 * Self.second, listening: true) == .nothing)
        #expect(machine.check(now: 70 * Self.second, listening: true) == .send([0x89, 0]))
    }

    @Test func nobodyIsBlamedForSilenceWhileNobodyListens() {
        var machine = machine()
        for time in stride(from: 30, to: 300, by: 30) {
            #expect(machine.check(now: UInt64(time) * Self.second, listening: false) == .nothing)
            #expect(machine.nextCheck > UInt64(time) * Self.second)
        }
    }

    @Test func aMessageMustComeToItsEndHoweverManyPingsCome() {
        var machine = machine()
        _ = machine.received(frame(0x01, [0x61]).span, now: 0)
        for time in 1..<60 {
            _ = machine.received((frame(0x89) + frame(0x00, [0x61])).span, now: UInt64(time) * Self.second)
            #expect(machine.check(now: UInt64(time) * Self.second, listening: true) == .nothing)
        }
        guard case .send(let farewell) = machine.check(now: 60 * Self.second, listening: true) else {
            Issue.record("no farewell")
            return
        }
        #expect(Array(farewell[2..<4]) == [3, 240])
        #expect(machine.phase == .closed)
    }

    @Test func eachMessageHasItsOwnTime() {
        var machine = machine()
        _ = machine.received(frame(0x01, [0x61]).span, now: 0)
        _ = machine.received((frame(0x80) + frame(0x01)).span, now: 50 * Self.second)
        #expect(machine.check(now: 60 * Self.second, listening: true) == .nothing)
        #expect(machine.nextCheck == 80 * Self.second)
    }
}
