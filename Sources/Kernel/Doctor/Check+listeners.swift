internal import Glibc
internal import HTTP

extension Check {
    /// Whether the ports are free, and the inner ones private.
    static let listeners = Check("listeners") { examination in
        let configuration = examination.configuration
        let ports = (configuration.listen + configuration.metricsListen).map(judge)
        return ports
            + configuration.metricsListen.filter { !$0.host.isLoopback }.map { address in
                .warning(
                    "metrics are open on \(address)", mend: "set KONAK_METRICS_LISTEN to a loopback or private address")
            }
    }

    private static func judge(_ address: ListenAddress) -> Finding {
        switch ListenTrial.bind(address) {
        case 0: .ok("\(address) is free")
        case EADDRINUSE: .warning("\(address) is taken", mend: "stop what holds it, unless it is Konak itself")
        case EACCES:
            .failure(
                "\(address) may not be listened on", mend: "choose a port from 1024, or setcap cap_net_bind_service")
        case let number:
            .failure(
                "\(address) cannot be listened on: \(LocalFault("bind", "\(address)", number: number))",
                mend: "choose an address of this machine")
        }
    }
}

/// Tries an address and lets it go at once.
enum ListenTrial {
    /// 0, or the number of the error.
    static func bind(_ address: ListenAddress) -> Int32 {
        var place = sockaddr_storage()
        let (family, length) = fill(&place, address)
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        var yes: Int32 = 1
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let result = unsafe withUnsafePointer(to: &place) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe Glibc.bind(descriptor, $0, length) }
        }
        return result == 0 ? 0 : errno
    }

    private static func fill(_ place: inout sockaddr_storage, _ address: ListenAddress) -> (Int32, socklen_t) {
        switch address.host {
        case .v4(let value):
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = address.port.bigEndian
            name.sin_addr.s_addr = value.bigEndian
            return (AF_INET, copy(name, &place))
        case .v6(let high, let low):
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = address.port.bigEndian
            unsafe withUnsafeMutableBytes(of: &name.sin6_addr) { bytes in
                unsafe bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
                unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            return (AF_INET6, copy(name, &place))
        }
    }

    private static func copy<Name>(_ name: Name, _ place: inout sockaddr_storage) -> socklen_t {
        unsafe withUnsafeMutableBytes(of: &place) { unsafe $0.storeBytes(of: name, as: Name.self) }
        return socklen_t(MemoryLayout<Name>.size)
    }
}

extension IPAddress {
    /// True for 127.0.0.0/8 and ::1.
    var isLoopback: Bool {
        switch unmapped {
        case .v4(let value): value >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
