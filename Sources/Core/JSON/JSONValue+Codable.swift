extension JSONValue: Codable {
    /// Takes the value over as it stands. Only this house's decoder can give it.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONTreeDecoder else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "JSON is needed.")
            throw DecodingError.typeMismatch(JSONValue.self, context)
        }
        self = decoder.value
    }

    /// Puts the value in as it stands. Only this house's encoder can take it.
    public func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? JSONTreeEncoder else {
            let context = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "JSON is needed.")
            throw EncodingError.invalidValue(self, context)
        }
        encoder.slot.node = .value(self)
    }
}
