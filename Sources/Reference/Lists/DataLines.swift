/// Reads a table of lines with columns by tabs, where it lies in the program: nothing is copied but what is asked for.
struct DataLines {
    private let text: StaticString

    init(_ text: StaticString) { self.text = text }

    /// What each line becomes. With a prefix, only of those that begin with it; they stand together.
    func map<Row>(beginningWith prefix: StaticString = "", _ make: ([String]) -> Row?) -> [Row] {
        map(beginningWith: prefix.description, make)
    }

    /// The same for a prefix that is only known now.
    func map<Row>(beginningWith prefix: String, _ make: ([String]) -> Row?) -> [Row] {
        text.withUTF8Buffer { buffer in
            var (rows, start) = ([Row](), 0)
            while start < buffer.count {
                var end = start
                while end < buffer.count, unsafe buffer[end] != 0x0A { end += 1 }
                let line = unsafe UnsafeBufferPointer(rebasing: buffer[start..<end])
                if unsafe Self.begins(line, prefix), let row = unsafe make(Self.columns(line)) { rows.append(row) }
                start = end + 1
            }
            return rows
        }
    }

    private static func begins(_ line: UnsafeBufferPointer<UInt8>, _ prefix: String) -> Bool {
        unsafe line.starts(with: prefix.utf8)
    }

    private static func columns(_ line: UnsafeBufferPointer<UInt8>) -> [String] {
        unsafe line.split(separator: 0x09, omittingEmptySubsequences: false).map {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}
