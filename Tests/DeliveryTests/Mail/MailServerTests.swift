import Core
import Kernel
import ModuleKit
import Outbound
import Synchronization
import TestKit
import Testing

@testable import Delivery

/// How mail servers are spoken to: by what name, and how long one of them may keep the others waiting.
@Suite(.serialized) struct MailServerTests {
    @Test func aServerIsGreetedByAProperName() async throws {
        let greetings: [(HelloName?, String)] = [
            (nil, "EHLO konak.example"), (.ownAddress, "EHLO [127.0.0.1]"),
            (HelloName("[IPv6:2001:DB8:0::1]"), "EHLO [IPv6:2001:db8::1]"),
        ]
        try await MailRig.with { rig in
            for (greeting, expected) in greetings {
                try await LittleMailServer.with { server in
                    try await rig.route(to: server)
                    _ = try await rig.office.send(MailRig.reset("ayse@example.com"), for: rig.tenant(MailRig.acme))
                    try await rig.sender(greeting: greeting).turn()
                    #expect(server.greetings == [expected] && server.mails.count == 1)
                }
            }
        }
    }

    @Test func theGreetingIsWhatWasSetOrWhatOthersCanKnow() throws {
        let given = try Configuration(environment: ["KONAK_MAIL_HELLO": "[192.0.2.1]"]).greeting
        #expect(given.description == "[192.0.2.1]")
        let operators = try Configuration(
            environment: ["KONAK_OPERATOR_HOSTS": "[::1],konak.localhost,crm.example.com"]
        ).greeting
        #expect(operators.description == "crm.example.com")
    }

    /// A server that takes twenty seconds for each mail, by a clock that only it moves on.
    @Test func aSlowServerHoldsUpNobodyElsesMail() async throws {
        let spent = Mutex(Duration.zero)
        let start = ContinuousClock.now
        let slowly: @Sendable (String, Int) -> LittleMailServer.Verdict = { _, _ in
            spent.withLock { $0 += .seconds(20) }
            return .take
        }
        try await LittleMailServer.with(slowly) { slow in
            try await LittleMailServer.with { quick in
                try await MailRig.with { rig in
                    try await rig.route(to: slow, for: .tenant(MailRig.acme))
                    try await rig.route(to: quick)
                    var sender = try rig.sender()
                    // One server at a time: the harder case.
                    sender.width = 1
                    sender.uptime = { start + spent.withLock(\.self) }
                    for index in 0..<5 {
                        _ = try await rig.office.send(
                            MailRig.reset("slow\(index)@example.com"), for: rig.tenant(MailRig.acme))
                        _ = try await rig.office.send(
                            MailRig.reset("quick\(index)@example.com"), for: rig.tenant(MailRig.other))
                    }
                    try await sender.turn()
                    #expect((slow.mails.count, quick.mails.count) == (2, 5))
                    // The rest makes room for others: nothing of it is due in the next turn.
                    _ = try await rig.office.send(
                        MailRig.reset("next@example.com"), for: rig.tenant(MailRig.other))
                    try await sender.turn()
                    #expect((slow.mails.count, quick.mails.count) == (2, 6))
                    let states = try await rig.states()
                    #expect(states.values.count { $0 == "waiting" } == 3)
                    for expected in [4, 5] {
                        try await rig.hurry()
                        try await sender.turn()
                        #expect(slow.mails.count == expected)
                    }
                }
            }
        }
    }
}
