import Kernel
import Testing

@Suite("Database addresses")
struct DatabaseURLTests {
    @Test(
        "name their database, and can name another",
        arguments: [
            ("postgresql://db/konak", "konak", "postgresql://db/new%20x"),
            (
                "postgres://u:p@db:5432/konak?sslmode=require", "konak",
                "postgresql://u:p@db:5432/new%20x?sslmode=require"
            ),
            ("postgresql://db", nil, "postgresql://db/new%20x"),
            ("postgresql://db/", nil, "postgresql://db/new%20x"),
            ("postgresql:///?host=/run/x&dbname=y&user=z", "y", "postgresql:///new%20x?host=/run/x&user=z"),
            ("postgresql://db/a%20b%2", "a b%2", "postgresql://db/new%20x"),
            ("postgresql://a,b:1/k", "k", "postgresql://a,b:1/new%20x"),
        ] as [(String, String?, String)])
    func database(text: String, name: String?, other: String) throws {
        let url = try #require(DatabaseURL(text))
        #expect(url.database == name)
        #expect(url.naming(database: "new x").secretText == other)
    }

    @Test("are refused when they are none", arguments: ["", "db", "postgresql:/db", "mysql://db", "postgresql://a b"])
    func refusals(text: String) { #expect(DatabaseURL(text) == nil) }
}
