import Kernel
import Postgres
import TestKit
import Testing

@Suite("The catalogue")
struct CatalogueTests {
    @Test("knows columns, keys, references and checks, in an order in which rows can be added")
    func reads() async throws {
        try await WalledDatabase.with { walled in
            try walled.connect("konak_owner").run(script: Self.schema)
            let catalogue = try Catalogue.load(on: walled.connect("konak_control"))
            let labels = catalogue.tables.map(\.label)
            #expect(labels.contains("shop.item") && !labels.contains("kernel.tenant"))
            for table in catalogue.tables {
                let place = labels.firstIndex(of: table.label) ?? 0
                for reference in table.references where !table.deferred.contains(reference) {
                    #expect((labels.firstIndex(of: reference.label) ?? Int.max) < place)
                }
            }
            try checkItem(#require(catalogue["shop.item"]))
            #expect(catalogue["shop.chief"]?.deferredColumns.map(\.name) == ["house"])
            #expect(catalogue["shop.tree"]?.deferredColumns.map(\.name) == ["parent"])
            #expect(catalogue["kernel.tenant"]?.class == .control)
            #expect(catalogue["shop.item"]?.isWalled == true)
        }
    }

    private func checkItem(_ item: CatalogueTable) throws {
        #expect(item.primaryKey == ["tenant_id", "id"])
        #expect(item.ownKey.map(\.name) == ["id"])
        #expect(item.uniqueKeys == [["tenant_id", "title"]])
        #expect(item.storedColumns.contains { $0.name == "length" } == false)
        let title = try #require(item.column("title"))
        #expect(title.isText && title.isNotNull && !title.hasDefault)
        #expect((title.minimumLength, title.maximumLength ?? 0) == (2, 80))
        #expect(item.column("short")?.maximumLength == 7)
        #expect(item.column("state")?.words == ["new", "it's old"])
        #expect(item.column("state")?.hasDefault == true)
        #expect(item.column("number")?.sequence == "shop.item_number_seq")
        #expect(item.column("amount")?.type == "numeric(12,2)")
        let chief = try #require(item.references.first)
        #expect(
            (chief.label, chief.columns, chief.target) == ("shop.chief", ["tenant_id", "chief"], ["tenant_id", "id"]))
    }

    @Test("is the same from a running server")
    func server() async throws {
        try await WalledDatabase.with { walled in
            try walled.connect("konak_owner").run(script: Self.schema)
            let expected = try Catalogue.load(on: walled.connect("konak_owner"))
            try await walled.database.withDriver(as: "konak_app") { database, _ in
                let loaded = try await Catalogue.load(from: database)
                #expect(loaded == expected)
            }
        }
    }

    private static let schema = """
        CREATE SCHEMA shop;
        CREATE TABLE shop.house (
            tenant_id uuid NOT NULL, id uuid NOT NULL, chief uuid NOT NULL, PRIMARY KEY (tenant_id, id));
        CREATE TABLE shop.chief (
            tenant_id uuid NOT NULL, id uuid NOT NULL, house uuid, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, house) REFERENCES shop.house (tenant_id, id));
        ALTER TABLE shop.house ADD FOREIGN KEY (tenant_id, chief) REFERENCES shop.chief (tenant_id, id);
        CREATE TABLE shop.tree (
            tenant_id uuid NOT NULL, id uuid NOT NULL, parent uuid, PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, parent) REFERENCES shop.tree (tenant_id, id));
        CREATE TABLE shop.item (
            tenant_id uuid NOT NULL, id uuid NOT NULL, chief uuid NOT NULL,
            title text NOT NULL CHECK (char_length(title) BETWEEN 2 AND 80),
            short varchar(9) CHECK (char_length(short) < 8),
            state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'it''s old')),
            amount numeric(12, 2), number bigserial,
            length integer GENERATED ALWAYS AS (char_length(title)) STORED,
            PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, title),
            FOREIGN KEY (tenant_id, chief) REFERENCES shop.chief (tenant_id, id));
        """
}
