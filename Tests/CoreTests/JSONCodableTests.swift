import Core
import Testing

/// The corners of `Codable` that synthesized code and standard types reach.
@Suite struct JSONCodableTests {
    private enum Shape: Codable, Equatable {
        case circle(radius: Double)
        case square(side: Int)
        case nothing
    }

    private class Base: Codable {
        var name = "base"
    }

    private final class Derived: Base {
        var size = 3
        private enum CodingKeys: CodingKey { case size }

        override init() { super.init() }

        required init(from decoder: any Decoder) throws {
            try super.init(from: decoder)
            size = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .size)
        }

        override func encode(to encoder: any Encoder) throws {
            try super.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(size, forKey: .size)
        }
    }

    /// Reads one thing or the other: what the first attempt found unknown must not count against the second.
    private struct Either: Decodable {
        struct Left: Decodable { var left: Int }
        struct Right: Decodable { var right: Int }
        let right: Right?

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            if (try? list.decode(Left.self)) != nil { right = nil } else { right = try list.decode(Right.self) }
        }
    }

    private struct Nested: Codable, Equatable {
        var values: [Int]
        var depth: Int
        private enum CodingKeys: CodingKey { case outer }
        private enum OuterKeys: CodingKey { case values, depth }

        init(values: [Int], depth: Int) { (self.values, self.depth) = (values, depth) }

        init(from decoder: any Decoder) throws {
            let outer = try decoder.container(keyedBy: CodingKeys.self).nestedContainer(
                keyedBy: OuterKeys.self, forKey: .outer)
            var list = try outer.nestedUnkeyedContainer(forKey: .values)
            values = []
            while !list.isAtEnd { values.append(try list.decode(Int.self)) }
            depth = try outer.decode(Int.self, forKey: .depth)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            var outer = container.nestedContainer(keyedBy: OuterKeys.self, forKey: .outer)
            var list = outer.nestedUnkeyedContainer(forKey: .values)
            try outer.encode(depth, forKey: .depth)
            for value in values { try list.encode(value) }
        }
    }

    private struct Refusing: Codable {
        init(from decoder: any Decoder) throws { throw Problem(.conflict, detail: "Taken already") }
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws(JSONRefusal) -> Value {
        try JSONReader.decode(type, from: Array(text.utf8))
    }

    private func roundTrip<Value: Codable & Equatable>(_ value: Value, _ text: String) throws {
        let written = try JSONEncoding.encode(value)
        #expect(String(decoding: written, as: UTF8.self) == text)
        #expect(try JSONReader.decode(Value.self, from: written) == value)
    }

    @Test func refusesWhatTheTypesCannotHold() {
        #expect(throws: JSONRefusal.self) { try decode(Double.self, "1e400") }
        #expect(throws: JSONRefusal.self) { try decode(Float.self, "1e39") }
        #expect(throws: JSONRefusal.self) { try decode(Int.self, "1.0") }
        #expect(throws: JSONRefusal.self) { try decode(UInt64.self, "18446744073709551616") }
        #expect(throws: JSONRefusal.self) { try decode(UInt.self, "-1") }
        #expect(throws: JSONRefusal.self) { try decode(Bool.self, "1") }
        #expect(throws: JSONRefusal.self) { try decode(String.self, "1") }
        #expect(throws: JSONRefusal.self) { try decode([Int].self, "[1,null]") }
        #expect(throws: JSONRefusal.self) { try decode(Shape.self, #"{"circle":{"radius":1},"square":{"side":1}}"#) }
        #expect(throws: JSONRefusal.self) { try decode(Shape.self, #"{"square":{"side":1,"x":1}}"#) }
        #expect(throws: JSONRefusal.self) { try decode(Shape.self, #"{"triangle":{}}"#) }
        #expect(throws: JSONRefusal.self) { try decode(Derived.self, #"{"name":"a","size":1,"x":1}"#) }
        #expect(throws: JSONRefusal.self) { try decode(Nested.self, #"{"outer":{"values":[],"depth":1,"x":1}}"#) }
        #expect(throws: JSONRefusal.self) { try decode(Either.self, #"[{"middle":1}]"#) }
        #expect(throws: EncodingError.self) { try JSONEncoding.encode([Double.nan]) }
        #expect(throws: EncodingError.self) { try JSONEncoding.encode(["a": Float.infinity]) }
    }

    @Test func carriesATypesOwnRefusal() {
        let refusal = #expect(throws: JSONRefusal.self) { try decode([String: Refusing].self, #"{"a":{}}"#) }
        #expect(refusal?.problem.fields == [FieldFault("/a", .invalid, "Taken already")])
    }

    @Test func keepsForeignWordsForTheLog() {
        enum Colour: String, Codable { case red }
        let refusal = #expect(throws: JSONRefusal.self) { try decode([Colour].self, #"["gizli"]"#) }
        #expect(refusal?.problem.fields == [FieldFault("/0", .invalid, "The value is not acceptable.")])
        #expect(refusal?.description.contains("gizli") == false)
        #expect(refusal?.debugDescription.contains("gizli") == true)
    }

    @Test func carriesAPlaceBelowTheValue() {
        struct Address: Decodable {
            init(from decoder: any Decoder) throws { throw FieldFault("/a~1b~0/c", .range, "Too far") }
        }
        let refusal = #expect(throws: JSONRefusal.self) { try decode([Address].self, "[{}]") }
        #expect(refusal?.problem.fields == [FieldFault("/0/a~1b~0/c", .range, "Too far")])
    }

    @Test func standsTheDeepestDocument() throws {
        struct Tree: Codable { var branches: [Tree] }
        let text = String(repeating: #"{"branches":["#, count: 128) + String(repeating: "]}", count: 128)
        let tree = try JSONReader.decode(Tree.self, from: Array(text.utf8), limits: JSONLimits(depth: 256))
        #expect(try JSONEncoding.encode(tree) == Array(text.utf8))
    }

    @Test func readsSecretsHidden() throws {
        struct Login: Decodable { var password: Redacted<String> }
        let login = try decode(Login.self, #"{"password":"çok gizli"}"#)
        #expect(login.password.reveal() == "çok gizli" && !"\(login)".contains("gizli"))
    }

    @Test func keepsTurkishLettersByteForByte() throws {
        let texts = [
            "abcçdefgğhıijklmnoöprsştuüvyz", "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ",
            "i\u{307} I\u{307} s\u{327} g\u{306} o\u{308}",
            "₺1.250,00 – “Şırnak’ın ilçeleri”", "Iğdır\u{A0}ÇAĞLAYANCERİT", "âîû ÂÎÛ",
        ]
        for text in texts {
            let back = try JSONReader.decode([String].self, from: JSONEncoding.encode([text]))
            #expect(back.map { Array($0.utf8) } == [Array(text.utf8)])
            #expect(
                try JSONParser.parse(Array("{\"\(text)\":1}".utf8)).object?.first.map { Array($0.key.utf8) }
                    == Array(text.utf8))
        }
    }

    @Test func roundTripsStandardTypes() throws {
        try roundTrip([1, -2, .max], "[1,-2,9223372036854775807]")
        try roundTrip(UInt64.max, "18446744073709551615")
        try roundTrip(Int128.min, "-170141183460469231731687303715884105728")
        try roundTrip(Float(0.1), "0.1")
        try roundTrip([0.1, -0.0, 1e21], "[0.1,-0.0,1e+21]")
        try roundTrip([Int?.none, 1], "[null,1]")
        try roundTrip(["a": ["b": [true]]], #"{"a":{"b":[true]}}"#)
        try roundTrip([7: "yedi"], #"{"7":"yedi"}"#)
        try roundTrip(Shape.circle(radius: 1.5), #"{"circle":{"radius":1.5}}"#)
        try roundTrip(Shape.nothing, #"{"nothing":{}}"#)
        try roundTrip(Nested(values: [1, 2], depth: 3), #"{"outer":{"values":[1,2],"depth":3}}"#)
        try roundTrip(
            [JSONValue.null, .string("ğ"), .object(["z": .bool(true), "a": .array([])])],
            #"[null,"ğ",{"z":true,"a":[]}]"#)
        try roundTrip([Percentage(percent: 20)], "[200000]")
    }

    @Test func readsOneObjectThroughSeveralContainers() throws {
        let derived = try decode(Derived.self, #"{"name":"a","size":1}"#)
        #expect(derived.name == "a" && derived.size == 1)
        #expect(String(decoding: try JSONEncoding.encode(Derived()), as: UTF8.self) == #"{"name":"base","size":3}"#)
        #expect(try decode(Either.self, #"[{"right":1}]"#).right?.right == 1)
    }

    @Test func comparesObjectsWithoutRegardToOrder() {
        let (left, right): (JSONObject, JSONObject) = (["a": .null, "b": .bool(true)], ["b": .bool(true), "a": .null])
        #expect(left == right && left.hashValue == right.hashValue)
        #expect(left != ["a": .null] && left.map(\.key) != right.map(\.key))
    }
}
