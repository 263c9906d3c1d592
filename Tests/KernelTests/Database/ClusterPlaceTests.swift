import Testing

@testable import Kernel

@Suite("The place of the private cluster")
struct ClusterPlaceTests {
    static let root = Account(name: "root", user: 0, group: 0)
    static let postgres = Account(name: "postgres", user: 101, group: 104)
    static let nobody = Account(name: "nobody", user: 65534, group: 65534)
    static let ayse = Account(name: "ayse", user: 1000, group: 1000)

    static func folder(_ mode: UInt32, _ account: Account) -> LocalPath.Facts {
        LocalPath.Facts(mode: 0o040_000 | mode, owner: account.user, group: account.group)
    }

    static func machine(
        _ current: Account?, _ accounts: [Account] = [root, postgres, nobody, ayse],
        _ disk: [String: LocalPath.Facts] = [:]
    ) -> ClusterPlace.Machine {
        var disk = disk
        disk["/"] = disk["/"] ?? folder(0o755, root)
        return ClusterPlace.Machine(
            current: current, named: { name in accounts.first { $0.name == name } },
            numbered: { number in accounts.first { $0.user == number } }, facts: { disk[$0.text] })
    }

    @Test("is refused to those who cannot run PostgreSQL")
    func refusals() {
        let state = LocalPath("/srv/var")
        #expect(throws: ClusterFault.namelessAccount) { try ClusterPlace.choose(state: state, on: Self.machine(nil)) }
        #expect(throws: ClusterFault.noAccount) {
            try ClusterPlace.choose(state: state, on: Self.machine(Self.root, [Self.root]))
        }
        let disk = ["/srv/var/postgres/data": Self.folder(0o700, Self.postgres)]
        #expect(throws: ClusterFault.otherOwner(folder: "/srv/var/postgres/data", owner: "postgres")) {
            try ClusterPlace.choose(state: state, on: Self.machine(Self.ayse, disk))
        }
    }

    private static func machine(_ current: Account, _ disk: [String: LocalPath.Facts]) -> ClusterPlace.Machine {
        machine(current, [root, postgres, nobody, ayse], disk)
    }

    @Test("is below the state folder for a normal user, as that user")
    func normalUser() throws {
        let place = try ClusterPlace.choose(state: LocalPath("/home/ayse/var"), on: Self.machine(Self.ayse))
        #expect(place.base.text == "/home/ayse/var/postgres")
        #expect(place.account == Self.ayse && !place.switchesAccount)
        #expect(place.socketFolder.text == "/home/ayse/var/postgres/socket")
    }

    @Test("is never run as root: konak, else postgres, else nobody")
    func rootSwitches() throws {
        let konak = Account(name: "konak", user: 900, group: 900)
        let choices: [([Account], Account)] = [
            ([Self.nobody, Self.postgres, konak], konak), ([Self.nobody, Self.postgres], Self.postgres),
            ([Self.nobody], Self.nobody),
        ]
        for (accounts, expected) in choices {
            let place = try ClusterPlace.choose(state: LocalPath("/srv/var"), on: Self.machine(Self.root, accounts))
            #expect(place.account == expected && place.switchesAccount)
            #expect(place.base.text == "/srv/var/postgres")
        }
    }

    @Test("moves to /var/lib where root's folder cannot be reached", arguments: [0o700, 0o750, 0o754] as [UInt32])
    func unreachable(mode: UInt32) throws {
        let disk = ["/root": Self.folder(mode, Self.root)]
        let place = try ClusterPlace.choose(state: LocalPath("/root/k/var"), on: Self.machine(Self.root, disk))
        #expect(place.base.text.hasPrefix("/var/lib/konak/") && place.base.text.hasSuffix("/postgres"))
        let other = try ClusterPlace.choose(state: LocalPath("/root/l/var"), on: Self.machine(Self.root, disk))
        #expect(other.base != place.base)
    }

    @Test("may be reached through the account's own rights or those of its group")
    func reachable() throws {
        for folder in [Self.folder(0o701, Self.root), Self.folder(0o700, Self.postgres)] {
            let machine = Self.machine(Self.root, ["/root": folder])
            #expect(
                try ClusterPlace.choose(state: LocalPath("/root/var"), on: machine).base.text == "/root/var/postgres")
        }
        let group = LocalPath.Facts(mode: 0o040_710, owner: 0, group: Self.postgres.group)
        #expect(Self.postgres.canPass(group) && !Self.nobody.canPass(group))
        // The owner's own bits count, even when everybody else's are wider.
        #expect(!Self.postgres.canPass(Self.folder(0o077, Self.postgres)))
    }

    @Test("stays where it is and with whom it is, whoever starts it")
    func stays() throws {
        let near = ["/home/ayse/var/postgres/data": Self.folder(0o700, Self.ayse)]
        let place = try ClusterPlace.choose(state: LocalPath("/home/ayse/var"), on: Self.machine(Self.root, near))
        #expect(place.account == Self.ayse && place.base.text == "/home/ayse/var/postgres")

        let closed = ["/root": Self.folder(0o700, Self.root)]
        let far = try ClusterPlace.choose(state: LocalPath("/root/var"), on: Self.machine(Self.root, closed)).base
        let moved = [(far / "data").text: Self.folder(0o700, Self.nobody)]
        let found = try ClusterPlace.choose(state: LocalPath("/root/var"), on: Self.machine(Self.root, moved))
        #expect(found.base == far && found.account == Self.nobody)
    }

    @Test(
        "has a short folder for the socket where the long one does not do",
        arguments: [
            ("/" + String(repeating: "a", count: 74), true), ("/" + String(repeating: "a", count: 76), true),
            ("/" + String(repeating: "a", count: 77), false), ("/srv/müşteri", false), ("/srv/a,b", false),
            ("/srv/it's", false), ("/srv/a\\b", false), ("/srv/my var", true), ("/srv/$x`y`%41", true),
        ])
    func socketFolder(state: String, isUsual: Bool) throws {
        for account in [Self.root, Self.ayse] {
            let place = try ClusterPlace.choose(state: LocalPath(state), on: Self.machine(account))
            let socket = (place.socketFolder / ClusterPlace.socketName).text
            #expect(socket.utf8.count <= 107)
            #expect((place.socketFolder == place.base / "socket") == isUsual)
            if !isUsual {
                #expect(place.socketFolder.text.hasPrefix(account.isRoot ? "/run/konak-" : "/tmp/konak-1000-"))
            }
        }
    }

    @Test("lets in by peer only, each account as the roles it may be")
    func settings() throws {
        let place = try ClusterPlace.choose(state: LocalPath("/srv/o'clock"), on: Self.machine(Self.root))
        let settings = ClusterSettings(place: place, connections: 400, accounts: ["root", "od d,x"])
        #expect(!settings.access.contains("trust") && !settings.access.contains("host"))
        #expect(settings.access.contains("local all all peer map=konak\n"))
        #expect(settings.identities.contains("konak \"root\" konak_app\n"))
        #expect(settings.identities.contains("konak \"od d,x\" konak_owner\n"))
        #expect(!settings.identities.contains("konak_search") && !settings.identities.contains("konak_definer"))
        #expect(settings.configuration.contains("listen_addresses = ''\n"))
        #expect(settings.configuration.contains("log_directory = '/srv/o''clock/postgres/log'\n"))
        #expect(settings.configuration.contains("max_connections = 420\n"))
        for wish in ["synchronous_commit = on", "fsync = on", "full_page_writes = on", "jit = off"] {
            #expect(settings.configuration.contains("\(wish)\n"))
        }
    }
}
