import Glibc
import Kernel

/// `konak bench`: measures this very program beside nginx and pgbench. The work is done by `scripts/bench/measure`, which
/// starts and ends all of them; it is found in the source tree that the program was built in.
enum BenchCommand {
    static let command = Command(
        "bench", "Measure this program beside nginx, pgbench and procrastinate, all started for the purpose.",
        details: "Needs the source tree it was built in, its packages (scripts/setup) and some three minutes.",
        options: [
            .flag("--strict", "End with status 1 when a floor is missed."),
            .flag("--small", "One short run of each load, to see that all works."),
            .value(
                "--only", "LIST",
                "Part of: plaintext,json,row,list,insert,wall,client,start,counts,limiter,jobs,events."),
            .value("--runs", "NUMBER", "Interleaved runs of each load (3)."),
            .value("--seconds", "NUMBER", "Seconds of each run (6)."),
            .value("--oracle", "URL", "Only ask this database for ids of others and of nobody: how long each takes."),
            .flag("--limiter", "Only check paces in memory, and say how long one takes."),
            .value("--client", "URL", "Only load this address of this machine with the HTTP client, and say the rate."),
        ]
    ) { invocation in
        let work = CommandWork(invocation)
        // It needs none of it, but a misspelt variable must not pass here when it passes nowhere else.
        return work.run { _ in run(invocation, work.terminal) }
    }

    private static func run(_ invocation: Invocation, _ terminal: Terminal) -> ExitCode {
        if invocation.has("--limiter") { return checkPaces(terminal) }
        if let url = invocation.values["--client"] {
            return loadWithClient(url, invocation.values["--seconds"], terminal)
        }
        if let url = invocation.values["--oracle"] { return askForIds(url, terminal) }
        guard let program = ownPath(), let script = script(beside: program) else {
            return complain(
                "the scripts that measure, scripts/bench, are in no folder above this program: call the one that "
                    + "`make bench` builds in the source tree", .unavailable, terminal)
        }
        var words = [script, "--binary", program]
        words += invocation.flags.sorted()
        for (name, value) in invocation.values.sorted(by: { $0.key < $1.key }) { words += [name, value] }
        replaceProcess(words)
        return complain("\(script) cannot be started: it needs /usr/bin/python3", .unavailable, terminal)
    }

    private static func loadWithClient(_ url: String, _ seconds: String?, _ terminal: Terminal) -> ExitCode {
        guard let load = ClientLoad(url, seconds: seconds.flatMap { Int($0) } ?? 6) else {
            return complain("--client needs an address such as http://127.0.0.1:8080/", .usage, terminal)
        }
        guard let rate = load.run() else { return complain("a request to \(url) failed", .unavailable, terminal) }
        terminal.say("requests/s: \(rate.rounded())\n")
        return .ok
    }

    private static func checkPaces(_ terminal: Terminal) -> ExitCode {
        guard let times = LimiterLoad().run() else {
            return complain("no thread to measure on", .unavailable, terminal)
        }
        terminal.say("strangers us: \(times.strangers)\nregulars us: \(times.regulars)\n")
        return .ok
    }

    private static func askForIds(_ url: String, _ terminal: Terminal) -> ExitCode {
        guard let times = IdOracle(url: DatabaseURL(trusted: url), pairs: 2_000).run() else {
            return complain("\(url) is not the database of the bench", .unavailable, terminal)
        }
        terminal.say("foreign ms: \(times.foreign)\nunknown ms: \(times.unknown)\n")
        return .ok
    }

    /// The tree's script, looked for in every folder above the program.
    private static func script(beside program: String) -> String? {
        var folder = program[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            let path = "\(folder)/scripts/bench/measure"
            if unsafe access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    private static func ownPath() -> String? {
        guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }

    /// Comes back only when it fails.
    private static func replaceProcess(_ words: [String]) {
        var arguments = unsafe words.map { unsafe strdup($0) }
        unsafe arguments.append(nil)
        unsafe execv(words[0], arguments)
        // swift-format-ignore
        for unsafe argument in unsafe arguments { unsafe free(argument) }
    }

    private static func complain(_ text: String, _ code: ExitCode, _ terminal: Terminal) -> ExitCode {
        terminal.fail(code, [("bench", text)])
    }
}
