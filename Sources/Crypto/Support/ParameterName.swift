/// The names of the library's parameters, as literals: a parameter keeps the address of its name, and the names of the
/// library's header come here as texts whose address ends with the call.
enum ParameterName {
    static var digest: UnsafePointer<CChar> { unsafe literal("digest") }
    static var group: UnsafePointer<CChar> { unsafe literal("group") }
    static var publicKey: UnsafePointer<CChar> { unsafe literal("pub") }
    static var modulus: UnsafePointer<CChar> { unsafe literal("n") }
    static var exponent: UnsafePointer<CChar> { unsafe literal("e") }
}

/// A literal as the library wants texts.
func literal(_ text: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
