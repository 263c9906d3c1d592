public import Core

extension Row {
    /// Copies a cell into JSON as a string; NULL becomes null. The bytes go straight from the answer to the buffer.
    @inlinable
    public func writeString(_ column: Int, to json: inout JSONWriter) {
        if let cell = unsafe source.cell(index, column) { unsafe json.string(cell) } else { json.null() }
    }

    /// Copies a numeric cell into JSON as a number; NULL becomes null.
    @inlinable
    public func writeNumber(_ column: Int, to json: inout JSONWriter) {
        if let cell = unsafe source.cell(index, column) { unsafe json.number(cell.span) } else { json.null() }
    }
}
