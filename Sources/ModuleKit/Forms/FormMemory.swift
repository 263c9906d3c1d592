package import Core
package import HTTP

/// What the house remembers of forms beyond one node and one request.
package protocol FormMemory: Sendable {
    /// Does the work of a sending unless some node has done it; then the answer is that one's.
    func once(_ sending: Sending, _ work: () async throws -> FormOutcome) async throws -> FormOutcome
}

/// One sending of a form.
package struct Sending: Sendable {
    /// Where: the host and the path.
    package let place: String
    /// Who sent it; empty for strangers.
    package let who: String
    /// The name that the page gave it.
    package let key: String
    /// What was sent, as it stood in the body.
    package let body: [UInt8]
    /// At whose site.
    package let tenant: TenantID?

    /// A sending.
    package init(place: String, who: String, key: String, body: [UInt8], tenant: TenantID?) {
        (self.place, self.who, self.key, self.body, self.tenant) = (place, who, key, body, tenant)
    }
}

/// A context of the house itself: it knows what forms went through before.
package protocol FormRoom: RouteContext {
    /// What all nodes remember together; nil where there is one node's memory only.
    var formMemory: (any FormMemory)? { get }
    /// What its reader typed into this form before they had to prove who they are. It is given once.
    func keptForm(_ request: Request) async -> [String: [String]]?
}

/// What was typed into a form, without what must not be kept.
package enum TypedForm {
    /// Field by field, from a form's body; nil for what is no form.
    package static func values(_ body: [UInt8], _ fields: [InputField]) -> [String: [String]]? {
        guard let items = try? QueryItems(parsing: body.span) else { return nil }
        return SentValues.typed(items, fields)
    }
}

extension ProblemCode {
    /// The first sending was cut off: nobody knows whether it was saved.
    package static let sendingUnknown = ProblemCode(
        "sending-unknown", status: 409, title: "The first sending was cut off")
}
