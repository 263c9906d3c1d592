internal import Glibc

/// A process of this machine, child or not.
struct RunningProcess: Sendable, Hashable {
    let number: Int32

    /// Its working folder and name; nil when there is no such process or it has ended and waits to be collected.
    func facts() -> Facts? {
        guard number > 0, let stat = try? LocalPath("/proc/\(number)/stat").readText(),
            let end = stat.lastIndex(of: ")"), let state = stat[stat.index(after: end)...].first(where: { $0 != " " }),
            state != "Z", state != "X"
        else { return nil }
        return Facts(folder: LocalPath("/proc/\(number)/cwd").linkTarget)
    }

    /// True while the system knows the number, though its process may have ended.
    var isListed: Bool { LocalPath("/proc/\(number)").exists }

    /// What is known of a process.
    struct Facts: Sendable, Hashable {
        /// Its working folder, nil when we may not know.
        let folder: String?
    }

    /// Sends a signal; a process that is gone is no fault.
    func signal(_ signal: Int32) { _ = kill(number, signal) }

    /// Waits until it is gone, collecting it if it is our child. False when it is still there after so many milliseconds.
    func waitForEnd(milliseconds: Int) -> Bool {
        for _ in 0...milliseconds / 5 {
            _ = ChildProcessID(number: number).exitCode()
            if facts() == nil { return true }
            usleep(5000)
        }
        return false
    }

    /// All processes whose working folder is this one: PostgreSQL's processes work in their data folder.
    static func working(in folder: LocalPath) -> [RunningProcess] {
        let names = (try? LocalPath("/proc").names()) ?? []
        return names.compactMap { Int32($0) }.map(RunningProcess.init).filter { $0.facts()?.folder == folder.text }
    }
}
