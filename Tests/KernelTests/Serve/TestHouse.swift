import EventLoop
import HTTP
import Outbound
import TestKit
import Testing

@testable import Kernel

/// What a running process has, for a test of what is built on it.
struct TestHouse: Sendable {
    let services: HouseServices

    var loops: LoopGroup { services.loops }

    static func with(
        databases addresses: DatabaseAddresses, environment: [String: String] = [:],
        _ body: @Sendable (TestHouse) async throws -> Void
    ) async throws {
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 1, waiting: 16)
        defer { blocking.stop() }
        let configuration = try Configuration(environment: environment)
        let databases = try #require(Databases(addresses, configuration, loops: loops, blocking: blocking))
        let client = try configuration.httpClient(on: loops)
        let services = HouseServices(
            configuration: configuration, loops: loops, blocking: blocking, databases: databases, http: client,
            log: Log(into: KeptLines()))
        let result: Result<Void, any Error>
        do { result = .success(try await body(TestHouse(services: services))) } catch { result = .failure(error) }
        await client.close()
        await databases.stop()
        try result.get()
    }

    func ask(_ route: Route, _ line: String, _ fields: String...) async throws -> Response {
        let context = AnonymousContext(request: try TestRequest.make(line, fields), parameters: PathParameters())
        return try await Task(executorPreference: loops.first) { try await route.handler(context) }.value
    }
}

extension DatabaseAddresses {
    /// No server answers there.
    static var nowhere: DatabaseAddresses { both { _ in "postgresql:///none?host=/nowhere" } }

    /// The roles that serving needs, each at its own address.
    static func both(_ url: (String) -> String) -> DatabaseAddresses {
        var addresses = DatabaseAddresses()
        addresses.app = DatabaseURL(trusted: url("konak_app"))
        addresses.control = DatabaseURL(trusted: url("konak_control"))
        return addresses
    }
}
