/// The roles that log in, each with rights and a pool of its own.
public enum DatabaseRole: String, Sendable, CaseIterable {
    case app = "konak_app"
    case control = "konak_control"
    case portal = "konak_portal"
    case owner = "konak_owner"
    case backup = "konak_backup"
}
