import COpenSSL
import CPostgres
import Glibc

/// The bytes of an open connection, plain or encrypted. libpq has opened it and knows who is at the other end; from then
/// on it keeps the socket and is asked only to end it.
@safe
struct Wire {
    /// What became of an attempt to move bytes.
    enum Outcome {
        /// So many went.
        case moved(Int)
        /// Not now: the socket takes or has nothing more in this direction.
        case wait
        /// Not before the other direction has moved: encryption must read to go on writing, or write to go on reading.
        case crossed
        /// The connection is over.
        case broken
    }

    private let descriptor: Int32
    private let encryption: OpaquePointer?

    /// Nil when it is encrypted by something else than the library we know.
    init?(_ connection: OpaquePointer) {
        descriptor = unsafe PQsocket(connection)
        guard unsafe PQsslInUse(connection) == 1 else {
            unsafe encryption = nil
            return
        }
        guard let layer = unsafe PQsslStruct(connection, "OpenSSL") else { return nil }
        unsafe encryption = OpaquePointer(layer)
    }

    func send(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        if let encryption = unsafe encryption {
            ERR_clear_error()
            let count = unsafe SSL_write(encryption, bytes.baseAddress, Self.piece(bytes.count))
            return unsafe outcome(count, encryption, waitingFor: SSL_ERROR_WANT_WRITE)
        }
        return unsafe outcome(Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)))
    }

    func receive(into room: UnsafeMutableRawBufferPointer) -> Outcome {
        if let encryption = unsafe encryption {
            ERR_clear_error()
            let count = unsafe SSL_read(encryption, room.baseAddress, Self.piece(room.count))
            return unsafe outcome(count, encryption, waitingFor: SSL_ERROR_WANT_READ)
        }
        let count = unsafe recv(descriptor, room.baseAddress, room.count, 0)
        return count == 0 ? .broken : outcome(count)
    }

    /// Whether the encryption layer keeps the end of a record that did not fit: no event of the socket tells of it.
    var hasMore: Bool {
        guard let encryption = unsafe encryption else { return false }
        return unsafe SSL_pending(encryption) > 0
    }

    /// Ends what is half said, so that nothing the library says in parting can complete it.
    func cutOff() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    private static func piece(_ count: Int) -> Int32 { Int32(min(count, 1 << 20)) }

    private func outcome(_ count: Int) -> Outcome {
        if count >= 0 { return .moved(count) }
        return errno == EAGAIN || errno == EINTR ? .wait : .broken
    }

    private func outcome(_ count: Int32, _ encryption: OpaquePointer, waitingFor own: Int32) -> Outcome {
        if count > 0 { return .moved(Int(count)) }
        return Self.outcome(reason: unsafe SSL_get_error(encryption, count), waitingFor: own)
    }

    /// What the layer's reason means to whoever moves bytes in the direction of `own`.
    static func outcome(reason: Int32, waitingFor own: Int32) -> Outcome {
        if reason == own { return .wait }
        return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE ? .crossed : .broken
    }
}
