extension Problem {
    /// The media type of what `write` writes.
    public static var mediaType: StaticString { "application/problem+json" }

    /// Writes the members of RFC 9457, with `code` and `fields` as extensions. `instance` is a URI reference.
    public func write(into json: inout JSONWriter, instance: String? = nil) {
        json.beginObject()
        json.key("type")
        json.string(code.type)
        json.key("title")
        json.string(title)
        json.key("status")
        json.int(status)
        json.key("code")
        json.string(code.text)
        writeOptional(into: &json, instance: instance)
        json.endObject()
    }

    /// Writes the problem of one request, which is then its instance.
    public func write(into json: inout JSONWriter, request: RequestID) {
        write(into: &json, instance: "urn:uuid:\(request)")
    }

    private func writeOptional(into json: inout JSONWriter, instance: String?) {
        if let detail {
            json.key("detail")
            json.string(detail)
        }
        if !fields.isEmpty { writeFields(into: &json) }
        if let instance {
            json.key("instance")
            json.string(instance)
        }
    }

    private func writeFields(into json: inout JSONWriter) {
        json.key("fields")
        json.beginArray()
        for field in fields { field.write(into: &json) }
        json.endArray()
    }
}

extension FieldFault {
    /// Writes pointer, code and message.
    func write(into json: inout JSONWriter) {
        json.beginObject()
        json.key("pointer")
        json.string(pointer)
        json.key("code")
        json.string(code.text)
        json.key("message")
        json.string(message)
        json.endObject()
    }
}
