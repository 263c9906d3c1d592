import Glibc
import HTTP

extension IPAddress {
    /// The address in a socket address; nil for other families.
    init?(_ raw: UnsafePointer<sockaddr>) {
        let (offset, count): (Int, Int)
        switch unsafe Int32(raw.pointee.sa_family) {
        case AF_INET: (offset, count) = (4, 4)
        case AF_INET6: (offset, count) = (8, 16)
        default: return nil
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(raw) + offset, count: count)
        let copy = unsafe [UInt8](bytes)
        self.init(networkBytes: copy.span)
    }
}
