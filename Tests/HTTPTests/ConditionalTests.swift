import Core
import HTTP
import Testing

@Suite struct EntityTagTests {
    @Test(arguments: [
        "", "a", "\"", "\"a", "a\"", "w/\"a\"", "W/", "W/a", "W/\"a", "W\"a\"", "W/ \"a\"", "\"a b\"", "\"a\"b\"",
        "\"a\u{7F}\"", "\"a\n\"", "'a'", "\"a\", \"b\"", "*",
    ])
    func refused(_ text: String) {
        #expect(EntityTag(parsing: text) == nil)
    }

    @Test(arguments: [
        ("\"\"", "", false), ("\"a\"", "a", false), ("W/\"a\"", "a", true), (" \"a,b\" ", "a,b", false),
        ("\"ö\"", "ö", false), ("\"a\\\"", "a\\", false), ("\"W/x\"", "W/x", false),
    ])
    func read(_ text: String, _ opaque: String, _ isWeak: Bool) throws {
        let tag = try #require(EntityTag(parsing: text))
        #expect(tag == EntityTag(opaque, isWeak: isWeak))
        #expect(EntityTag(parsing: tag.description) == tag)
    }

    @Test func ownTagsAreChecked() {
        for text in ["a b", "a\"", "a\r\n", "\0"] { #expect(EntityTag(text) == nil) }
    }

    /// RFC 9110, 8.8.3.2.
    @Test(arguments: [
        ("W/\"1\"", "W/\"1\"", false, true), ("W/\"1\"", "W/\"2\"", false, false), ("W/\"1\"", "\"1\"", false, true),
        ("\"1\"", "\"1\"", true, true), ("\"1\"", "\"2\"", false, false),
    ])
    func comparison(_ one: String, _ other: String, _ strong: Bool, _ weak: Bool) throws {
        let (one, other) = (try #require(EntityTag(parsing: one)), try #require(EntityTag(parsing: other)))
        #expect(one.matchesStrongly(other) == strong && other.matchesStrongly(one) == strong)
        #expect(one.matchesWeakly(other) == weak && other.matchesWeakly(one) == weak)
    }

    @Test func lists() throws {
        #expect(EntityTagCondition(parsing: "*") == .any)
        #expect(EntityTagCondition(parsing: " * ") == .any)
        for text in ["", ",", "a", "\"a\", b", "\"a\" \"b\"", "*, \"a\"", "\"a\", *", "\"a"] {
            #expect(EntityTagCondition(parsing: text) == .tags([]), "\(text)")
        }
        guard case .tags(let tags) = EntityTagCondition(parsing: "\"xyzzy\", W/\"r2,d2\" ,, \"c3\\\"") else {
            Issue.record("No list")
            return
        }
        #expect(tags.map(\.description) == ["\"xyzzy\"", "W/\"r2,d2\"", "\"c3\\\""])
        let many = [String](repeating: "\"a\"", count: 65).joined(separator: ",")
        #expect(EntityTagCondition(parsing: many) == .tags([]))
    }
}

@Suite struct PreconditionsTests {
    private static let now = Timestamp(seconds: 1_900_000_000)
    private static let before = "Sun, 06 Nov 1994 08:49:36 GMT"
    private static let exactly = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let after = "Sun, 06 Nov 1994 08:49:38 GMT"
    private static let current = Validators(
        etag: EntityTag("a"), lastModified: Timestamp(microseconds: 784_111_777_900_000))

    private static func outcome(_ method: Method, _ current: Validators?, _ fields: [FieldName: String])
        -> Preconditions.Outcome
    {
        Preconditions(now: now) { fields[$0] }.evaluate(method, current: current)
    }

    @Test(
        arguments: [
            (Method.put, [FieldName.ifMatch: "\"b\""], .failed), (.put, [.ifMatch: "W/\"a\""], .failed),
            (.put, [.ifMatch: ""], .failed), (.put, [.ifMatch: "garbage"], .failed),
            (.get, [.ifMatch: "\"b\""], .failed),
            (.put, [.ifMatch: "\"b\", \"a\""], .proceed), (.put, [.ifMatch: "*"], .proceed),
            (.put, [.ifMatch: "\"a\"", .ifUnmodifiedSince: before], .proceed),
            (.put, [.ifUnmodifiedSince: before], .failed),
            (.put, [.ifUnmodifiedSince: exactly], .proceed), (.put, [.ifUnmodifiedSince: after], .proceed),
            (.put, [.ifUnmodifiedSince: "yesterday"], .proceed), (.get, [.ifNoneMatch: "\"a\""], .notModified),
            (.head, [.ifNoneMatch: "W/\"a\""], .notModified), (.get, [.ifNoneMatch: "*"], .notModified),
            (.get, [.ifNoneMatch: "\"b\""], .proceed), (.get, [.ifNoneMatch: "garbage"], .proceed),
            (.put, [.ifNoneMatch: "*"], .failed), (.post, [.ifNoneMatch: "\"a\""], .failed),
            (.put, [.ifNoneMatch: "\"b\""], .proceed),
            (.get, [.ifNoneMatch: "\"b\"", .ifModifiedSince: after], .proceed),
            (.get, [.ifNoneMatch: "\"a\"", .ifModifiedSince: before], .notModified),
            (.get, [.ifModifiedSince: before], .proceed), (.get, [.ifModifiedSince: exactly], .notModified),
            (.head, [.ifModifiedSince: after], .notModified),
            (.get, [.ifModifiedSince: "Sunday, 06-Nov-94 08:49:37 GMT"], .notModified),
            (.get, [.ifModifiedSince: "Sun Nov  6 08:49:37 1994"], .notModified),
            (.get, [.ifModifiedSince: "06 Nov 1994"], .proceed),
            (.post, [.ifModifiedSince: after], .proceed),
            (.get, [.ifMatch: "\"a\"", .ifNoneMatch: "\"a\""], .notModified),
            (.get, [.ifMatch: "\"b\"", .ifNoneMatch: "\"a\""], .failed),
            (.get, [.ifUnmodifiedSince: before, .ifNoneMatch: "\"a\""], .failed),
            (.options, [.ifMatch: "\"b\""], .proceed), (.get, [:], .proceed),
        ] as [(Method, [FieldName: String], Preconditions.Outcome)])
    func ofSomethingThere(_ method: Method, _ fields: [FieldName: String], _ expected: Preconditions.Outcome) {
        #expect(Self.outcome(method, Self.current, fields) == expected)
    }

    @Test(
        arguments: [
            (Method.put, [FieldName.ifMatch: "*"], .failed), (.put, [.ifMatch: "\"a\""], .failed),
            (.put, [.ifNoneMatch: "*"], .proceed), (.get, [.ifNoneMatch: "\"a\""], .proceed),
            (.put, [.ifUnmodifiedSince: before], .proceed), (.get, [.ifModifiedSince: after], .proceed),
        ] as [(Method, [FieldName: String], Preconditions.Outcome)])
    func ofNothing(_ method: Method, _ fields: [FieldName: String], _ expected: Preconditions.Outcome) {
        #expect(Self.outcome(method, nil, fields) == expected)
    }

    @Test func withoutValidators() {
        #expect(Self.outcome(.put, Validators(), [.ifMatch: "*"]) == .proceed)
        #expect(Self.outcome(.put, Validators(), [.ifMatch: "\"a\""]) == .failed)
        #expect(Self.outcome(.get, Validators(), [.ifNoneMatch: "\"a\""]) == .proceed)
        #expect(Self.outcome(.get, Validators(), [.ifModifiedSince: Self.after]) == .proceed)
        #expect(Preconditions().isEmpty)
        #expect(!Preconditions(now: Self.now) { $0 == .ifMatch ? "" : nil }.isEmpty)
    }

    @Test(arguments: [
        ("\"a\"", true), ("W/\"a\"", false), ("\"b\"", false), ("*", false), ("", false), ("garbage", false),
        (exactly, true), (before, false), (after, false), ("\"a\", \"b\"", false),
    ])
    func ifRange(_ field: String, _ expected: Bool) {
        #expect(IfRange(parsing: field, now: Self.now).allowsPart(of: Self.current, now: Self.now) == expected)
    }

    @Test func aDateOfThisSecondProvesNothing() throws {
        let changed = try #require(Self.current.lastModified)
        #expect(!IfRange.date(changed).allowsPart(of: Self.current, now: changed))
        #expect(IfRange.date(changed).allowsPart(of: Self.current, now: changed + .seconds(1)))
        #expect(!IfRange.date(changed).allowsPart(of: Validators(), now: Self.now))
        let weak = Validators(etag: EntityTag("a", isWeak: true))
        let strong = try #require(EntityTag("a"))
        #expect(!IfRange.tag(strong).allowsPart(of: weak, now: Self.now))
    }

    @Test func variationsComeBack() {
        let seeds = ["\"a\", W/\"b,c\", \"d\\\"", "*", Self.exactly, "Sunday, 06-Nov-94 08:49:37 GMT"]
        Mutations.run(seed: 13, of: seeds) { bytes in
            if case .tags(let tags) = EntityTagCondition(parsing: bytes.span) {
                for tag in tags { #expect(EntityTag(parsing: tag.description) == tag) }
            }
            if case .tag(let tag) = IfRange(parsing: bytes.span, now: Self.now) { #expect(!tag.opaque.contains("\"")) }
        }
    }
}

@Suite struct ByteRangesTests {
    @Test(arguments: [
        "", "bytes", "bytes=", "bytes=-", "bytes=,", "bytes=a-b", "bytes=1-x", "bytes=x-1", "bytes=5-4", "bytes=--5",
        "bytes=-5-", "bytes=1-2-3", "bytes=1", "bytes 1-2", "bytes =1-2", "bytes: 1-2", "items=0-1", "byte=0-1",
        "bytes=0-1;2-3", "bytes=0- 1", "bytes=0 -1", "bytes=+1-2", "bytes=0x1-2", "bytes=0-1,x", "bytes=١-٢",
        "bytes=0-1, 5-4", "bytes=" + [String](repeating: "0-0", count: 17).joined(separator: ","),
    ])
    func ignored(_ text: String) {
        #expect(ByteRanges(parsing: text) == nil)
    }

    @Test(arguments: [
        ("bytes=0-499", 10_000, "bytes 0-499/10000"), ("bytes=500-999", 10_000, "bytes 500-999/10000"),
        ("bytes=-500", 10_000, "bytes 9500-9999/10000"), ("bytes=9500-", 10_000, "bytes 9500-9999/10000"),
        ("bytes=0-0", 10_000, "bytes 0-0/10000"),
        ("bytes=0-", 1, "bytes 0-0/1"), ("BYTES=0-0", 5, "bytes 0-0/5"), (" bytes=0-0 ", 5, "bytes 0-0/5"),
        ("bytes= 1-2 ,", 5, "bytes 1-2/5"), ("bytes=9999-20000", 10_000, "bytes 9999-9999/10000"),
        ("bytes=-20000", 10_000, "bytes 0-9999/10000"),
        ("bytes=0-99999999999999999999999", 10, "bytes 0-9/10"), ("bytes=-99999999999999999999999", 10, "bytes 0-9/10"),
        ("bytes=0000-0001", 10, "bytes 0-1/10"), ("bytes=0-9223372036854775807", 10, "bytes 0-9/10"),
        ("bytes=0-0", .max, "bytes 0-0/9223372036854775807"),
    ])
    func parts(_ text: String, _ length: Int, _ expected: String) throws {
        guard case .part(let range) = try #require(ByteRanges(parsing: text)).answer(length: length) else {
            Issue.record("No part")
            return
        }
        #expect(range.description == expected)
        #expect(range.offset >= 0 && range.count > 0 && range.offset <= length - range.count)
    }

    @Test(arguments: [
        ("bytes=10000-", 10_000, ByteRanges.Answer.unsatisfiable), ("bytes=10000-20000", 10_000, .unsatisfiable),
        ("bytes=-0", 10_000, .unsatisfiable), ("bytes=0-", 0, .unsatisfiable), ("bytes=0-0", 0, .unsatisfiable),
        ("bytes=-5", 0, .whole),
        ("bytes=99999999999999999999999-", 10, .unsatisfiable), ("bytes=9223372036854775807-", .max, .unsatisfiable),
        ("bytes=0-0,-1", 10, .whole), ("bytes=0-,0-,0-", 10, .whole), ("bytes=0-1,20-30", 10, .whole),
        ("bytes=0-1", -1, .whole),
    ])
    func others(_ text: String, _ length: Int, _ expected: ByteRanges.Answer) throws {
        #expect(try #require(ByteRanges(parsing: text)).answer(length: length) == expected)
    }

    @Test func wishes() throws {
        #expect(try #require(ByteRanges(parsing: "bytes=0-1, -5,7-")).wishes == [.between(0, 1), .last(5), .from(7)])
        #expect(ContentRange.unsatisfied(length: 47) == "bytes */47")
    }

    @Test func variationsStayInside() {
        Mutations.run(
            seed: 11,
            of: ["bytes=0-499", "bytes=-500", "bytes=9500-,1-2", "bytes=18446744073709551615-18446744073709551616"]
        ) { bytes in
            guard case .part(let range)? = ByteRanges(parsing: bytes.span)?.answer(length: 600) else { return }
            #expect(range.offset >= 0 && range.count > 0 && range.offset + range.count <= 600)
        }
    }
}

@Suite struct CachePolicyTests {
    @Test(arguments: [
        ("app.0123456789abcdef.css", "app.css"), ("app.0123456789abcdef", "app"), ("a.b.0123456789abcdef.js", "a.b.js"),
    ])
    func fingerprinted(_ name: String, _ original: String) {
        #expect(CachePolicy.forFile(named: name) == .immutable)
        #expect(FingerprintedName.original(name) == original)
    }

    @Test(arguments: [
        "", ".", "app.css", "0123456789abcdef", "0123456789abcdef.css", "app.0123456789abcde.css",
        "app.0123456789abcdef0.css", "app.0123456789ABCDEF.css", "report.20240101.pdf", "app.0123456789abcdef.min.css",
        "app-0123456789abcdef.css",
    ])
    func plain(_ name: String) {
        #expect(CachePolicy.forFile(named: name) == .revalidate)
        #expect(FingerprintedName.original(name) == nil)
    }

    @Test func madeNamesAreRecognised() throws {
        let digest: [UInt8] = [0, 1, 0xAB, 0xFF, 4, 5, 6, 7, 8, 9]
        for name in ["app.css", "app", "a.b.js", ".env"] {
            let print = FingerprintedName.make(name, digest: digest.span)
            let made = try #require(print)
            #expect(made.contains(".0001abff04050607"))
            #expect(FingerprintedName.original(made) == name)
        }
        #expect(FingerprintedName.make("a", digest: [UInt8](repeating: 0, count: 7).span) == nil)
        #expect(CachePolicy.immutable.rawValue == "public, max-age=31536000, immutable")
    }
}
