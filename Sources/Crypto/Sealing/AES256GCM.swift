import COpenSSL

/// The cipher itself (NIST SP 800-38D), with 96-bit nonces and whole tags. Choosing a nonce twice for one key gives the
/// key away, so only `SealedBox` and whoever makes one key per message use it.
package enum AES256GCM {
    /// Bytes of a key.
    package static let keyLength = 32
    /// Bytes of a nonce.
    package static let nonceLength = 12
    /// Bytes of a tag.
    package static let tagLength = 16
    /// The library counts in `Int32`.
    private static let longest = 1 << 30

    /// Writes ciphertext and tag where they end the given memory, `offset` bytes past its beginning.
    package static func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, header: Span<UInt8>, data: Span<UInt8>,
        into sealed: inout MutableSpan<UInt8>, from offset: Int = 0
    ) throws(CryptoFault) {
        try check(key, nonce, plaintext.count, [header.count, data.count])
        guard offset >= 0, sealed.count - offset == plaintext.count + tagLength else {
            throw CryptoFault(.outOfRange, "room for a box")
        }
        let context = try start(key, nonce, sealing: true)
        try bind(context, to: header)
        try bind(context, to: data)
        let written = unsafe sealed.withUnsafeMutableBufferPointer { room in
            unsafe encrypt(context, plaintext, room, from: offset)
        }
        try succeed(written ? 1 : 0, "AES-256-GCM")
    }

    /// Writes the plaintext into memory that is shorter than ciphertext and tag by a tag. What stands there after a
    /// refusal is not to be looked at.
    package static func open(
        _ sealed: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, header: Span<UInt8>, data: Span<UInt8>,
        into plaintext: inout MutableSpan<UInt8>
    ) throws(CryptoFault) {
        try check(key, nonce, plaintext.count, [header.count, data.count])
        guard sealed.count == plaintext.count + tagLength else { throw CryptoFault(.malformed, "length of a box") }
        let context = try start(key, nonce, sealing: false)
        try bind(context, to: header)
        try bind(context, to: data)
        let authentic = unsafe plaintext.withUnsafeMutableBufferPointer { room in
            unsafe decrypt(context, sealed, room)
        }
        try succeed(authentic ? 1 : 0, "AES-256-GCM", else: .refused)
    }

    private static func check(
        _ key: Span<UInt8>, _ nonce: Span<UInt8>, _ count: Int, _ bound: [Int]
    ) throws(CryptoFault) {
        guard key.count == keyLength, nonce.count == nonceLength else {
            throw CryptoFault(.outOfRange, "length of a key or nonce")
        }
        guard count <= longest, bound.allSatisfy({ $0 <= longest }) else {
            throw CryptoFault(.outOfRange, "too long to seal in one piece")
        }
    }

    private static func start(
        _ key: Span<UInt8>, _ nonce: Span<UInt8>, sealing: Bool
    ) throws(CryptoFault) -> Owned<CipherContext> {
        let context = try unsafe Owned<CipherContext>(EVP_CIPHER_CTX_new(), "EVP_CIPHER_CTX_new")
        let cipher = try unsafe Fetched.shared.cipher()
        let result = unsafe key.withUnsafeBufferPointer { key in
            unsafe nonce.withUnsafeBufferPointer { nonce in
                unsafe EVP_CipherInit_ex2(
                    context.pointer, cipher, key.baseAddress, nonce.baseAddress, sealing ? 1 : 0, nil)
            }
        }
        try succeed(result, "EVP_CipherInit_ex2")
        return context
    }

    private static func bind(
        _ context: borrowing Owned<CipherContext>, to data: Span<UInt8>
    ) throws(CryptoFault) {
        guard !data.isEmpty else { return }
        let result = unsafe data.withUnsafeBufferPointer { data in
            var length: Int32 = 0
            return unsafe EVP_CipherUpdate(context.pointer, nil, &length, data.baseAddress, Int32(data.count))
        }
        try succeed(result, "EVP_CipherUpdate")
    }

    private static func encrypt(
        _ context: borrowing Owned<CipherContext>, _ plaintext: Span<UInt8>,
        _ room: UnsafeMutableBufferPointer<UInt8>, from offset: Int
    ) -> Bool {
        guard let room = room.baseAddress else { return false }
        let start = unsafe room + offset
        var (done, rest) = (Int32(0), Int32(0))
        let tag = unsafe start + plaintext.count
        return unsafe plaintext.withUnsafeBufferPointer { plaintext in
            // No output at all would mean "bind to this", so nothing is written as nothing.
            unsafe (plaintext.isEmpty
                || EVP_CipherUpdate(context.pointer, start, &done, plaintext.baseAddress, Int32(plaintext.count)) == 1)
                && EVP_CipherFinal_ex(context.pointer, tag, &rest) == 1
                && EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), tag) == 1
        }
    }

    private static func decrypt(
        _ context: borrowing Owned<CipherContext>, _ sealed: Span<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        var (done, rest, none) = (Int32(0), Int32(0), UInt8(0))
        return unsafe sealed.withUnsafeBufferPointer { sealed in
            guard let start = sealed.baseAddress else { return false }
            let tag = unsafe UnsafeMutablePointer(mutating: start + room.count)
            return
                unsafe (room.isEmpty
                || EVP_CipherUpdate(context.pointer, room.baseAddress, &done, start, Int32(room.count)) == 1)
                && EVP_CIPHER_CTX_ctrl(context.pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), tag) == 1
                && EVP_CipherFinal_ex(context.pointer, &none, &rest) == 1
        }
    }
}
