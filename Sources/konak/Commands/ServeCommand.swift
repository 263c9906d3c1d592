import EventLoop
import Glibc
import Kernel

/// `konak serve`: the server, on the configured databases.
enum ServeCommand {
    static let command = Command(
        "serve", "Serve until told to stop.",
        details: "Answers on KONAK_LISTEN; /metrics on KONAK_METRICS_LISTEN. SIGTERM drains and stops."
    ) { _ in run() }

    private static func run() -> ExitCode {
        ProcessSignal.block()
        let configuration: Configuration
        do {
            configuration = try Configuration(environment: Environment.variables())
        } catch {
            return complain(error, .configuration)
        }
        do {
            let whole = try ServingProcess.live(configuration, on: configuration.databases) { services in
                services.configuration.bench ? try BenchRoutes(services).routes : []
            }
            return whole ? .ok : .failed
        } catch {
            return complain(error, .unavailable)
        }
    }

    private static func complain(_ error: any Error, _ code: ExitCode) -> ExitCode {
        let text = "konak: \(error)\n"
        _ = unsafe write(2, text, text.utf8.count)
        return code
    }
}
