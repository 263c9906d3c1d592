/// The fields of a message's head as ranges of its bytes, each with its line ends.
package struct MailFields {
    package struct Field {
        /// In lower case.
        package let name: String
        /// From the name's first byte to behind the last CR LF.
        package let range: Range<Int>
        /// Where the value starts, behind the colon.
        package let value: Int
    }

    package let fields: [Field]

    /// The head ends where the empty line starts.
    package init(_ bytes: Span<UInt8>, bodyStart: Int) throws(MailFault) {
        var fields: [Field] = []
        var start = 0
        let end = bodyStart - 2
        while start < end {
            let next = Self.end(of: start, in: bytes, before: end)
            fields.append(try Self.field(bytes, start..<next))
            start = next
        }
        self.fields = fields
    }

    /// Lines that start with white space belong to the field before them.
    private static func end(of start: Int, in bytes: Span<UInt8>, before end: Int) -> Int {
        var index = start
        while index < end {
            index += 1
            if bytes[index - 1] == 10, index >= end || bytes[index] != 32 && bytes[index] != 9 { return index }
        }
        return end
    }

    private static func field(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(MailFault) -> Field {
        var colon = range.lowerBound
        while colon < range.upperBound, bytes[colon] != UInt8(ascii: ":") {
            guard (33...126).contains(bytes[colon]) else { throw MailFault(.lines, "a line of the head is no field") }
            colon += 1
        }
        guard colon < range.upperBound, colon > range.lowerBound else {
            throw MailFault(.lines, "a field without colon")
        }
        var name = ""
        for index in range.lowerBound..<colon { name.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
        return Field(name: name.lowercased(), range: range, value: colon + 1)
    }

    /// The fields to sign by a list of names: of several with one name the last first; a name that is left over stands for
    /// a field that must not be there.
    package func chosen(by names: [String]) -> [Field] {
        var left: [String: [Field]] = Dictionary(grouping: fields, by: \.name)
        return names.compactMap { left[$0]?.popLast() }
    }
}
