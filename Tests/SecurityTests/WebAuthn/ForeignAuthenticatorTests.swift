import Core
import Crypto
import Testing

@testable import Security

@Suite("A passkey made by another hand")
struct ForeignAuthenticatorTests {
    /// A ceremony of the Python packages soft-webauthn 0.1.4 and fido2 1.2.0, over challenges of ours.
    private static let id = "nrFXRF3z1MghjI-ptYfW5kdlBVIX2eXh80xBSJzD83o"
    private static let created =
        "eyJ0eXBlIjogIndlYmF1dGhuLmNyZWF0ZSIsICJjaGFsbGVuZ2UiOiAiQUFFQ0F3UUZCZ2NJQ1FvTERBME9EeEFSRWhNVUZSWVhHQmthR3h3ZEhoOCIsICJvcmlnaW4iOiAiaHR0cHM6Ly9hcHAuZXhhbXBsZSJ9"
    private static let object =
        "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikVtmCAS3hjt8Iz1fY2UtegalxmdPrFPI7fCt1xcdfVG1BAAAAAAAAAAAAAAAAAAAAAAAAAAAAIJ6xV0Rd89TIIYyPqbWH1uZHZQVSF9nl4fNMQUicw_N6pQECAyYgASFYIMlTT093dw7SVBh7e-QqoMbuvgvn2jBx7Sq67hHrzj2CIlggupXpmDM2gcwSd0V9Zi9oc_G_FsAm8uKmCN9Z40DUnQU"
    private static let used =
        "eyJ0eXBlIjogIndlYmF1dGhuLmdldCIsICJjaGFsbGVuZ2UiOiAiSUNFaUl5UWxKaWNvS1NvckxDMHVMekF4TWpNME5UWTNPRGs2T3p3OVBqOCIsICJvcmlnaW4iOiAiaHR0cHM6Ly9hcHAuZXhhbXBsZSJ9"
    private static let data = "VtmCAS3hjt8Iz1fY2UtegalxmdPrFPI7fCt1xcdfVG0BAAAAAQ"
    private static let signature =
        "MEUCIQCrPW_5_DaI6wsnB4YnfCEoCf5J9_0EnwTnJUbfFuV7ggIgEb-M2MowkvFudroSo22tdgxgn7vvTgF_T8lb3qlQN_I"

    @Test("is registered and used")
    func ceremony() throws {
        var party = TestAuthenticator.party
        party.verification = .preferred
        let (now, late) = (TestAuthenticator.now, TestAuthenticator.now + .seconds(60))
        let registration = try RegistrationAnswer(
            json: Array(
                #"{"id":"\#(Self.id)","rawId":"\#(Self.id)","type":"public-key","response":{"clientDataJSON":"\#(Self.created)","attestationObject":"\#(Self.object)"}}"#
                    .utf8))
        let passkey = try Registration.finish(
            Ceremony(
                .registration, challenge: Array(0..<32), userHandle: TestAuthenticator.handle, allowed: [],
                expires: late),
            with: registration, for: party, now: now, isTaken: { _ in false })
        let answer = try AuthenticationAnswer(
            json: Array(
                #"{"id":"\#(Self.id)","rawId":"\#(Self.id)","type":"public-key","response":{"clientDataJSON":"\#(Self.used)","authenticatorData":"\#(Self.data)","signature":"\#(Self.signature)","userHandle":"AAECAwQFBgcICQoLDA0ODw"}}"#
                    .utf8))
        let used = try Authentication.finish(
            Ceremony(.authentication, challenge: Array(32..<64), userHandle: nil, allowed: [], expires: late),
            with: answer, by: passkey, for: party, now: now)
        #expect(used.signCount == 1 && !used.hasVerifiedUser)
    }
}
