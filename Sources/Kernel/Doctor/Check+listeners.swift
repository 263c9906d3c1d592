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

    static func judge(_ address: ListenAddress) -> Finding {
        switch ListenTrial.bind(address) {
        case 0: .ok("\(address) is free")
        case EADDRINUSE where ListenTrial.isKonak(address): .ok("\(address) is held by Konak, which runs")
        case EADDRINUSE:
            .warning("\(address) is taken by another program", mend: "stop it, or choose another address")
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

    /// True when a Konak answers there: nothing else has this document at `/readyz`, ready or not.
    static func isKonak(_ address: ListenAddress) -> Bool {
        let near = ListenAddress(host: address.host.orLoopback, port: address.port)
        let answer = ask(
            near, "GET /readyz HTTP/1.1\r\nHost: \(near)\r\nAccept: application/json\r\nConnection: close\r\n\r\n")
        return answer.hasPrefix("HTTP/1.1 ") && answer.contains("\r\n\r\n{\"ready\":")
            && answer.contains("\"draining\":")
    }

    /// What is answered within three seconds, at most some kilobytes; empty when nothing is.
    private static func ask(_ address: ListenAddress, _ request: String) -> String {
        var place = sockaddr_storage()
        let (family, length) = fill(&place, address)
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        // One pool's answer may take a second, and there are three; a connection is made or refused at once here.
        var patience = timeval(tv_sec: 3, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        let connected = unsafe withUnsafePointer(to: &place) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, length) }
        }
        let bytes = Array(request.utf8)
        guard connected == 0, unsafe send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        else { return "" }
        return readAll(descriptor)
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while answer.count < 16_384 {
            let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            answer += chunk[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
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
    /// An address that means all of this machine's is asked at its own.
    fileprivate var orLoopback: IPAddress {
        switch self {
        case .v4(0): .loopback
        case .v6(0, 0): .loopbackV6
        default: self
        }
    }

    /// True for 127.0.0.0/8 and ::1.
    var isLoopback: Bool {
        switch unmapped {
        case .v4(let value): value >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
