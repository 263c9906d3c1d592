import CArgon2
import Glibc

/// Argon2id (RFC 9106) as the library computes it.
enum Argon2 {
    /// Longer passwords are refused before they are hashed.
    static let longestPassword = 4096

    /// Fills memory with the hash of a password. `secret` and `data` are the algorithm's own optional inputs.
    static func hash(
        _ password: Span<UInt8>, salt: Span<UInt8>, _ parameters: PasswordParameters,
        secret: [UInt8] = [], data: [UInt8] = [], in memory: HashMemory? = nil, into hash: inout MutableSpan<UInt8>
    ) throws(CryptoFault) {
        guard password.count <= longestPassword else { throw CryptoFault(.outOfRange, "length of a password") }
        guard parameters.isBearable else { throw CryptoFault(.outOfRange, "password parameters") }
        guard let memory = memory ?? HashMemory(for: parameters) else {
            throw CryptoFault(.library, "no memory for a hash")
        }
        let (secret, data) = (secret, data)
        let result = unsafe hash.withUnsafeMutableBufferPointer { hash in
            unsafe password.withUnsafeBufferPointer { password in
                unsafe salt.withUnsafeBufferPointer { salt in
                    unsafe secret.withUnsafeBufferPointer { secret in
                        unsafe data.withUnsafeBufferPointer { data in
                            var context = unsafe Argon2_Context()
                            unsafe context.set(hash, password, salt, secret, data)
                            unsafe context.set(parameters)
                            return memory.lend { unsafe argon2_ctx(&context, Argon2_id) }
                        }
                    }
                }
            }
        }
        guard result == ARGON2_OK.rawValue else {
            throw unsafe CryptoFault(.library, String(cString: argon2_error_message(result)))
        }
    }
}

extension Argon2_Context {
    /// The library reads all but `hash`, though its declarations do not say so.
    fileprivate mutating func set(
        _ hash: UnsafeMutableBufferPointer<UInt8>, _ password: UnsafeBufferPointer<UInt8>,
        _ salt: UnsafeBufferPointer<UInt8>, _ secret: UnsafeBufferPointer<UInt8>, _ data: UnsafeBufferPointer<UInt8>
    ) {
        unsafe (out, outlen) = (hash.baseAddress, UInt32(clamping: hash.count))
        unsafe (pwd, pwdlen) = (UnsafeMutablePointer(mutating: password.baseAddress), UInt32(clamping: password.count))
        unsafe (self.salt, saltlen) = (UnsafeMutablePointer(mutating: salt.baseAddress), UInt32(clamping: salt.count))
        if !secret.isEmpty {
            unsafe self.secret = UnsafeMutablePointer(mutating: secret.baseAddress)
            unsafe secretlen = UInt32(clamping: secret.count)
        }
        if !data.isEmpty {
            unsafe ad = UnsafeMutablePointer(mutating: data.baseAddress)
            unsafe adlen = UInt32(clamping: data.count)
        }
    }

    /// One thread whatever the lanes, in the memory that is lent to it.
    fileprivate mutating func set(_ parameters: PasswordParameters) {
        unsafe (t_cost, m_cost, lanes) = (parameters.passes, parameters.memory, parameters.lanes)
        unsafe (threads, version) = (1, ARGON2_VERSION_13.rawValue)
        unsafe allocate_cbk = { memory, count in
            guard let memory = unsafe memory, let lent = unsafe HashMemory.lent(count) else { return -1 }
            unsafe memory.pointee = lent
            return 0
        }
        // Wiped before this is called, and kept by whoever lent it.
        unsafe free_cbk = { _, _ in }
    }
}
