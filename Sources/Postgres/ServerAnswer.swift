import SQL

/// The columns of a statement's answers, as the server described them when it was prepared.
final class AnswerColumns: Sendable {
    let names: [String]

    /// A statement that gives no rows.
    static let none = AnswerColumns([])

    init(_ names: [String]) { self.names = names }

    /// Nil when the description cannot be read.
    init?(_ body: UnsafeRawBufferPointer) {
        var reader = unsafe MessageReader(body)
        guard let count = reader.integer(UInt16.self) else { return nil }
        var names: [String] = []
        for _ in 0..<count {
            // After the name: table, column, type, size, modifier, format.
            guard let name = reader.text(), reader.skip(18) else { return nil }
            names.append(name)
        }
        self.names = names
    }
}

/// An answer of the server: all its cells in one piece of memory.
///
/// `@unchecked Sendable`: it is never written after it was made.
@safe
final class ServerAnswer: RowSource, @unchecked Sendable {
    let count: Int
    let commandTag: String
    private let columns: AnswerColumns
    private let places: UnsafeBufferPointer<CellPlace>
    private let text: UnsafePointer<UInt8>
    private let memory: UnsafeMutableRawPointer

    var columnCount: Int { columns.names.count }

    init(_ columns: AnswerColumns, _ gathered: borrowing GatheredRows, tag: String) {
        (self.columns, commandTag) = (columns, tag)
        count = gathered.count
        let size = gathered.places.count * MemoryLayout<CellPlace>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(size + gathered.bytes.count, 1), alignment: 8)
        let start = unsafe memory + size
        unsafe gathered.places.withUnsafeBytes { unsafe Self.copy($0, to: memory) }
        unsafe gathered.bytes.withUnsafeBytes { unsafe Self.copy($0, to: start) }
        unsafe places = UnsafeBufferPointer(
            start: memory.bindMemory(to: CellPlace.self, capacity: gathered.places.count), count: gathered.places.count)
        unsafe text = UnsafePointer(start.bindMemory(to: UInt8.self, capacity: gathered.bytes.count))
        unsafe self.memory = unsafe memory
    }

    private static func copy(_ from: UnsafeRawBufferPointer, to place: UnsafeMutableRawPointer) {
        if let start = from.baseAddress { unsafe place.copyMemory(from: start, byteCount: from.count) }
    }

    deinit { unsafe memory.deallocate() }

    var affected: Int { commandTag.split(separator: " ").last.flatMap { Int($0) } ?? 0 }

    func columnName(_ column: Int) -> String { columns.names[column] }

    func cell(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8>? {
        precondition(column >= 0 && column < columnCount, "column out of range")
        precondition(row >= 0 && row < count, "row out of range")
        let place = unsafe places[row * columnCount + column]
        guard place.length >= 0 else { return nil }
        return unsafe UnsafeBufferPointer(start: text + Int(place.offset), count: Int(place.length))
    }
}

/// Where a cell lies; a length below zero is NULL.
struct CellPlace {
    let offset: Int32
    let length: Int32
}

/// The rows of the answer that is coming in. Its memory is used again for the next.
struct GatheredRows: ~Copyable {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var places: [CellPlace] = []
    fileprivate(set) var count = 0

    /// More than a caller could sensibly want at once; the places count in 32 bits.
    private static let mostBytes = 1 << 30

    /// Adds a row; false when it is none of the server's, or one too many.
    mutating func add(_ body: UnsafeRawBufferPointer) -> Bool {
        var reader = unsafe MessageReader(body)
        guard bytes.count + body.count <= Self.mostBytes, let cells = reader.integer(UInt16.self) else {
            return false
        }
        let (base, before) = (bytes.count, places.count)
        for _ in 0..<cells {
            guard let place = Self.place(&reader, base) else {
                places.removeLast(places.count - before)
                return false
            }
            places.append(place)
        }
        unsafe bytes.append(contentsOf: body)
        count += 1
        return true
    }

    private static func place(_ reader: inout MessageReader, _ base: Int) -> CellPlace? {
        guard let length = reader.integer(Int32.self) else { return nil }
        let offset = Int32(truncatingIfNeeded: base + reader.position)
        guard length < 0 || reader.skip(Int(length)) else { return nil }
        return CellPlace(offset: offset, length: length)
    }

    mutating func reset() {
        if bytes.capacity + places.capacity > 1 << 20 {
            (bytes, places) = ([], [])
        } else {
            bytes.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }
        count = 0
    }
}
