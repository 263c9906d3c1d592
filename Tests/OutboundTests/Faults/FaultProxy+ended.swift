import EventLoop
import TestKit

extension FaultProxy {
    /// Ends it without holding up anybody else's thread.
    func ended() async {
        let pool = BlockingPool(threads: 1, waiting: 1)
        try? await pool.run { self.stop() }
        pool.stop()
    }
}
