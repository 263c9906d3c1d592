/// Puts a message into the form DATA wants: a dot before each dot that starts a line, and an end nobody can mistake.
/// It refuses line ends other than CR LF: servers differ on what they mean, and a message ended by one of them could
/// smuggle in another.
struct DotStuffer {
    private var previous: UInt8 = 10

    mutating func add(_ piece: ArraySlice<UInt8>, to wire: inout [UInt8]) throws(SMTPError) {
        var start = piece.startIndex
        for index in piece.indices {
            let byte = piece[index]
            // Only line ends and what follows them are of interest.
            if byte == 10 || previous == 13 {
                guard byte == 10, previous == 13 else { throw SMTPError(.malformed, "CR or LF alone") }
            } else if byte == UInt8(ascii: "."), previous == 10 {
                wire += piece[start..<index]
                wire.append(byte)
                start = index
            } else if byte == 0 {
                throw SMTPError(.malformed, "NUL")
            }
            previous = byte
        }
        wire += piece[start...]
    }

    /// The message's end, with the line end it lacks.
    mutating func end(in wire: inout [UInt8]) throws(SMTPError) {
        guard previous != 13 else { throw SMTPError(.malformed, "CR alone") }
        if previous != 10 { wire += [13, 10] }
        wire += [UInt8(ascii: "."), 13, 10]
    }
}
