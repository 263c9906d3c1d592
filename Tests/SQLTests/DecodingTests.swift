import Core
import SQL
import Testing

/// Reads a cell as a row would.
func read<Value: SQLDecodable>(_ text: String, as type: Value.Type = Value.self) throws(SQLDecodingError) -> Value {
    let bytes = Array(text.utf8)
    return try Value.decode(bytes.span, column: 0, name: nil)
}

/// The code of what goes wrong; nil when nothing does.
func fault<Value: SQLDecodable>(_ text: String, as type: Value.Type) -> SQLDecodingError.Code? {
    do throws(SQLDecodingError) {
        _ = try read(text, as: type)
        return nil
    } catch {
        return error.code
    }
}

@Suite("Errors in cells")
struct DecodingErrorTests {
    @Test func `NULL is refused unless nil is welcome`() throws {
        let nobody: Span<UInt8>? = nil
        do {
            _ = try Int.decode(nobody, column: 3, name: "age")
            Issue.record("NULL became a number")
        } catch {
            #expect(error.code == .unexpectedNull && error.column == 3 && error.columnName == "age")
        }
        #expect(try Int?.decode(nobody, column: 0, name: nil) == .some(nil))
    }

    @Test func `the public text says nothing and the other keeps the value back`() {
        do {
            _ = try Bool.decode("secret".utf8Span.span, column: 1, name: "open")
            Issue.record("a word became a truth")
        } catch {
            #expect(error.description == "A stored value could not be read.")
            #expect(error.debugDescription == "column 1 (open): malformed as boolean, 6 bytes")
        }
    }

    @Test func `text that is not UTF-8 is refused`() {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80]] {
            #expect(throws: SQLDecodingError.self) { try String(sqlText: bytes.span) }
        }
    }

    @Test func `no bytes trap`() {
        var state: UInt64 = 7
        let alphabet = Array("0123456789-+.: eE{}\",\\NULLtf\u{0}é[]=aAxBCinfity".utf8)
        var read = 0
        for _ in 0..<20_000 {
            let cell = (0..<(nextRandom(&state) % 40)).map { _ in
                alphabet[Int(nextRandom(&state) % UInt64(alphabet.count))]
            }
            read += tryEverything(cell.span)
        }
        #expect(read > 0)
    }

    /// How many types could read it.
    private func tryEverything(_ cell: Span<UInt8>) -> Int {
        var read = 0
        if (try? Int(sqlText: cell)) != nil { read += 1 }
        if (try? Int16(sqlText: cell)) != nil { read += 1 }
        if (try? Double(sqlText: cell)) != nil { read += 1 }
        if (try? String(sqlText: cell)) != nil { read += 1 }
        if (try? Timestamp(sqlText: cell)) != nil { read += 1 }
        if (try? CalendarDate(sqlText: cell)) != nil { read += 1 }
        if (try? UUIDv7(sqlText: cell)) != nil { read += 1 }
        if (try? [UInt8](sqlText: cell)) != nil { read += 1 }
        if (try? [String?](sqlText: cell)) != nil { read += 1 }
        if (try? [Int](sqlText: cell)) != nil { read += 1 }
        return read
    }
}

@Suite("Numbers from cells")
struct NumberDecodingTests {
    @Test(arguments: ["", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "--1", "1-", "١", "NaN", "1\0", "/", ":"])
    func `a whole number is digits`(_ text: String) {
        #expect(fault(text, as: Int.self) == .malformed)
        #expect(fault(text, as: Int16.self) == .malformed)
    }

    @Test func `a number that does not fit is refused`() {
        for text in ["9223372036854775808", "-9223372036854775809", "99999999999999999999999999"] {
            #expect(fault(text, as: Int.self) == .outOfRange, "\(text)")
        }
        #expect(fault("32768", as: Int16.self) == .outOfRange && fault("-32769", as: Int16.self) == .outOfRange)
        #expect(fault("2147483648", as: Int32.self) == .outOfRange)
    }

