import Glibc
import HTTP

/// Finds the end of a request head in bytes that come in pieces, and refuses at once what no later byte can mend:
/// a line ended by LF alone, a folded line, an empty line before the request.
package struct HeadScanner {
    package enum Result: Equatable {
        case incomplete
        case complete(length: Int)
        case refused(Refusal)
    }

    private var scanned = 0
    private var lineStart = 0
    private var lines = 0

    package init() {}

    /// Looks at `bytes`, which begin where the head begins and grow from call to call.
    package mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, limits: ServerLimits) -> Result {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return .incomplete }
        if scanned == 0, unsafe !bytes[0].isTokenByte { return .refused(.malformedRequestLine) }
        while scanned < bytes.count {
            guard let found = unsafe memchr(base + scanned, 10, bytes.count - scanned) else { break }
            let end = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
            guard unsafe end > 0 && bytes[end - 1] == 13 else { return .refused(.bareLineFeed) }
            if end - 1 == lineStart { return complete(length: end + 1, limits) }
            if lines > 0, unsafe bytes[lineStart] == 32 || bytes[lineStart] == 9 { return .refused(.foldedField) }
            if lines == 0, end > limits.targetBytes + 32 { return .refused(.longTarget) }
            (scanned, lineStart, lines) = (end + 1, end + 1, lines + 1)
            if lines > limits.fields + 1 { return .refused(.tooManyFields) }
        }
        scanned = bytes.count
        if lines == 0, bytes.count > limits.targetBytes + 32 { return .refused(.longTarget) }
        return bytes.count > limits.headBytes ? .refused(.largeHead) : .incomplete
    }

    private func complete(length: Int, _ limits: ServerLimits) -> Result {
        length > limits.headBytes ? .refused(.largeHead) : .complete(length: length)
    }
}

extension Refusal {
    static let malformedRequestLine = Refusal(.badRequest, "malformed request line")
    static let bareLineFeed = Refusal(.badRequest, "line not ended by CR LF")
    static let foldedField = Refusal(.badRequest, "folded field line")
    static let longTarget = Refusal(.uriTooLong, "request target too long")
    static let tooManyFields = Refusal(.headerFieldsTooLarge, "too many fields")
    static let largeHead = Refusal(.headerFieldsTooLarge, "request head too large")
}
