/// Why something cannot be part of a mail.
public struct MailFault: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kinds, for machines.
    public enum Code: Sendable, Hashable {
        /// Not an address this house writes to.
        case address
        /// A character that ends lines or hides, or nothing at all.
        case text
        /// More than fits.
        case tooLong
        /// Not the name of a field, a file or an identifier.
        case name
        /// Line endings other than CR LF, NUL, or lines too long for mail.
        case lines
        /// The parts cannot be put together.
        case structure
        /// A key that does not sign.
        case key
    }

    /// What kind of fault.
    public let code: Code
    /// What exactly.
    public let message: String

    init(_ code: Code, _ message: String) { (self.code, self.message) = (code, message) }

    /// Bland: values of mails are personal.
    public var description: String {
        switch code {
        case .address: "this is not an address of mail"
        case .text: "the text holds characters that cannot be in a mail's head"
        case .tooLong: "the text is too long"
        case .name: "this is not a name"
        case .lines: "the message's lines are not those of mail"
        case .structure: "the message cannot be put together"
        case .key: "the message cannot be signed"
        }
    }

    /// The truth.
    public var debugDescription: String { "\(code): \(message)" }
}
