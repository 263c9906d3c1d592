import Core
import SQL
import Testing

@Suite("Queries")
struct QueryTests {
    let id = UUIDv7(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0001)

    @Test func `a value never becomes SQL`() {
        let name = "x'; DROP TABLE customer; --"
        let query: Query = "SELECT id FROM crm.customer WHERE name = \(name)"
        #expect(query.sql == "SELECT id FROM crm.customer WHERE name = $1")
        #expect(query.binds == [.text(name)])
    }

    @Test func `interpolations are numbered binds`() {
        let query: Query = "SELECT id, name FROM crm.customer WHERE id = \(id) AND age > \(41) AND open = \(true)"
        #expect(query.sql == "SELECT id, name FROM crm.customer WHERE id = $1 AND age > $2 AND open = $3")
        #expect(query.binds == [.uuid(high: id.high, low: id.low), .int8(41), .bool(true)])
    }

    @Test func `a literal alone has no binds`() {
        let query: Query = "SELECT 1"
        #expect(query.sql == "SELECT 1" && query.binds.isEmpty)
    }

    @Test func `twelve binds keep their numbers`() {
        let query: Query =
            "\(1) \(2) \(3) \(4) \(5) \(6) \(7) \(8) \(9) \(10) \(11) \(12)"
        #expect(query.sql == "$1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $11 $12")
        #expect(query.binds.count == 12)
    }

    @Test func `nil is NULL of the type`() {
        let missing: String? = nil
        let nobody: UserID? = nil
        let query: Query = "UPDATE t SET a = \(missing), b = \(nobody), c = \(Optional(5))"
        #expect(query.binds == [.null(.text), .null(.uuid), .int8(5)])
    }

    @Test func `bytes are bytea and other lists are arrays`() {
        let query: Query = "\([1, 2] as [UInt8]) \([id]) \(["a"]) \([1]) \([nil, "b"] as [String?])"
        let expected: [PostgresType] = [.bytea, .uuid.array, .text.array, .int8.array, .text.array]
        #expect(query.binds.map(\.type) == expected)
        #expect(query.binds[1] == .uuidArray([id]) && query.binds[2] == .textArray(["a"]))
        #expect(query.binds[3] == .int8Array([1]))
    }

    @Test func `an enum binds as its raw value`() {
        let query: Query = "UPDATE t SET state = \(State.open) WHERE state = ANY(\([State.closed]))"
        #expect(query.binds == [.text("open"), .textArray(["closed"])])
    }

    @Test func `printing shows no value`() {
        let query: Query = "SELECT \("secret")"
        #expect(String(describing: query) == "SELECT $1")
        #expect(String(reflecting: query) == "SELECT $1 -- [text]")
        var dumped = ""
        dump(query.binds, to: &dumped)
        #expect(!dumped.contains("secret"))
    }

    @Test func `the ways round are spelled out`() {
        let query: Query = "SELECT * FROM t ORDER BY \(unsafeSQL: "name DESC") LIMIT \(10)"
        #expect(query.sql == "SELECT * FROM t ORDER BY name DESC LIMIT $1")
        let whole = Query(unsafeSQL: "SELECT $1", binds: [.int4(3)])
        #expect(whole.sql == "SELECT $1" && whole.binds == [.int4(3)])
    }

    enum State: String, SQLBindable, SQLDecodable, SQLArrayElement {
        case open
        case closed
    }
}

@Suite("Parts of queries")
struct QueryFragmentTests {
    @Test(arguments: [
        ("a = $1", "a = $3"), ("a = $1 AND b = $2", "a = $3 AND b = $4"), ("'$1' = $1", "'$1' = $3"),
        ("E'\\'$1' = $1", "E'\\'$1' = $3"), ("\"$1\" = $1", "\"$1\" = $3"), ("a$1 = $1", "a$1 = $3"),
        ("$$ $1 $$ = $1", "$$ $1 $$ = $3"), ("/* $1 */ $1 -- $1", "/* $1 */ $3 -- $1"), ("$1::text", "$3::text"),
        ("é = $1", "é = $3"), ("$12", "$14"), ("$1$2", "$3$4"), ("$99999999999999999999", "$99999999999999999999"),
        ("$1 '$2", "$3 '$2"), ("nothing", "nothing"),
    ])
    func `are renumbered outside quotes and comments`(_ fragment: String, _ expected: String) {
        let part = Query(unsafeSQL: fragment, binds: [.bool(true)])
        let whole: Query = "\(1)\(2)\(fragment: part)"
        #expect(whole.sql == "$1$2" + expected)
        #expect(whole.binds == [.int8(1), .int8(2), .bool(true)])
    }

