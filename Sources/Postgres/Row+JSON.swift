public import Core

extension Row {
    /// Copies a cell into JSON as a string; NULL becomes null. The bytes go straight from the answer to the buffer.
    @inline(__always)
    public func writeString(_ column: Int, to json: inout JSONWriter) {
        if let cell = unsafe rows.cell(index, column) { unsafe json.string(cell) } else { json.null() }
    }

    /// Copies a numeric cell into JSON as a number; NULL becomes null.
    @inline(__always)
    public func writeNumber(_ column: Int, to json: inout JSONWriter) {
        if let cell = unsafe rows.cell(index, column) { unsafe json.number(cell.span) } else { json.null() }
    }
}
