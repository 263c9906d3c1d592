import ModuleKit

/// The pages of a person's own account.
enum AccountPath {
    static let profile = DoorPath.account
    static let security = "/account/security"
    static let password = "/account/password"
    static let address = "/account/address"
    static let app = "/account/app"
    static let codes = "/account/codes"
    static let passkeys = "/account/passkeys"
    static let sessions = "/account/sessions"
}
