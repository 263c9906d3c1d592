import EventLoop
import Kernel

/// `konak worker`: jobs, schedules and services without listeners for requests.
enum WorkerCommand {
    static let command = Command(
        "worker", "Run jobs and services until told to stop, without taking requests.",
        details: """
            As many workers may run as there are machines, beside `konak serve` or, with KONAK_JOBS=off there, instead of
            it. /metrics is on KONAK_METRICS_LISTEN. SIGTERM drains: nothing new is begun, what runs is finished.
            """
    ) { invocation in ServeCommand.run(invocation, as: .worker) }
}
