public import Core

extension ProblemCode {
    /// The act asks for a recent proof of who it is.
    public static let stepUpNeeded = ProblemCode("step-up-needed", status: 403, title: "Confirm that it is you")
}
