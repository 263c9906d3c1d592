import Core
import SQL
import Testing

@Suite("Binds on the wire")
struct BindTests {
    @Test(arguments: table)
    func `are written in PostgreSQL's binary format`(_ bind: Bind, _ type: UInt32, _ expected: [UInt8]) {
        var buffer: [UInt8] = [0xEE]
        bind.write(into: &buffer)
        #expect(buffer == [0xEE] + expected)
        #expect(bind.byteCount == expected.count)
        #expect(bind.type.rawValue == type)
    }

    @Test func `only NULL is NULL`() {
        #expect(Bind.null(.text).isNull && Bind.null(.text).description == "NULL::text")
        #expect(!Bind.text("").isNull && !Bind.array(ArrayBind([Int]())).isNull)
    }

    @Test func `an element of another type spoils its array`() {
        #expect(Bind.array(ArrayBind([Fickle(odd: false), Fickle(odd: true)])).byteCount == 0)
    }

    @Test func `every array type is known`() {
        let types: [PostgresType] = [
            .bool, .bytea, .int2, .int4, .int8, .text, .float8, .date, .timestamptz, .uuid, .jsonb,
        ]
        #expect(Set(types.map(\.array)).count == types.count && !types.map(\.array).contains(.inferred))
    }

    /// Breaks its word about its type.
    struct Fickle: SQLBindable {
        let odd: Bool
        static var sqlType: PostgresType { .int8 }
        var sqlBind: Bind { odd ? .bool(true) : .int8(1) }
    }

    static let id = UUIDv7(high: 0x0102_0304_0506_7708, low: 0x890A_0B0C_0D0E_0F10)

    static let table: [(Bind, UInt32, [UInt8])] = [
        (.null(.uuid), 2950, []), (true.sqlBind, 16, [1]), (false.sqlBind, 16, [0]),
        (Int16(-2).sqlBind, 21, [0xFF, 0xFE]), (Int32(1).sqlBind, 23, [0, 0, 0, 1]),
        (Int64.min.sqlBind, 20, [0x80, 0, 0, 0, 0, 0, 0, 0]), (Int(258).sqlBind, 20, [0, 0, 0, 0, 0, 0, 1, 2]),
        (1.5.sqlBind, 701, [0x3F, 0xF8, 0, 0, 0, 0, 0, 0]), ("ığ".sqlBind, 25, [0xC4, 0xB1, 0xC4, 0x9F]),
        ("".sqlBind, 25, []), (([0, 255] as [UInt8]).sqlBind, 17, [0, 255]),
        (id.sqlBind, 2950, [1, 2, 3, 4, 5, 6, 0x77, 8, 0x89, 10, 11, 12, 13, 14, 15, 16]),
        (TenantID(id).sqlBind, 2950, [1, 2, 3, 4, 5, 6, 0x77, 8, 0x89, 10, 11, 12, 13, 14, 15, 16]),
        (Timestamp(seconds: 946_684_801).sqlBind, 1184, [0, 0, 0, 0, 0, 0x0F, 0x42, 0x40]),
        (Timestamp(microseconds: 946_684_799_999_999).sqlBind, 1184, [UInt8](repeating: 0xFF, count: 8)),
        (Bind.date(1), 1082, [0, 0, 0, 1]), (JSONB("{}").sqlBind, 3802, [1, 0x7B, 0x7D]),
        (Currency.turkishLira.sqlBind, 25, [0x54, 0x52, 0x59]),
        (.textArray([]), 1009, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25]),
        (
            ([nil, "a"] as [String?]).sqlBind, 1009,
            [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 25, 0, 0, 0, 2, 0, 0, 0, 1, 255, 255, 255, 255, 0, 0, 0, 1, 0x61]
        ),
        (
            .int8Array([7]), 1016,
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 7]
        ),
        (
            [[UInt8(9)]].sqlBind, 1001,
            [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9]
        ),
    ]
}
