import Core
import Crypto
import Testing

@testable import Security

@Suite("A passkey's message")
struct CredentialMessageTests {
    private static let refusals: [(String, WebAuthnFault)] = [
        ("", .message), ("[]", .message), ("{}", .message),
        (#"{"id":"AQI","rawId":"AQI","type":"password","response":{}}"#, .message),
        (#"{"id":"AQI","rawId":"AQM","type":"public-key","response":{}}"#, .credentialID),
        (#"{"id":"AQI=","rawId":"AQI=","type":"public-key","response":{}}"#, .message),
        (#"{"id":"AQI","rawId":"AQI","type":"public-key","response":{"clientDataJSON":"e30"}}"#, .message),
        (
            #"{"id":"AQI","rawId":"AQI","type":"public-key","response":{"clientDataJSON":7,"attestationObject":"oA"}}"#,
            .message
        ),
        (#"{"id":"AQI","id":"AQI","rawId":"AQI","type":"public-key","response":{}}"#, .message),
    ]

    @Test("is refused unless it is the JSON of such a credential", arguments: refusals)
    func refused(text: String, fault: WebAuthnFault) {
        #expect(throws: fault) { try RegistrationAnswer(json: Array(text.utf8)) }
        #expect(throws: WebAuthnFault.self) { try AuthenticationAnswer(json: Array(text.utf8)) }
    }

    @Test("is read as browsers write it")
    func read() throws {
        let registration = try RegistrationAnswer(
            json: Array(
                #"{"id":"AQI","rawId":"AQI","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{"credProps":{"rk":true}},"response":{"clientDataJSON":"e30","attestationObject":"oA","transports":["internal","x","usb","usb"]}}"#
                    .utf8))
        #expect(registration.rawID == [1, 2] && registration.attestationObject == [0xA0])
        #expect(registration.transports == ["usb", "internal"])
        let answer = try AuthenticationAnswer(
            json: Array(
                #"{"id":"AQI","rawId":"AQI","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"oA","signature":"AA","userHandle":null}}"#
                    .utf8))
        #expect(answer.userHandle == nil && answer.signature == [0])
    }

    @Test("is asked for with options that browsers read")
    func options() throws {
        let ceremony = Ceremony(.registration, userHandle: [1, 2], now: TestAuthenticator.now)
        let options = TestAuthenticator.party.options(for: ceremony, user: "a@b.test", displayName: "A", existing: [])
        #expect(options["rp"]?["id"]?.string == "app.example" && options["user"]?["id"]?.string == "AQI")
        #expect(options["pubKeyCredParams"]?.array?.compactMap { $0["alg"]?.int } == [-8, -7, -257])
        #expect(options["challenge"]?.string?.utf8.count == 43 && options["attestation"]?.string == "none")
        let asking = Ceremony(.authentication, userHandle: nil, now: TestAuthenticator.now)
        let wanted = TestAuthenticator.party.options(for: asking, allowing: [])
        #expect(wanted["allowCredentials"]?.array?.isEmpty == true && wanted["timeout"]?.int == 300_000)
        #expect(wanted["userVerification"]?.string == "required" && wanted["rpId"]?.string == "app.example")
    }
}
