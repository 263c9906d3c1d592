internal import Glibc

extension Check {
    /// Whether the clock is right enough for tokens, schedules and certificates.
    static let clock = Check("clock") { _ in
        var findings = [ClockRules.judge(seconds: Int64(time(nil)))]
        let asking = ["/usr/bin/timedatectl", "show", "--property=NTPSynchronized", "--value"]
        if LocalPath(asking[0]).exists, let said = try? Subprocess(asking).read(seconds: 5) {
            findings += [ClockRules.judge(synchronised: said)].compactMap { $0 }
        }
        return findings
    }
}
