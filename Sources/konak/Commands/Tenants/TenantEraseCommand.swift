import Core
import Kernel

/// `konak tenant erase`: takes a tenant away for ever.
enum TenantEraseCommand {
    static let command = Command(
        "tenant erase", "Take a tenant away for ever, and keep a proof.",
        details: """
            Only a tenant that is closing, or any with --force and a reason. Broken off and run again, it goes on.
            Backups still hold it until they are old enough to be thrown away.
            """,
        options: [
            .flag("--yes", "Really."),
            .value("--force", "REASON", "Though it is not closing; the reason stays in the proof."),
        ],
        operands: ["TENANT"]
    ) { invocation in
        let work = CommandWork(invocation)
        let name = invocation.operands[0]
        guard invocation.has("--yes") else {
            return work.misused("everything of tenant \(name) would be erased for ever: say --yes")
        }
        return work.asOwner { session, configuration in
            let proof = try TenantErasure(key: RootKey.load(configuration).derive("erasure"))
                .erase(name, on: session, force: invocation.values["--force"])
            work.report(proof, of: name)
            return .ok
        }
    }
}

extension CommandWork {
    /// What is gone, and the proof.
    func report(_ proof: ErasureProof, of name: String) {
        for table in proof.tables { terminal.note("\(table.table): \(table.rows) rows") }
        terminal.note("erased \(name): \(proof.rows) rows; proof \(proof.text)")
        guard terminal.wantsJSON else { return }
        terminal.sayObject { json in
            json.key("ok")
            json.bool(true)
            json.key("erasure")
            json.uuid(proof.id)
            json.key("rows")
            json.int(proof.rows)
            json.key("proof")
            json.string(proof.text)
        }
    }
}
