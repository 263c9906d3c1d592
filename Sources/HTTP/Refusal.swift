public import Core

/// Why something sent from outside was not read. The server answers with `status` and closes where framing is in doubt.
public protocol RequestRefusal: Error, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The code for machines, such as `target.bad-escape`.
    var code: String { get }
    /// The status to answer with.
    var status: Status { get }
    /// What exactly was wrong, for logs.
    var reason: String { get }
}

extension RequestRefusal {
    /// 400, unless the refusal says otherwise.
    public var status: Status { .badRequest }

    /// What the sender is told: no more than the status.
    public var description: String { status.description }

    /// The problem to answer with, the truth inside it.
    public var problem: Problem {
        Problem(status == .contentTooLarge ? .tooLarge : .badRequest, underlying: self)
    }

    /// Code and reason.
    public var debugDescription: String { "\(code): \(reason)" }
}

extension RequestRefusal where Self: RawRepresentable, RawValue == String {
    /// The case's raw value.
    public var code: String { rawValue }
}
