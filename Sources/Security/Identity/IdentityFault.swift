public import Core

extension ProblemCode {
    /// Address and password do not fit; also for addresses nobody has, and for doors that are closed to somebody.
    public static let logInRefused = ProblemCode(
        "log-in-refused", status: 403, title: "The address or the password is not right")
    /// The code, or the passkey, was not right.
    public static let secondFactorRefused = ProblemCode(
        "second-factor-refused", status: 403, title: "This could not be verified")
}
