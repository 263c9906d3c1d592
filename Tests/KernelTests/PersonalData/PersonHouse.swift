import Core
import Kernel
import ModuleKit
import Postgres
import TestKit

/// Three modules that know persons in different ways, and sixty values of one of them.
enum PersonHouse {
    static let tenant = "01980000-0000-7000-8000-000000000001"
    static let person = "Ilker.Isik@Example.com"
    /// Addresses that somebody careless would take for the person's.
    static let others = [
        "ılker.ışık@example.com", "\u{130}lker.Isik@example.com", "ilker.isik@example.com.tr",
        "xilker.isik@example.com",
        "ilker.isık@example.com", "ilker_isik@example.com", "ilker.isik@examp1e.com", "%@example.com",
    ]

    static func with(_ body: (WalledDatabase) async throws -> Void) async throws {
        try await WalledDatabase.with { walled in
            let owner = try walled.connect("konak_owner")
            try owner.run(script: schema)
            try owner.run(script: levels)
            for (number, name) in ([person] + others).enumerated() {
                try owner.run(
                    script:
                        "BEGIN; SELECT kernel.enter('\(tenant)'); \(rows(name, number == 0 ? "MINE" : "P\(number)", number)); COMMIT"
                )
            }
            try await body(walled)
        }
    }

    static var declarations: [PersonalData] {
        [
            PersonalData(
                TableName("crm.contact"), of: .email(column: "email"),
                columns: ["name", "email", "phone", "address", "note", "born", "tags"], erasure: .anonymise),
            PersonalData(
                TableName("crm.visit"), of: .parent(column: "contact_id", table: TableName("crm.contact")),
                columns: ["place", "remark"], erasure: .delete, retention: .seconds(86_400 * 365)),
            PersonalData(
                TableName("mail.message"), of: .email(column: "sender"), columns: ["sender", "subject", "body"],
                erasure: .delete),
            PersonalData(
                TableName("mail.attachment"), of: .parent(column: "message_id", table: TableName("mail.message")),
                columns: ["file_name", "excerpt"], erasure: .delete),
            PersonalData(
                TableName("books.invoice"), of: .email(column: "buyer_email"),
                columns: ["buyer_email", "buyer_name", "buyer_address"], erasure: .anonymise),
            PersonalData(
                TableName("books.line"), of: .parent(column: "invoice_id", table: TableName("books.invoice")),
                columns: ["label"], erasure: .anonymise),
        ]
    }

    /// Sixty values: contact 5 + 8 visits × 2 + 5 messages × 2 + 10 attachments × 2 + 3 invoices × 2 + 3 lines.
    private static func rows(_ email: String, _ mark: String, _ number: Int) -> String {
        func id(_ kind: Int, _ index: Int) -> String {
            let digits = String(1_000_000 * kind + 1_000 * number + index)
            return "'01980000-0000-7000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)'"
        }
        let (owner, address) = ("'\(tenant)'", "'\(email)'")
        var sql: [String] = [
            """
            INSERT INTO crm.contact (tenant_id, id, email, name, phone, address, note, tags, secret_word) VALUES
            (\(owner), \(id(1, 0)), \(address), '\(mark)-1-', '\(mark)-2-', '\(mark)-3-', '\(mark)-4-', '{\(mark)-5-}', 'kept')
            """
        ]
        for index in 0..<8 {
            let first = 6 + 2 * index
            sql.append(
                """
                INSERT INTO crm.visit (tenant_id, id, contact_id, place, remark, created_at) VALUES (\(owner), \(id(2, index)),
                \(id(1, 0)), '\(mark)-\(first)-', '\(mark)-\(first + 1)-', now() - interval '\(index * 60) days')
                """)
        }
        for index in 0..<5 {
            let first = 22 + 2 * index
            sql.append(
                """
                INSERT INTO mail.message (tenant_id, id, sender, subject, body) VALUES (\(owner), \(id(3, index)),
                \(index == 2 ? "' ' || upper(\(address) COLLATE \"C\") || ' '" : address), '\(mark)-\(first)-',
                '\(mark)-\(first + 1)-')
                """)
        }
        for index in 0..<10 {
            let first = 32 + 2 * index
            sql.append(
                """
                INSERT INTO mail.attachment (tenant_id, id, message_id, file_name, excerpt) VALUES (\(owner), \(id(4, index)),
                \(id(3, index % 5)), '\(mark)-\(first)-', '\(mark)-\(first + 1)-')
                """)
        }
        for index in 0..<3 {
            let first = 52 + 3 * index
            sql.append(
                """
                INSERT INTO books.invoice (tenant_id, id, buyer_email, buyer_name, buyer_address, total) VALUES (\(owner),
                \(id(5, index)), \(address), '\(mark)-\(first)-', '\(mark)-\(first + 1)-', 1200);
                INSERT INTO books.line (tenant_id, id, invoice_id, label) VALUES (\(owner), \(id(6, index)), \(id(5, index)),
                '\(mark)-\(first + 2)-')
                """)
        }
        return sql.joined(separator: ";\n")
    }

    private static let levels = """
        INSERT INTO kernel.agency (id, slug, name) VALUES ('01980000-0000-7000-8000-0000000000a1', 'kuzey', 'Kuzey');
        INSERT INTO kernel.plan (id, key, name_tr, name_en)
        VALUES ('01980000-0000-7000-8000-0000000000b1', 'pro', 'Pro', 'Pro');
        INSERT INTO kernel.tenant (id, agency_id, slug, name, plan_id) VALUES
            ('\(tenant)', '01980000-0000-7000-8000-0000000000a1', 't1', 'T1', '01980000-0000-7000-8000-0000000000b1');
        """

    private static let schema = """
        CREATE SCHEMA crm; CREATE SCHEMA mail; CREATE SCHEMA books;
        CREATE TABLE crm.contact (
            tenant_id uuid NOT NULL, id uuid NOT NULL, email text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 60),
            name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 6 OR char_length(name) > 6), phone varchar(20),
            address text NOT NULL, note text, born date NOT NULL DEFAULT '1980-02-03', tags text[] NOT NULL,
            secret_word text, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
        CREATE TABLE crm.visit (
            tenant_id uuid NOT NULL, id uuid NOT NULL, contact_id uuid NOT NULL, place text, remark text,
            created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, contact_id) REFERENCES crm.contact (tenant_id, id));
        CREATE TABLE mail.message (
            tenant_id uuid NOT NULL, id uuid NOT NULL, sender text, subject text, body text, PRIMARY KEY (tenant_id, id));
        CREATE TABLE mail.attachment (
            tenant_id uuid NOT NULL, id uuid NOT NULL, message_id uuid NOT NULL, file_name text, excerpt text,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, message_id) REFERENCES mail.message (tenant_id, id));
        CREATE TABLE books.invoice (
            tenant_id uuid NOT NULL, id uuid NOT NULL, buyer_email text, buyer_name text NOT NULL, buyer_address text,
            total bigint NOT NULL, PRIMARY KEY (tenant_id, id));
        CREATE TABLE books.line (
            tenant_id uuid NOT NULL, id uuid NOT NULL, invoice_id uuid NOT NULL, label text NOT NULL,
            PRIMARY KEY (tenant_id, id));
        """
}