    @Test func `binds after a part follow it`() {
        let scope: Query = "owner = \("me") OR team = \(7)"
        let query: Query = "SELECT 1 FROM t WHERE a = \(1) AND (\(fragment: scope)) LIMIT \(50)"
        #expect(query.sql == "SELECT 1 FROM t WHERE a = $1 AND (owner = $2 OR team = $3) LIMIT $4")
        #expect(query.binds == [.int8(1), .text("me"), .int8(7), .int8(50)])
    }

    @Test func `a part that comes first keeps its numbers`() {
        let inner: Query = "a = \(1)"
        let query: Query = "\(fragment: inner) AND b = \(2)"
        #expect(query.sql == "a = $1 AND b = $2")
    }

    @Test func `conditions are joined`() {
        let filters: [Query] = ["a = \(1)", "b = \(2)", "c IS NULL"]
        let joined = Query.joined(filters, by: " AND ")
        #expect(joined.sql == "a = $1 AND b = $2 AND c IS NULL")
        #expect(joined.binds == [.int8(1), .int8(2)])
        #expect(Query.joined([], by: " AND ").sql.isEmpty)
    }
}

@Suite("Identifiers")
struct IdentifierTests {
    @Test(arguments: [
        "", ".", "a.", ".a", "a.b.c", "1a", "a-b", "a b", "A", "ğ", "a\"b", "a\0", "a;b", "\"a\"",
        String(repeating: "a", count: 64), "a." + String(repeating: "b", count: 64),
    ])
    func `from outside are plain names or nothing`(_ name: String) { #expect(Identifier(parsing: name) == nil) }

    @Test(arguments: [
        ("customer", "\"customer\""), ("crm.customer", "\"crm\".\"customer\""), ("_a1", "\"_a1\""),
        (String(repeating: "a", count: 63), "\"" + String(repeating: "a", count: 63) + "\""),
    ])
    func `are quoted`(_ name: String, _ quoted: String) { #expect(Identifier(parsing: name)?.quoted == quoted) }

    @Test func `a literal cannot leave its quotes`() {
        #expect(Identifier("a\"; DROP TABLE b; --").quoted == "\"a\"\"; DROP TABLE b; --\"")
        let query: Query = "SELECT * FROM \(identifier: Identifier("crm.customer")) WHERE a = \(1)"
        #expect(query.sql == "SELECT * FROM \"crm\".\"customer\" WHERE a = $1")
    }
}

@Suite("Shapes of queries")
struct QueryShapeTests {
    @Test func `other texts and other types are other shapes`() {
        let shape = QueryShape("SELECT \(1)" as Query)
        let others: [Query] = [
            "SELECT \("1")", "SELECT \(1) ", "SELECT \(1 as Int32)", "SELECT $1", "SELECT \(1), \(2)",
        ]
        for other in others {
            #expect(!shape.matches(other), "\(other)")
            #expect(other.shapeHash != shape.hash, "\(other)")
        }
    }

    @Test func `two spellings of one letter are two statements`() {
        let composed = Query(unsafeSQL: "SELECT 'é'")
        let decomposed = Query(unsafeSQL: "SELECT 'e\u{301}'")
        #expect(composed.sql == decomposed.sql)
        #expect(!QueryShape(composed).matches(decomposed))
    }

    @Test func `other values are the same shape`() {
        let shape = QueryShape("SELECT \(1), \(Optional<String>.none)" as Query)
        let same: Query = "SELECT \(2), \("x")"
        #expect(shape.matches(same) && same.shapeHash == shape.hash)
        #expect(Query(unsafeSQL: "SELECT $1, $2", binds: same.binds).shapeHash == shape.hash)
    }

    @Test func `hashes of many short texts differ`() {
        let hashes = Set((0..<20_000).map { Query(unsafeSQL: "SELECT \($0)").shapeHash })
        #expect(hashes.count == 20_000)
    }
}
