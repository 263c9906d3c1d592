import Core
import Testing

@Suite struct RedactedTests {
    private struct Login {
        let name = "ayse"
        let password = Redacted("çok gizli")
    }

    @Test func neverPrints() {
        let secret = Redacted("çok gizli")
        var dumped = ""
        dump(Login(), to: &dumped)
        dump(secret, to: &dumped)
        let texts = [
            "\(secret)", String(describing: secret), String(reflecting: secret), secret.debugDescription, "\(Login())",
            String(reflecting: [secret]), "\(Optional(secret) as Any)", dumped, "\(secret.map(\.count))",
        ]
        for text in texts {
            #expect(text.contains("[redacted]"))
            #expect(!text.contains("gizli"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func lendsItsValue() {
        let secret = Redacted([1, 2, 3])
        #expect(secret.reveal() == [1, 2, 3])
        #expect(secret.withValue { $0.count } == 3)
        #expect(secret.map(\.count).reveal() == 3)
    }
}
