import COpenSSL

/// Whom to trust and what to offer, prepared once and used by many connections.
///
/// `@unchecked Sendable`: the library counts its references atomically, and nothing is changed after `init`.
@safe
public final class TLSContext: @unchecked Sendable {
    /// Whose word is taken for a name.
    public enum Trust: Sendable {
        /// The authorities the system trusts.
        case system
        /// Only those in a file of PEM certificates: for tests and closed networks.
        case authorities(file: String)
        /// Anybody's: it hides from those who only listen, as opportunistic mail does. Never for secrets.
        case anybody
    }

    /// False when the other side may be anybody.
    public let verifies: Bool
    let pointer: OpaquePointer

    /// A context of TLS 1.2 and newer. `protocols` are offered by ALPN, when there are any.
    public init(trust: Trust = .system, protocols: [String] = []) throws(StreamError) {
        guard let pointer = unsafe SSL_CTX_new(TLS_client_method()) else { throw TLSMachine.failure() }
        unsafe self.pointer = unsafe pointer
        if case .anybody = trust { verifies = false } else { verifies = true }
        try restrict()
        try set(trust)
        try offer(protocols)
    }

    deinit { unsafe SSL_CTX_free(pointer) }

    private func restrict() throws(StreamError) {
        let oldest = unsafe SSL_CTX_ctrl(pointer, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        guard oldest == 1 else { throw TLSMachine.failure() }
        // SSL_OP_NO_RENEGOTIATION and SSL_OP_NO_COMPRESSION, which are no plain numbers in the header.
        unsafe SSL_CTX_set_options(pointer, 1 << 30 | 1 << 17)
        unsafe SSL_CTX_set_verify(pointer, verifies ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
    }

    private func set(_ trust: Trust) throws(StreamError) {
        let code: Int32 =
            switch trust {
            case .system: unsafe SSL_CTX_set_default_verify_paths(pointer)
            case .authorities(let file): unsafe SSL_CTX_load_verify_file(pointer, file)
            case .anybody: 1
            }
        guard code == 1 else { throw TLSMachine.failure() }
    }

    private func offer(_ protocols: [String]) throws(StreamError) {
        guard !protocols.isEmpty else { return }
        var list: [UInt8] = []
        for name in protocols {
            guard let length = UInt8(exactly: name.utf8.count), length > 0 else {
                throw StreamError(.tls, "no name of a protocol: \(name)")
            }
            list.append(length)
            list += name.utf8
        }
        guard unsafe SSL_CTX_set_alpn_protos(pointer, list, UInt32(list.count)) == 0 else { throw TLSMachine.failure() }
    }
}
