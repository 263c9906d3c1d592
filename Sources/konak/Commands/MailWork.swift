import Core
import Crypto
import Delivery
import EventLoop
import Glibc
import Kernel
import ModuleKit
import Postgres

/// What commands on mail work with.
struct MailBench: Sendable {
    let configuration: Configuration
    let settings: MailSettings
    let ledger: MailLedger
    let loops: LoopGroup
    let terminal: Terminal
}

extension CommandWork {
    /// Work on mail, on loops of the command's own, as konak_control.
    func onMail(_ work: @escaping @Sendable (MailBench) async throws -> ExitCode) -> ExitCode {
        onControl { [terminal] configuration, database, loops in
            let bench = MailBench(
                configuration: configuration,
                settings: try MailSettings(database, root: try RootKey.load(configuration)),
                ledger: MailLedger(database), loops: loops, terminal: terminal)
            return try await work(bench)
        }
    }

    /// Work on what the house knows above its tenants, on loops of the command's own.
    func onControl(
        _ work: @escaping @Sendable (Configuration, PostgresDatabase, LoopGroup) async throws -> ExitCode
    ) -> ExitCode {
        run { configuration in
            try withUpToDate(configuration) { access in try onControl(configuration, access, work) }
        }
    }

    /// The same where the databases are open already.
    func onControl<Success: Sendable>(
        _ configuration: Configuration, _ access: DatabaseAccess,
        _ work: @escaping @Sendable (Configuration, PostgresDatabase, LoopGroup) async throws -> Success
    ) throws -> Success {
        guard let control = access.addresses.control else {
            throw ConfigurationFaults(.missing, "KONAK_DATABASE_CONTROL_URL", "must be given")
        }
        let loops = try LoopGroup(count: 1)
        defer { loops.stop() }
        let blocking = BlockingPool(threads: 2, waiting: 16)
        defer { blocking.stop() }
        let database = PostgresDatabase(
            loops: loops, settings: PostgresSettings(connection: control.secretText), blocking: blocking)
        return try loops.blockUntilDone {
            let result: Result<Success, any Error>
            do { result = .success(try await work(configuration, database, loops)) } catch { result = .failure(error) }
            await database.stop()
            return try result.get()
        }.get()
    }

    /// The first line of a file, or of standard input for `-`: never a word of the command line, which others can read.
    func secretLine(_ place: String) throws -> HeldSecret {
        var bytes = place == "-" ? Self.standardInput() : try LocalPath(place).read(limit: 4_096)
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { bytes.removeSubrange(end...) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard (1...1_000).contains(bytes.count), !bytes.contains(0) else { throw NoPassword() }
        return HeldSecret(SecretBytes(wiping: &bytes))
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1_024)
        while bytes.count < 4_096, !bytes.contains(UInt8(ascii: "\n")) {
            let count = unsafe read(0, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return bytes
    }
}

/// A password that is not there.
struct NoPassword: Error, CustomStringConvertible {
    let description = "the first line holds no password of 1 to 1000 bytes"
}
