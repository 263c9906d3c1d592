/// Why a mail cannot be ordered. Nothing was written.
public enum MailRefusal: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// Not an address the house writes to.
    case address
    /// No text of this name is known.
    case template(String)
    /// The text needs a value that is not there, or is of another kind.
    case value(String)
    /// Larger than mails of the house may be.
    case tooLarge
    /// A path that may lead to another host, or nowhere.
    case path(String)
    /// A key of more than 200 bytes, or of none.
    case key
    /// No tenant is bound to the transaction.
    case noTenant

    /// What is wrong, without a value.
    public var description: String {
        switch self {
        case .address: "this is not an address that mail can be sent to"
        case .template: "there is no text of this name"
        case .value(let name): "the text lacks its value “\(name)”, or it is of another kind"
        case .tooLarge: "the values are too large for a mail"
        case .path(let name): "“\(name)” is not a place on the reader's host"
        case .key: "a key has 1 to 200 bytes"
        case .noTenant: "the transaction is no tenant's"
        }
    }

    /// The truth; it holds names of the program only.
    public var debugDescription: String {
        if case .template(let name) = self { return "no text “\(name)”" }
        return description
    }
}
