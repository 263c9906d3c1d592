import Core
import EventLoop
import HTTP

/// Puts response heads on the wire: straight into the connection's send queue, no string in between.
enum ResponseWriter {
    /// How the end of the body is told.
    enum BodyEnd: Equatable {
        /// There is no body and no length to state (1xx, 204, 304).
        case none
        case length(Int)
        case chunked
        /// The connection's end is the body's end: HTTP/1.0.
        case close
    }

    static func writeHead(
        _ response: Response, _ end: BodyEnd, keepAlive: Bool, minorVersion: UInt8, into output: inout ByteQueue,
        common: [UInt8], number: RequestNumber
    ) {
        writeStatusLine(response.status, into: &output)
        output.append(common)
        output.append("\r\nx-request-id: ")
        unsafe number.withText { unsafe output.append($0) }
        for (name, value) in response.fields.entries where !isOwn(name) {
            output.append("\r\n")
            output.append(name.text)
            output.append(": ")
            output.append(value)
        }
        switch end {
        case .none, .close: break
        case .chunked: output.append("\r\ntransfer-encoding: chunked")
        case .length(let length):
            output.append("\r\ncontent-length: ")
            output.append(decimal: length)
        }
        if response.status == .switchingProtocols {
            output.append("\r\nconnection: upgrade")
        } else if !keepAlive {
            output.append("\r\nconnection: close")
        } else if minorVersion == 0 {
            output.append("\r\nconnection: keep-alive")
        }
        output.append("\r\n\r\n")
    }

    private static func writeStatusLine(_ status: Status, into output: inout ByteQueue) {
        if status.code == 200 { return output.append("HTTP/1.1 200 OK\r\n") }
        output.append("HTTP/1.1 ")
        output.append(decimal: Int(status.code))
        output.append(byte: 32)
        output.append(status.phrase)
        output.append("\r\n")
    }

    /// The fields every answer has, as they stand on the wire: written once a second, copied for each answer.
    static func writeCommon(_ date: Timestamp, into bytes: inout [UInt8]) {
        bytes.append(contentsOf: "x-content-type-options: nosniff\r\ndate: ".utf8)
        date.writeHTTPDate(into: &bytes)
    }

    /// These are the server's alone: a handler cannot set them.
    private static func isOwn(_ name: FieldName) -> Bool {
        switch name.text.utf8.count {
        case 4: name == .date
        case 10: name == .connection
        case 12: name == .xRequestID
        case 14: name == .contentLength
        case 17: name == .transferEncoding
        case 22: name == .xContentTypeOptions
        default: false
        }
    }

    /// The answer to what no handler has seen: problem JSON and the end of the connection.
    static func writeRefusal(
        _ refusal: Refusal, headOnly: Bool, into output: inout ByteQueue, common: [UInt8], number: RequestNumber
    ) {
        var json = JSONWriter(reserveCapacity: 192)
        Problem(refusal.problemCode).write(into: &json, instance: number.description)
        let body = json.finish()
        let response = Response(refusal.status, fields: Fields((.contentType, "application/problem+json")))
        writeHead(
            response, .length(body.count), keepAlive: false, minorVersion: 1, into: &output, common: common,
            number: number)
        if !headOnly { output.append(body) }
    }

    /// One piece of a chunked body.
    static func writeChunk(_ bytes: [UInt8], into output: inout ByteQueue) {
        guard !bytes.isEmpty else { return }
        writeHexadecimal(bytes.count, into: &output)
        output.append("\r\n")
        output.append(bytes)
        output.append("\r\n")
    }

    private static func writeHexadecimal(_ number: Int, into output: inout ByteQueue) {
        let digits = (64 - number.leadingZeroBitCount + 3) / 4
        for digit in stride(from: digits - 1, through: 0, by: -1) {
            let value = UInt8(truncatingIfNeeded: number >> (digit * 4)) & 15
            output.append(byte: value < 10 ? value + 48 : value + 87)
        }
    }
}

extension Refusal {
    fileprivate var problemCode: ProblemCode {
        switch status.code {
        case 408: .requestTimeout
        case 413: .tooLarge
        case 414: ProblemCode("uri-too-long", status: 414, title: "The address is too long")
        case 417: ProblemCode("expectation-failed", status: 417, title: "The expectation cannot be met")
        case 431: ProblemCode("head-too-large", status: 431, title: "The request's fields are too large")
        case 501: ProblemCode("method-not-served", status: 501, title: "This method is not served here")
        default: .badRequest
        }
    }
}
