public import Core

extension FieldFault.Code {
    /// The reader's role sees the field and does not change it.
    public static let readOnly = FieldFault.Code("read-only")
}
