import Core
import EventLoop
import HTTP

extension Problem {
    /// What went wrong while a body was read, as the world may see it.
    init(reading error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as any RequestRefusal: self = refusal.problem
        case BodyFault.tooLarge: self.init(.tooLarge, underlying: error)
        case BodyFault.tooSlow: self.init(.requestTimeout, underlying: error)
        case is BodyFault: self.init(.badRequest, underlying: error)
        case is BlockingPool.Saturated, is SystemError, is CancellationError:
            self.init(.unavailable, retryAfter: 1, underlying: error)
        default: self.init(.internal, underlying: error)
        }
    }
}