    @Test func `the ends of the range are read`() throws {
        #expect(try read("9223372036854775807") == Int64.max)
        #expect(try read("-9223372036854775808") == Int64.min)
        #expect(try read("32767") == Int16.max && read("-32768") == Int16.min)
        #expect(try read("2147483647") == Int32.max && read("-2147483648") == Int32.min)
        #expect(try read("0") == 0 && read("-0") == 0 && read("007") == 7)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1e", "1e+", "0x1p3", "nan", "inf", "+1", " 1", "1 ", "NaN0", "1,5", "--1"])
    func `a fraction is written as PostgreSQL writes it`(_ text: String) {
        #expect(fault(text, as: Double.self) == .malformed)
    }

    @Test func `fractions are read`() throws {
        let table: [(String, Double)] = [
            ("0", 0), ("-0", 0), ("1.5", 1.5), ("-12.25", -12.25), ("1e+20", 1e20), ("1E-5", 1e-5),
            ("1.7976931348623157e+308", .greatestFiniteMagnitude), ("5e-324", .leastNonzeroMagnitude),
            ("Infinity", .infinity), ("-Infinity", -.infinity),
        ]
        for (text, value) in table { #expect(try read(text, as: Double.self) == value, "\(text)") }
        #expect(try read("NaN", as: Double.self).isNaN)
        #expect(fault("1e999", as: Double.self) == .outOfRange)
    }

    @Test func `truth is one letter`() throws {
        #expect(try read("t") == true && read("f") == false)
        for text in ["", "true", "T", "1", "x", "tt"] { #expect(fault(text, as: Bool.self) == .malformed, "\(text)") }
    }
}

@Suite("Texts, ids and times from cells")
struct TextDecodingTests {
    @Test func `text is kept as it is`() throws {
        for text in ["", "ığüşöç İI", "a\u{0}b", "👩‍👩‍👧", "{\"a\": 1}"] { #expect(try read(text, as: String.self) == text) }
        #expect(try read("{\"a\": 1}", as: JSONB.self) == JSONB("{\"a\": 1}"))
        #expect(try read("TRY", as: Currency.self) == .turkishLira)
        #expect(fault("LIRA", as: Currency.self) == .malformed)
    }

    @Test func `an enum reads its raw value`() throws {
        #expect(try read("open", as: QueryTests.State.self) == .open)
        #expect(fault("lost", as: QueryTests.State.self) == .outOfRange)
    }

    @Test func `ids are 36 characters`() throws {
        let id = try read("01020304-0506-7708-890a-0b0c0d0e0f10", as: UUIDv7.self)
        #expect(id == BindTests.id)
        #expect(try read("01020304-0506-7708-890A-0B0C0D0E0F10", as: TenantID.self) == TenantID(id))
        for text in ["", "0102030405067708890a0b0c0d0e0f10", "{01020304-0506-7708-890a-0b0c0d0e0f10}", "x"] {
            #expect(fault(text, as: UUIDv7.self) == .malformed, "\(text)")
        }
    }

    @Test func `bytes are hexadecimal`() throws {
        #expect(try read("\\x", as: [UInt8].self) == [])
        #expect(try read("\\x00fFa0", as: [UInt8].self) == [0, 255, 0xA0])
        for text in ["", "\\", "x00", "\\x0", "\\x0g", "\\000", "00"] {
            #expect(fault(text, as: [UInt8].self) == .malformed, "\(text)")
        }
    }

    @Test func `instants are read at any offset`() throws {
        let table: [(String, String)] = [
            ("2026-11-21 03:44:00.123456+00", "2026-11-21T03:44:00.123456Z"),
            ("2026-11-21 03:44:00+00", "2026-11-21T03:44:00Z"),
            ("2026-11-21 03:44:00.5+00", "2026-11-21T03:44:00.500Z"),
            ("2026-11-21 03:44:00+03", "2026-11-21T00:44:00Z"), ("2026-11-21 03:44:00-03:30", "2026-11-21T07:14:00Z"),
            ("1900-01-01 00:00:00+01:56:56", "1899-12-31T22:03:04Z"),
            ("1969-12-31 23:59:59.999999+00", "1969-12-31T23:59:59.999999Z"),
            ("2024-02-29 12:00:00+00", "2024-02-29T12:00:00Z"), ("0001-01-01 00:00:00+00", "0001-01-01T00:00:00Z"),
            ("9999-12-31 23:59:59.999999+00", "9999-12-31T23:59:59.999999Z"),
        ]
        for (text, expected) in table {
            #expect(try read(text, as: Timestamp.self).description == expected, "\(text)")
        }
    }

    @Test func `what is no instant is refused`() {
        let table: [(String, SQLDecodingError.Code)] = [
            ("infinity", .unrepresentable), ("-infinity", .unrepresentable),
            ("0044-03-15 12:00:00+00 BC", .unrepresentable), ("10000-01-01 00:00:00+00", .outOfRange),
            ("294276-12-31 23:59:59+00", .outOfRange), ("9999-12-31 23:59:59-01", .outOfRange), ("", .malformed),
            ("2026-11-21", .malformed), ("2026-11-21 03:44:00", .malformed), ("2026-11-21T03:44:00+00", .malformed),
            ("2026-11-21 03:44:00Z", .malformed), ("2026-13-01 00:00:00+00", .malformed),
            ("2026-02-29 00:00:00+00", .malformed), ("2026-11-21 24:00:00+00", .malformed),
            ("2026-11-21 03:60:00+00", .malformed), ("2026-06-30 23:59:60+00", .malformed),
            ("2026-11-21 03:44:00.+00", .malformed), ("2026-11-21 03:44:00.1234567+00", .malformed),
            ("2026-11-21 03:44:00+24", .malformed), ("2026-11-21 03:44:00+03:60", .malformed),
            ("2026-11-21 03:44:00+00 ", .malformed), ("Sat Nov 21 03:44:00 2026 UTC", .malformed),
            ("99999999999999999999-01-01 00:00:00+00", .malformed),
        ]
        for (text, code) in table { #expect(fault(text, as: Timestamp.self) == code, "\(text)") }
    }

    @Test func `days of the calendar go both ways`() throws {
        let table: [(String, Int32)] = [
            ("2000-01-01", 0), ("1999-12-31", -1), ("2000-02-29", 59), ("2026-11-21", 9821), ("0001-01-01", -730_119),
            ("9999-12-31", 2_921_939),
        ]
        for (text, days) in table {
            let date = try read(text, as: CalendarDate.self)
            #expect(date.sqlBind == .date(days) && date.description == text, "\(text)")
        }
        let wrong: [(String, SQLDecodingError.Code)] = [
            ("infinity", .unrepresentable), ("0044-03-15 BC", .unrepresentable), ("10000-01-01", .outOfRange),
            ("2026-02-29", .malformed), ("2026-2-9", .malformed), ("", .malformed), ("2026-11-21 00:00:00", .malformed),
            ("0000-01-01", .malformed),
        ]
        for (text, code) in wrong { #expect(fault(text, as: CalendarDate.self) == code, "\(text)") }
        #expect(CalendarDate(year: 2026, month: 2, day: 29) == nil)
    }
}

@Suite("Arrays from cells")
struct ArrayDecodingTests {
    @Test func `what is no array of one dimension is refused`() {
        let table: [(String, SQLDecodingError.Code)] = [
            ("", .malformed), ("{", .malformed), ("}", .malformed), ("{a", .malformed), ("{a,", .malformed),
            ("{a,}", .malformed), ("{,a}", .malformed), ("{,}", .malformed), ("{a}b", .malformed),
            ("{\"a}", .malformed),
            ("{\"a\\", .malformed), ("{\"a\\\"}", .malformed), ("{a\"b}", .malformed), ("{a\\b}", .malformed),
            ("{\"a\"b}", .malformed), ("a", .malformed), ("{{a},{b}}", .nestedArray), ("{a,{b}}", .nestedArray),
            ("[1:2][1:2]={{1,2},{3,4}}", .nestedArray), ("[1:2]", .malformed), ("[1:2={a}", .malformed),
            ("[x]={a}", .malformed), ("={a}", .malformed), ("{a}{", .malformed), ("{NULL}", .unexpectedNull),
        ]
        for (text, code) in table { #expect(fault(text, as: [String].self) == code, "\(text)") }
        #expect(fault("{1,x}", as: [Int].self) == .malformed)
        #expect(fault("{1,99999999999999999999}", as: [Int].self) == .outOfRange)
    }

    @Test func `texts with quotes and escapes`() throws {
        let table: [(String, [String?])] = [
            ("{}", []), ("{a}", ["a"]), ("{a,b}", ["a", "b"]), ("{\"\"}", [""]), ("{\"a b\",c}", ["a b", "c"]),
            ("{\"say \\\"hi\\\"\"}", ["say \"hi\""]), ("{\"back\\\\slash\"}", ["back\\slash"]),
            ("{NULL,\"NULL\",null}", [nil, "NULL", nil]), ("{\"{a,b}\"}", ["{a,b}"]), ("[0:1]={a,b}", ["a", "b"]),
            ("[-5:-4]={a,b}", ["a", "b"]), ("{\"çok güzel\",ığ}", ["çok güzel", "ığ"]), ("{a b}", ["a b"]),
            ("{\"a\\nb\",\"\\\\\",x}", ["anb", "\\", "x"]),
        ]
        for (text, expected) in table { #expect(try read(text, as: [String?].self) == expected, "\(text)") }
    }

    @Test func `numbers, ids and truths`() throws {
        #expect(try read("{1,-2,3}", as: [Int].self) == [1, -2, 3])
        #expect(try read("{t,f}", as: [Bool].self) == [true, false])
        #expect(try read("{01020304-0506-7708-890a-0b0c0d0e0f10}", as: [UUIDv7].self) == [BindTests.id])
        #expect(try read("{\"\\\\x00ff\"}", as: [[UInt8]].self) == [[0, 255]])
    }
}
