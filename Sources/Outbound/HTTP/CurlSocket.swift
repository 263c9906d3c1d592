import CCurl
import EventLoop

/// One of libcurl's sockets on the loop.
final class CurlSocket: Selectable {
    private unowned let owner: CurlLoop
    private let loop: Loop
    private let descriptor: Int32
    private var registration: Registration?
    private var interest: Readiness = []
    /// Nobody waits for it just now, but it is still watched.
    private var isResting = false

    init(owner: CurlLoop, descriptor: Int32) {
        (self.owner, self.descriptor) = (owner, descriptor)
        loop = owner.loop
    }

    /// A socket nobody listens to is not watched at all: its failure would be told again and again, and not be heard.
    func listen(for interest: Readiness) {
        isResting = false
        if interest.isEmpty { return stop() }
        guard let registration else {
            // Not watched, it ends by its time-out.
            registration = try? loop.watch(descriptor, interest, self)
            self.interest = interest
            return
        }
        guard interest != self.interest else { return }
        self.interest = interest
        try? loop.change(registration, descriptor, interest)
    }

    /// Until it is listened to again, or has something to say.
    func rest() {
        if interest == .readable { isResting = true } else { stop() }
    }

    func stop() {
        if let registration { loop.forget(registration, descriptor) }
        (registration, interest) = (nil, [])
    }

    func ready(_ readiness: Readiness) {
        // Unasked, and mostly an end: libcurl sees for itself before it uses the connection again.
        if isResting { return stop() }
        var bits: Int32 = 0
        if !readiness.isDisjoint(with: [.readable, .peerClosed]) { bits |= CURL_CSELECT_IN }
        if readiness.contains(.writable) { bits |= CURL_CSELECT_OUT }
        if !readiness.isDisjoint(with: .failed) { bits |= CURL_CSELECT_ERR }
        owner.act(descriptor, bits)
    }
}
