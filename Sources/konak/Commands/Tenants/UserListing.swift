import Core
import Kernel
import Security

/// People as commands show them.
struct UserListing {
    private let entries: [PeopleRoll.Entry]
    private let password: String?

    init(_ entries: [PeopleRoll.Entry], password: String? = nil) { (self.entries, self.password) = (entries, password) }

    func show(on terminal: Terminal) {
        terminal.say(table) { json in
            json.key("users")
            json.beginArray()
            for entry in entries { write(entry, into: &json) }
            json.endArray()
            guard let password else { return }
            json.key("password")
            json.string(password)
        }
    }

    private var table: String {
        if entries.isEmpty { return "nobody\n" }
        let rows = entries.map { entry in
            [
                entry.address, entry.place, entry.role, entry.state,
                entry.factors.isEmpty ? "-" : entry.factors.joined(separator: ","),
                entry.lastSeen.map { "\($0)" } ?? "-", entry.name,
            ]
        }
        let head = ["address", "place", "role", "state", "has", "last seen", "name"]
        return TextTable.text([head] + rows) + (password.map { "password: \($0)\n" } ?? "")
    }

    private func write(_ entry: PeopleRoll.Entry, into json: inout JSONWriter) {
        json.beginObject()
        let members = [
            ("id", entry.person.description), ("address", entry.address), ("name", entry.name),
            ("place", entry.place), ("role", entry.role), ("state", entry.state),
        ]
        for (name, value) in members {
            json.key(escaping: name)
            json.string(value)
        }
        json.key("has")
        json.beginArray()
        for factor in entry.factors { json.string(factor) }
        json.endArray()
        json.key("lastSeen")
        if let seen = entry.lastSeen { json.string("\(seen)") } else { json.null() }
        json.endObject()
    }
}
