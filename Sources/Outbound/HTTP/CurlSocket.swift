import CCurl
import EventLoop

/// One of libcurl's sockets on the loop.
final class CurlSocket: Selectable {
    private unowned let owner: CurlLoop
    private let descriptor: Int32
    private var registration: Registration?

    init(owner: CurlLoop, descriptor: Int32) { (self.owner, self.descriptor) = (owner, descriptor) }

    /// A socket nobody listens to is not watched at all: its failure would be told again and again, and not be heard.
    func listen(for interest: Readiness) {
        if interest.isEmpty { return stop() }
        if let registration {
            try? owner.loop.change(registration, descriptor, interest)
        } else {
            // Not watched, it ends by its time-out.
            registration = try? owner.loop.watch(descriptor, interest, self)
        }
    }

    func stop() {
        if let registration { owner.loop.forget(registration, descriptor) }
        registration = nil
    }

    func ready(_ readiness: Readiness) {
        var bits: Int32 = 0
        if !readiness.isDisjoint(with: [.readable, .peerClosed]) { bits |= CURL_CSELECT_IN }
        if readiness.contains(.writable) { bits |= CURL_CSELECT_OUT }
        if !readiness.isDisjoint(with: .failed) { bits |= CURL_CSELECT_ERR }
        owner.act(descriptor, bits)
    }
}
