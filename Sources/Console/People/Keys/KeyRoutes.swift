import Core
import HTTP
import ModuleKit
import Security

/// The keys of programs: pages, and the same for programs. Making one and giving it another text ask for a recent proof
/// of who it is, which no key ever has.
struct KeyRoutes: Sendable {
    let office: PeopleOffice

    private func desk(_ staff: any StaffContext) -> KeyDesk { KeyDesk(office: office, tenant: staff.tenant) }

    func register(into module: inout ModuleRegistrar) {
        module.page("/people/keys", for: .staff(.manageKeys)) { _, staff in
            KeysPage(keys: try await desk(staff).list(), book: try office.book, reader: office.reader(staff))
                .content
        }
        module.form(
            "/people/keys/new", for: .staff(.manageKeys).fresh, taking: NewKeyInput.self,
            show: { staff, draft in
                NewKeyPage(book: try office.book, draft: draft, reader: office.reader(staff)).content
            },
            save: { input, staff in
                let text = try await desk(staff).make(try input.key(office.book), by: staff)
                let reader = office.reader(staff)
                return .page(KeyShownPage(name: input.name, text: text.reveal(), reader: reader).content)
            })
        module.form(
            "/people/keys/:key/rotate", for: .staff(.manageKeys).fresh, taking: NothingInput.self, free: ["key"],
            show: { staff, draft in
                RotateKeyPage(key: try await key(staff), draft: draft, reader: office.reader(staff)).content
            },
            save: { _, staff in
                let key = try await key(staff)
                let text = try await desk(staff).rotate(key.id, by: staff)
                let reader = office.reader(staff)
                return .page(KeyShownPage(name: key.name, text: text.reveal(), reader: reader).content)
            })
        module.action("/people/keys/:key/revoke", for: .staff(.manageKeys), free: ["key"]) { _, staff in
            let key = try await key(staff)
            try await desk(staff).revoke(key.id)
            return .see("/people/keys", Flash(Words(alike: key.name) + Self.revoked))
        }
        registerProgram(&module)
    }

    private static let revoked = Words(tr: " iptal edildi", en: " is revoked")

    private func key(_ staff: any StaffContext) async throws -> ListedKey {
        let id = try staff.id("key")
        guard let key = try await desk(staff).list().first(where: { $0.id == id }) else { throw Problem(.notFound) }
        return key
    }

    // MARK: For programs

    private struct KeyBody: Encodable {
        let id: UUIDv7
        let name: String
        let prefix: String
        let person: UserID
        let permissions: [String]
        let addresses: [String]
        let createdAt: Timestamp
        let expiresAt: Timestamp?
        let lastUsedAt: Timestamp?

        init(_ key: ListedKey) {
            (id, name, prefix, person) = (key.id, key.name, key.prefix, key.owner)
            (permissions, addresses) = (key.permissions, key.addresses)
            (createdAt, expiresAt, lastUsedAt) = (key.created, key.expires, key.lastUsed)
        }
    }

    private func registerProgram(_ module: inout ModuleRegistrar) {
        module.route(.get, "/api/people/keys", for: .staff(.manageKeys)) { _, staff in
            try .json(of: ["keys": try await desk(staff).list().map(KeyBody.init)])
        }
        module.route(.post, "/api/people/keys", for: .staff(.manageKeys).fresh, taking: NewKeyInput.self) {
            input, _, staff in
            let text = try await desk(staff).make(try input.key(office.book), by: staff)
            return try .json(of: ["key": text.reveal()], status: .created)
        }
        module.route(.post, "/api/people/keys/:key/rotate", for: .staff(.manageKeys).fresh, free: ["key"]) { _, staff in
            try .json(of: ["key": try await desk(staff).rotate(staff.id("key"), by: staff).reveal()])
        }
        module.route(.delete, "/api/people/keys/:key", for: .staff(.manageKeys), free: ["key"]) { _, staff in
            try await desk(staff).revoke(staff.id("key"))
            return .done
        }
    }
}

extension NewKeyInput {
    /// What is meant; what nobody declares, and what is no address, is refused at its field.
    fileprivate func key(_ book: RightsBook) throws -> NewKey {
        let known = permissions.compactMap(book.permission)
        guard known.count == permissions.count, !known.isEmpty else {
            throw Problem(
                .unprocessable,
                fields: [
                    FieldFault(
                        "/permissions", .unknown,
                        Words(tr: "Listede olmayan bir izin seçildi.", en: "A permission was chosen that is not there.")
                    )
                ])
        }
        return NewKey(
            name: name, permissions: known,
            addresses: try AddressPolicy.blocks(typed: addresses ?? [], at: "/addresses"),
            expires: expires.flatMap { Timestamp(rfc3339: "\($0)T23:59:59Z") })
    }
}
