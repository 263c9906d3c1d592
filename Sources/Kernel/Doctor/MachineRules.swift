/// What is right for folders.
enum FolderRules {
    /// Files that run as the owner of all tables must not be anybody's to change.
    static func judgeCode(_ folder: LocalPath) -> [Finding] {
        guard let facts = folder.facts(), facts.mode & 0o002 != 0 else { return [] }
        return [.failure("\(folder) can be changed by anybody", mend: "chmod -R o-w \(folder)")]
    }

    /// A folder that is not there yet must be possible to make.
    static func judgeMissing(_ folder: LocalPath) -> [Finding] {
        guard let above = folder.andAncestors.first(where: \.exists), above.isWritable else {
            return [.failure("\(folder) cannot be made", mend: "make it and chown it to this user, or set KONAK_VAR")]
        }
        return [.ok("\(folder) will be made")]
    }
}

/// What is right for a file system.
enum DiskRules {
    static func judge(freeBytes: UInt64, freeFiles: UInt64, countsFiles: Bool, at place: LocalPath) -> Finding {
        let free = "\(freeBytes >> 20) MiB free at \(place)"
        let remedy = "free some space, or set KONAK_VAR to a larger file system"
        // 512 MiB: PostgreSQL may need that much for its log alone before a checkpoint.
        if freeBytes < 512 << 20 { return .failure(free, mend: remedy) }
        if countsFiles, freeFiles < 10_000 { return .failure("\(freeFiles) files free at \(place)", mend: remedy) }
        if freeBytes < 4 << 30 { return .warning(free, mend: remedy) }
        return .ok(free)
    }
}

/// What is right for a clock.
enum ClockRules {
    /// 2026-01-01 and 2100-01-01: outside, the clock was never set.
    static let plausible: ClosedRange<Int64> = 1_767_225_600...4_102_444_800

    static func judge(seconds: Int64) -> Finding {
        guard plausible.contains(seconds) else {
            return .failure(
                "the clock says \(seconds) s since 1970", mend: "set the clock: apt install systemd-timesyncd")
        }
        return .ok("the clock is plausible")
    }

    /// What `timedatectl` says; nil when it says nothing of use.
    static func judge(synchronised said: String) -> Finding? {
        switch said.prefix(while: { $0 != "\n" }) {
        case "yes": .ok("the clock is synchronised")
        case "no": .warning("the clock is not synchronised", mend: "apt install systemd-timesyncd, or chrony")
        default: nil
        }
    }

    /// Tokens, schedules and one-time codes compare our clock with what the database wrote.
    static func judge(milliseconds: Int64) -> Finding {
        let text = "the database's clock differs by \(milliseconds) ms"
        let remedy = "synchronise both clocks: apt install systemd-timesyncd, or chrony"
        switch milliseconds.magnitude {
        case ...500: return .ok(text)
        case ...5000: return .warning(text, mend: remedy)
        default: return .failure(text, mend: remedy)
        }
    }
}
