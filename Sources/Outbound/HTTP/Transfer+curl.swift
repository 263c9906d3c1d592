import CCurl
import HTTP

/// What libcurl calls back while a request is under way, on the loop's thread and inside its own calls: nothing here
/// calls libcurl again.
extension Transfer {
    func headLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe head.take(line) else { return refuse(.tooLarge) }
        if head.isComplete { wakeReader() }
        return true
    }

    /// How many bytes were taken: all, none (a fault), or a request to pause.
    func bodyPiece(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if buffer.count >= Self.highWater {
            receivePaused = true
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        received += bytes.count
        guard received <= limit else {
            _ = refuse(.tooLarge)
            return 0
        }
        unsafe buffer.append(contentsOf: bytes)
        wakeReader()
        return bytes.count
    }

    /// Fills libcurl's room with what was offered.
    func fill(_ room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        if upload.isEmpty {
            if uploadEnded { return 0 }
            sendPaused = true
            return Int(CURL_READFUNC_PAUSE)
        }
        let count = min(room.count, upload.count - uploadSent)
        unsafe upload.withUnsafeBytes { bytes in
            unsafe UnsafeMutableRawBufferPointer(room).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[uploadSent..<uploadSent + count]))
        }
        uploadSent += count
        if uploadSent == upload.count {
            upload = []
            wakeFeeder()
        }
        return count
    }

    /// The last word on where a connection goes: the address libcurl is about to connect to.
    func allows(_ address: IPAddress) -> Bool { policy.allows(address) || refuse(.addressNotAllowed) }

    private func refuse(_ code: OutboundError.Code) -> Bool {
        if fault == nil { fault = OutboundError(code) }
        return false
    }
}
