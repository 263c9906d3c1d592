import Core
import EventLoop
import HTTP
import HTTPServer

/// The chain with what stands around it, as one layer: `Compressing(Conditional(chain))` would answer the same and take
/// five async calls for it. Conditions are weighed on the content, so before it is packed.
final class LayeredChain: Responder {
    private let chain: WebChain
    private let packing: Packing
    private let clock: any WallClock = SystemClock()

    init(_ chain: WebChain, blocking: BlockingPool) { (self.chain, packing) = (chain, Packing(blocking)) }

    func respond(to request: Request) async -> Response {
        let response = Conditional.weigh(await chain.respond(to: request), request, clock)
        return Packing.isTooSmall(response) ? response : await packing.packed(response, for: request)
    }
}
