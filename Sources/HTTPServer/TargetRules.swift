import HTTP

/// What a request target and a Host may look like.
enum TargetRules {
    static func check(_ head: RequestHead, host: Int?) throws(Refusal) {
        guard let host else { throw .badHost }
        let hostBytes = unsafe head.valueBytes(host)
        guard unsafe isHost(hostBytes) else { throw .badHost }
        let target = unsafe head.targetBytes
        switch unsafe target[0] {
        case UInt8(ascii: "/"): break
        case UInt8(ascii: "*"):
            guard target.count == 1, head.method == .options else { throw .badTarget }
        default: try unsafe reduceAbsoluteForm(head, hostBytes)
        }
        guard unsafe isClean(head.targetBytes) else { throw .badTarget }
    }

    /// `http://authority/path`: the authority must be the Host's, and only the path goes on.
    private static func reduceAbsoluteForm(
        _ head: RequestHead, _ host: UnsafeBufferPointer<UInt8>
    ) throws(Refusal) {
        let target = unsafe head.targetBytes
        let schemeLength = unsafe hasPrefix(target, "http://") ? 7 : hasPrefix(target, "https://") ? 8 : 0
        guard schemeLength > 0 else { throw .badTarget }
        let end = schemeLength + host.count
        guard target.count >= end else { throw .badTarget }
        let next = unsafe target.count > end ? target[end] : UInt8(ascii: "?")
        let hasPath = next == UInt8(ascii: "/")
        guard hasPath || next == UInt8(ascii: "?") else { throw .badTarget }
        for index in 0..<host.count where unsafe lower(target[schemeLength + index]) != lower(host[index]) {
            throw .badTarget
        }
        // An empty path is the root's: the authority's last byte, which has done its work, becomes the slash.
        let cut = hasPath ? end : end - 1
        head.targetStart += UInt16(truncatingIfNeeded: cut)
        head.targetLength -= UInt16(truncatingIfNeeded: cut)
        head.beginTargetWithSlash()
        let path = unsafe head.targetBytes.firstIndex(of: UInt8(ascii: "?")) ?? Int(head.targetLength)
        head.pathLength = UInt16(truncatingIfNeeded: path)
    }

    private static func hasPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ prefix: StaticString) -> Bool {
        guard bytes.count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where unsafe lower(bytes[index]) != prefix.utf8Start[index] {
            return false
        }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    /// Printable ASCII without `#`, `\`, quotes and angle brackets; every `%` followed by two digits, none of them NUL.
    private static func isClean(_ target: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < target.count {
            let byte = unsafe target[index]
            switch byte {
            case 0...32, 127...255: return false
            case UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"):
                return false
            case UInt8(ascii: "%"):
                guard index + 2 < target.count, unsafe isHex(target[index + 1]) && isHex(target[index + 2]),
                    unsafe target[index + 1] != 48 || target[index + 2] != 48
                else { return false }
                index += 2
            default: break
            }
            index += 1
        }
        return true
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 6
    }

    /// A registered name, an IPv4 address or a bracketed IPv6 address, with or without a port.
    private static func isHost(_ host: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = unsafe host.first, host.count <= 261 else { return false }
        var position = 0
        if first == UInt8(ascii: "[") {
            guard let close = unsafe host.firstIndex(of: UInt8(ascii: "]")), close > 2 else { return false }
            for index in 1..<close {
                let byte = unsafe host[index]
                guard isHex(byte) || byte == 58 || byte == 46 else { return false }
            }
            position = close + 1
        } else {
            while position < host.count, unsafe host[position] != 58 {
                guard unsafe isNameByte(host[position]) else { return false }
                position += 1
            }
            guard position > 0, unsafe host[0] != 46 && host[0] != 45 else { return false }
        }
        return unsafe position == host.count || isPort(UnsafeBufferPointer(rebasing: host[position...]))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 45 || byte == 46 || byte == 95
    }

    private static func isPort(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe bytes[0] == 58, (2...6).contains(bytes.count) else { return false }
        var port = 0
        for index in 1..<bytes.count {
            let byte = unsafe bytes[index]
            guard byte &- 48 < 10 else { return false }
            port = port * 10 + Int(byte &- 48)
        }
        return (1...65535).contains(port)
    }
}

extension Refusal {
    static let badTarget = Refusal(.badRequest, "request target not acceptable")
}
