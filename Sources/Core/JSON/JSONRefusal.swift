/// Why a document did not become the value that was asked for.
public struct JSONRefusal: Error, Hashable {
    /// One fault, or all unknown names of one object.
    public let faults: [JSONFault]

    /// One fault.
    init(_ fault: JSONFault) { faults = [fault] }

    /// Several faults of one object.
    init(_ faults: [JSONFault]) { self.faults = faults }

    /// 422 with the fields, or 400 and the place for a text that is no JSON (413 when it is too big).
    public var problem: Problem {
        guard let fault = faults.first, let position = fault.position else {
            return Problem(.unprocessable, fields: fields, underlying: self)
        }
        if fault.code == .tooLarge { return Problem(.tooLarge, underlying: self) }
        let place = "Line \(position.line), column \(position.column)"
        return Problem(.badRequest, detail: "\(place): \(fault.message)", underlying: self)
    }

    /// At most twenty, and a place only where its name is short, so that a hostile document is not answered with a
    /// bigger one.
    private var fields: [FieldFault] {
        faults.prefix(20).map { fault in
            let pointer = fault.path.pointer
            return FieldFault(pointer.utf8.count <= 512 ? pointer : "", fault.fieldCode, fault.message)
        }
    }
}

extension JSONRefusal: CustomStringConvertible, CustomDebugStringConvertible {
    /// The codes alone.
    public var description: String { faults.map(\.description).joined(separator: ", ") }

    /// With the places.
    public var debugDescription: String { faults.map(\.debugDescription).joined(separator: "; ") }
}
