import CPostgres

/// Tells the server to stop what a connection is doing. It opens a connection of its own and waits, so it runs on the
/// blocking pool.
///
/// `@unchecked Sendable`: the library's object is immutable and used once.
@safe
final class Canceller: @unchecked Sendable {
    private let cancel: OpaquePointer

    init?(_ connection: OpaquePointer?) {
        guard let connection = unsafe connection, let cancel = unsafe PQgetCancel(connection) else { return nil }
        unsafe self.cancel = unsafe cancel
    }

    deinit { unsafe PQfreeCancel(cancel) }

    func run() {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            _ = unsafe PQcancel(cancel, buffer.baseAddress, 256)
        }
    }
}
