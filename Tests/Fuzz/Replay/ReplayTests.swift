import FuzzTargets
import Glibc
import Testing

/// Every input that was kept, through the same entries as in `make fuzz`, without the sanitizer.
@Suite("Kept fuzz inputs")
struct ReplayTests {
    @Test("are read without a broken promise", arguments: FuzzTarget.allCases)
    func replay(_ target: FuzzTarget) throws {
        let inputs = Corpus.inputs(of: target)
        #expect(inputs.count >= 5)
        for (name, input) in inputs {
            do { try target.check(input) } catch { Issue.record("\(target.rawValue)/\(name): \(error.description)") }
        }
    }

    @Test("are few and small")
    func size() {
        let inputs = FuzzTarget.allCases.flatMap { Corpus.inputs(of: $0) }
        #expect(inputs.count < 300)
        #expect(inputs.allSatisfy { $0.bytes.count <= 4_096 })
    }
}

/// The folder of kept inputs beside these tests.
private enum Corpus {
    static func inputs(of target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
        let folder = "\(#filePath.dropLast("Replay/ReplayTests.swift".utf8.count))corpus/\(target.rawValue)"
        return names(in: folder).map { ($0, bytes(of: "\(folder)/\($0)")) }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe String(cString: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { return [] }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }
}
