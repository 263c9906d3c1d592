import Core
import Kernel
import ModuleKit
import Security
import Synchronization

/// Somebody asked for a link to an address, at a door.
struct LinkOrder: Sendable {
    let address: LoginAddress
    let door: Doorstep
}

/// Links that were asked for, carried out beside the requests: how long an answer takes tells nobody whether an address
/// has an account. They are few, and lost with the process; who waits asks again.
final class LinkOrders: BackgroundWork {
    let name = "doors.links"
    private let ground: DoorGround
    private let log: Log
    private let queue: AsyncStream<LinkOrder>
    private let entry: AsyncStream<LinkOrder>.Continuation

    private static let most = 500

    init(_ ground: DoorGround, log: Log) {
        (self.ground, self.log) = (ground, log)
        (queue, entry) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.most))
    }

    /// Takes an order. When too many wait the newest is dropped, alike for all addresses.
    func add(_ order: LinkOrder) { entry.yield(order) }

    func run(until drain: Drain) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.work() }
            await drain.wait()
            entry.finish()
            await group.waitForAll()
        }
    }

    private func work() async {
        for await order in queue {
            do { try await carryOut(order) } catch {
                log.error("link not sent", cause: error)
            }
        }
    }

    /// Nothing where nobody has the address. Who was invited and came too late gets another invitation, and who has been
    /// here before a way to a new password.
    func carryOut(_ order: LinkOrder) async throws {
        guard let profile = try await ground.profiles.find(order.address, at: order.door),
            let host = try await ground.invitations.host(of: order.door)
        else { return }
        guard try await ground.throttle.take([.orderedLinks(at: order.door)]) else {
            return log.warning("links are asked for too often at a door: none is sent", ["host": host])
        }
        let link = OneTimeLinks.Link(
            about: profile.person.uuid, agency: order.door.agency, tenant: order.door.tenant)
        let house = order.door.house
        if profile.state == .invited {
            let token = try await ground.links.make(.invitation, link, host: host)
            try await ground.letters.invite(profile, token, to: house, place: nil, by: nil)
        } else {
            try await ground.letters.reset(profile, try await ground.links.make(.reset, link, host: host), of: house)
        }
    }
}
