import Outbound

/// Of a message that is taken, the fields are its head cut into pieces: nothing is left out and nothing is there twice.
enum MailCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        guard let message = try? MailBytes(input) else { return }
        try hold(message.bytes == input, "a message is taken as it is")
        try hold(input.has("\r\n", at: message.bodyStart - 2), "an empty line ends the head")
        guard let head = try? MailFields(input.span, bodyStart: message.bodyStart) else { return }
        var end = 0
        for field in head.fields {
            try hold(field.range.lowerBound == end && !field.range.isEmpty, "field follows on field")
            try check(field, input)
            end = field.range.upperBound
        }
        try hold(end == max(message.bodyStart - 2, 0), "the fields are the whole head")
        try checkChoice(head)
    }

    private static func check(_ field: MailFields.Field, _ input: [UInt8]) throws(BrokenPromise) {
        let (range, name) = (field.range, Array(field.name.utf8))
        try hold(field.value == range.lowerBound + name.count + 1, "a value begins behind the colon")
        try hold(input[range].lowered.starts(with: name + [UInt8(ascii: ":")]), "a name is the field's own")
        try hold(!name.isEmpty && name.allSatisfy { (33...126).contains($0) }, "a name is visible")
        try hold(input[range].suffix(2).elementsEqual([13, 10]), "a field ends with its line")
        // What a line starts is either a field or belongs to the one before it.
        for index in range.dropFirst(2).dropLast() where input[index - 1] == 10 {
            try hold(input[index] == 32 || input[index] == 9, "a line that begins with a name begins a field")
        }
    }

    private static func checkChoice(_ head: MailFields) throws(BrokenPromise) {
        let names = head.fields.map(\.name)
        let chosen = head.chosen(by: names + names)
        try hold(chosen.count == names.count, "each field is chosen once")
        try hold(Set(chosen.map(\.range)).count == names.count, "no field is chosen twice")
    }
}
