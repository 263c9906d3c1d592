import COpenSSL
import EventLoop
import HTTP

/// The client's side of one TLS connection, from bytes to bytes: it knows no socket.
@safe
final class TLSMachine {
    /// The other side has said that it will send no more.
    private(set) var hasEnded = false
    /// Hands are shaken.
    private(set) var isReady = false
    private let verifies: Bool
    private let ssl: OpaquePointer
    /// What came from the wire, and what goes there. Both belong to `ssl`.
    private let wireIn: OpaquePointer
    private let wireOut: OpaquePointer

    init(_ context: TLSContext, host: HostName) throws(StreamError) {
        verifies = context.verifies
        guard let ssl = unsafe SSL_new(context.pointer), let wireIn = unsafe BIO_new(BIO_s_mem()),
            let wireOut = unsafe BIO_new(BIO_s_mem())
        else { throw Self.failure() }
        // An empty one is not the end of the stream: more will come.
        unsafe BIO_ctrl(wireIn, BIO_C_SET_BUF_MEM_EOF_RETURN, -1, nil)
        unsafe SSL_set_bio(ssl, wireIn, wireOut)
        unsafe SSL_set_connect_state(ssl)
        unsafe (self.ssl, self.wireIn, self.wireOut) = unsafe (ssl, wireIn, wireOut)
        try expect(host)
    }

    deinit { unsafe SSL_free(ssl) }

    /// The certificate must be the host's; a name is also told to the server, which may have many.
    private func expect(_ host: HostName) throws(StreamError) {
        let parameters = unsafe SSL_get0_param(ssl)
        if let address = host.address {
            guard unsafe X509_VERIFY_PARAM_set1_ip_asc(parameters, "\(address)") == 1 else { throw Self.failure() }
            return
        }
        // No `f*.example.com`: authorities do not issue such, whoever shows one has made it.
        unsafe X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        let name = host.text
        guard unsafe X509_VERIFY_PARAM_set1_host(parameters, name, name.utf8.count) == 1 else { throw Self.failure() }
        let told = unsafe name.withCString { text in
            let text = unsafe UnsafeMutableRawPointer(mutating: text)
            return unsafe SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), text)
        }
        guard told == 1 else { throw Self.failure() }
    }

    /// Bytes from the wire.
    func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(StreamError) {
        guard !bytes.isEmpty else { return }
        let count = unsafe BIO_write(wireIn, bytes.baseAddress, Int32(bytes.count))
        guard count == bytes.count else { throw Self.failure() }
    }

    /// Goes on with the handshake; true when it is done.
    func shakeHands() throws(StreamError) -> Bool {
        ERR_clear_error()
        let code = unsafe SSL_do_handshake(ssl)
        if code == 1 {
            isReady = true
            return true
        }
        if unsafe SSL_get_error(ssl, code) == SSL_ERROR_WANT_READ { return false }
        throw handshakeFailure()
    }

    private func handshakeFailure() -> StreamError {
        let verdict = unsafe SSL_get_verify_result(ssl)
        guard verdict != X509_V_OK, verifies else { return Self.failure() }
        let reason = unsafe X509_verify_cert_error_string(verdict).map { unsafe String(cString: $0) }
        return StreamError(.certificate, reason ?? "code \(verdict)")
    }

    /// All that can be read in the clear by now.
    func decrypt(into plain: inout ByteQueue) throws(StreamError) {
        while true {
            ERR_clear_error()
            let count = unsafe SSL_read(ssl, plain.reserve(Self.record), Int32(Self.record))
            if count > 0 {
                plain.produced(Int(count))
                continue
            }
            switch unsafe SSL_get_error(ssl, count) {
            case SSL_ERROR_WANT_READ: return
            case SSL_ERROR_ZERO_RETURN:
                hasEnded = true
                return
            default: throw Self.failure()
            }
        }
    }

    /// The largest that one record holds.
    private static let record = 16 * 1024

    func encrypt(_ plain: UnsafeBufferPointer<UInt8>, into wire: inout ByteQueue) throws(StreamError) {
        var sent = 0
        while sent < plain.count {
            ERR_clear_error()
            let rest = unsafe UnsafeBufferPointer(rebasing: plain[sent...])
            let count = unsafe SSL_write(ssl, rest.baseAddress, Int32(clamping: rest.count))
            guard count > 0 else { throw Self.failure() }
            sent += Int(count)
        }
        drain(into: &wire)
    }

    /// Says that this side will send no more.
    func sayEnd() {
        ERR_clear_error()
        unsafe SSL_shutdown(ssl)
    }

    /// What has to go to the wire.
    func drain(into wire: inout ByteQueue) {
        while true {
            let waiting = unsafe BIO_ctrl_pending(wireOut)
            guard waiting > 0 else { return }
            let room = min(waiting, 1 << 20)
            let count = unsafe BIO_read(wireOut, wire.reserve(room), Int32(room))
            guard count > 0 else { return }
            wire.produced(Int(count))
        }
    }

    /// True when the other side has proved its name.
    var isVerified: Bool { isReady && verifies }

    /// What was agreed on, as `TLSv1.3`.
    var version: String { unsafe SSL_get_version(ssl).map { unsafe String(cString: $0) } ?? "" }

    /// The protocol that ALPN agreed on.
    var negotiatedProtocol: String? {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        unsafe SSL_get0_alpn_selected(ssl, &name, &length)
        guard let name = unsafe name, length > 0 else { return nil }
        return unsafe String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// What the library says of the last failure.
    static func failure() -> StreamError {
        let code = ERR_get_error()
        guard code != 0, let reason = unsafe ERR_reason_error_string(code) else {
            return StreamError(.tls, "no reason")
        }
        return StreamError(.tls, unsafe String(cString: reason))
    }
}
