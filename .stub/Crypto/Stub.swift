import COpenSSL
public enum HashAlgorithm: Sendable { case sha256 }
public enum KeyKind: String, Sendable { case ed25519, p256, p384, rsa }
public enum SignatureScheme: Sendable { case rsaSHA256, ed25519 }
@safe
final class DigestBox { let pointer: OpaquePointer?
  init() { unsafe pointer = EVP_MD_CTX_new(); unsafe EVP_DigestInit_ex2(pointer, EVP_sha256(), nil) }
  deinit { unsafe EVP_MD_CTX_free(pointer) } }
public struct MessageDigest: ~Copyable {
  let box = DigestBox()
  public init(_ a: HashAlgorithm) throws(CryptoFault) {}
  public mutating func update(_ bytes: Span<UInt8>) throws(CryptoFault) { unsafe bytes.withUnsafeBufferPointer { unsafe _ = EVP_DigestUpdate(box.pointer, $0.baseAddress, $0.count) } }
  public consuming func finish() throws(CryptoFault) -> [UInt8] { var d = [UInt8](repeating: 0, count: 32); unsafe EVP_DigestFinal_ex(box.pointer, &d, nil); return d }
  public static func of(_ bytes: Span<UInt8>, _ a: HashAlgorithm = .sha256) throws(CryptoFault) -> [UInt8] { var d = try MessageDigest(a); try d.update(bytes); return try d.finish() }
}
@safe
public final class SigningKey: @unchecked Sendable {
  public let kind: KeyKind
  let key: OpaquePointer
  init(_ key: OpaquePointer?) throws(CryptoFault) {
    guard let key = unsafe key else { throw CryptoFault(.malformed, "key") }
    unsafe self.key = key
    kind = unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA ? .rsa : .ed25519 }
  public convenience init(pem: borrowing SecretBytes) throws(CryptoFault) {
    let p = pem.withBytes { s in unsafe s.withUnsafeBufferPointer { b in unsafe PEM_read_bio_PrivateKey(BIO_new_mem_buf(b.baseAddress, Int32(b.count)), nil, nil, nil) } }
    try unsafe self.init(p) }
  public convenience init(ed25519 seed: borrowing SecretBytes) throws(CryptoFault) {
    let p = seed.withBytes { s in unsafe s.withUnsafeBufferPointer { b in unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, b.baseAddress, b.count) } }
    try unsafe self.init(p) }
  public func sign(_ message: Span<UInt8>, by scheme: SignatureScheme) throws(CryptoFault) -> [UInt8] {
    let c = unsafe EVP_MD_CTX_new(); defer { unsafe EVP_MD_CTX_free(c) }
    let ok = unsafe EVP_DigestSignInit_ex(c, nil, kind == .rsa ? "SHA256" : nil, nil, nil, key, nil)
    guard ok == 1 else { throw CryptoFault(.library, "init") }
    var n = 1024; var out = [UInt8](repeating: 0, count: n)
    _ = unsafe message.withUnsafeBufferPointer { unsafe EVP_DigestSign(c, &out, &n, $0.baseAddress, $0.count) }
    out.removeLast(out.count - n); return out }
}
