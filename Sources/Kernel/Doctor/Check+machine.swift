internal import Glibc

extension Check {
    /// As whom we run, and as whom PostgreSQL would.
    static let account = Check("account") { examination in
        guard let current = Account.current() else {
            return [.failure("this process runs as a user without a name", mend: "add the user to /etc/passwd")]
        }
        do {
            guard let place = try examination.clusterPlace() else { return [.ok("runs as \(current.name)")] }
            let tools = ["/usr/bin/setpriv", "/usr/bin/env"].filter { !LocalPath($0).exists }
            guard tools.isEmpty || !place.switchesAccount else {
                return [
                    .failure("\(tools.joined(separator: ", ")) is missing", mend: "apt install util-linux coreutils")
                ]
            }
            return [.ok("runs as \(current.name), the private database as \(place.account.name)")]
        } catch {
            return [.failure("\(error)", mend: "run as a normal user, or create the account that is missing")]
        }
    }

    /// PostgreSQL's programs, needed for the private cluster only.
    static let packages = Check("packages") { examination in
        guard examination.configuration.databases.areEmbedded else {
            return [.ok("PostgreSQL runs elsewhere: no package is needed here")]
        }
        let installed = PostgresPrograms.installed(configured: examination.configuration.postgresPrograms)
        guard !installed.isEmpty else {
            return [
                .failure(
                    "PostgreSQL \(PostgresPrograms.oldest) or newer is not installed",
                    mend: "apt install postgresql, or set KONAK_POSTGRES to the folder of its programs")
            ]
        }
        return installed.map { .ok("PostgreSQL \($0.major) in \($0.folder)") }
    }

    /// The files that make the database what this program expects.
    static let migrations = Check("migrations") { examination in
        do {
            let folder = try MigrationFolder.find(
                configured: examination.configuration.migrations, program: examination.program)
            let plan = try MigrationPlan(files: folder.files(), applied: [])
            return [.ok("\(plan.pending.count) in \(folder.path)")] + FolderRules.judgeCode(folder.path)
        } catch {
            return [.failure("\(error)", mend: "put the folder `migrations` of this version beside the program")]
        }
    }

    /// Whether what we keep is ours alone to change.
    static let folders = Check("folders") { examination in
        guard let state = examination.state else {
            return [.failure("the current folder is gone", mend: "start in a folder that exists, or set KONAK_VAR")]
        }
        guard let facts = state.facts() else { return FolderRules.judgeMissing(state) }
        guard facts.isFolder, unsafe access(state.text, R_OK | W_OK | X_OK) == 0 else {
            return [.failure("\(state) cannot be written", mend: "chown it to this user, or set KONAK_VAR")]
        }
        guard facts.mode & 0o022 == 0 else {
            return [.warning("\(state) can be changed by other users", mend: "chmod go-w \(state)")]
        }
        return [.ok("\(state) is ours to write")]
    }

    /// Room for the database, logs and uploads.
    static let disk = Check("disk") { examination in
        let place = (try? examination.clusterPlace())?.base ?? examination.state
        guard let existing = place?.andAncestors.first(where: \.exists) else { return [] }
        var facts = statvfs()
        guard unsafe statvfs(existing.text, &facts) == 0 else { return [] }
        let bytes = UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
        return [
            DiskRules.judge(
                freeBytes: bytes.overflow ? .max : bytes.partialValue, freeFiles: UInt64(facts.f_favail),
                countsFiles: facts.f_files > 0, at: existing)
        ]
    }

    /// Files and sockets that may be open.
    static let descriptors = Check("descriptors") { examination in
        guard let limit = DescriptorLimit.current() else { return [] }
        return [limit.judge(needed: DescriptorLimit.needed(by: examination.configuration))]
    }
}
