public import Crypto
public import HTTP

/// Something secret that goes along with a request: lent by its owner at the last moment, and never to another origin.
public protocol OutboundCredential: Sendable {
    /// Its field. A field of the same name that the request has is not sent.
    func field(for url: OutboundURL) async throws -> SecretField
}

/// A field whose value is nobody's to read: it goes from its own memory into the list that libcurl sends from, both of
/// which are wiped, and is no text in between.
public struct SecretField: ~Copyable, Sendable {
    let name: FieldName
    let value: SecretBytes

    /// A field with the whole of its value, which is printable, begins with no blank and holds no line's end.
    public init(_ name: FieldName, _ value: consuming SecretBytes) throws(OutboundError) {
        guard value.withBytes(Self.isSendable), !TransferKeeper.ours.contains(name.text) else {
            throw OutboundError(.credential, name.text)
        }
        self.name = name
        self.value = value
    }

    /// `Authorization: Bearer …`.
    public static func bearer(_ token: borrowing SecretBytes) throws(OutboundError) -> SecretField {
        let scheme: StaticString = "Bearer "
        let length = scheme.utf8CodeUnitCount
        let value = token.withBytes { token in
            SecretBytes(count: length + token.count) { whole in
                for index in 0..<length { whole[index] = unsafe scheme.utf8Start[index] }
                for index in token.indices { whole[length + index] = token[index] }
            }
        }
        return try SecretField(.authorization, value)
    }

    private static func isSendable(_ value: Span<UInt8>) -> Bool {
        guard !value.isEmpty, value[0] != 0x20 else { return false }
        for index in value.indices where value[index] < 0x20 || value[index] == 0x7f { return false }
        return true
    }
}
