import HTTP

/// Trailer fields are read past, never acted on; those that would change the framing or the routing are refused. It reads
/// the bytes itself, for llhttp hands a name over in as many pieces as the network cut it into.
struct TrailerRules {
    private enum Place { case name, value, done }

    private var place = Place.name
    private var name: [UInt8] = []
    private var count = 0

    private static let byteLimit = 8 * 1024
    private static let forbidden: [FieldName] = [
        .transferEncoding, .contentLength, .host, .connection, .authorization, .cookie, .expect, .range,
        .contentEncoding, .contentType, .contentRange, .upgrade, FieldName("trailer"), FieldName("te"), .setCookie,
    ]
    private static let longestForbidden = forbidden.map(\.text.utf8.count).max() ?? 0

    /// Looks at the next bytes, up to the empty line that ends the trailers. Their grammar is llhttp's to check.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        for index in 0..<bytes.count {
            if case .done = place { return }
            count += 1
            guard count <= Self.byteLimit else { throw .largeTrailers }
            try step(unsafe bytes[index])
        }
    }

    private mutating func step(_ byte: UInt8) throws(Refusal) {
        switch (place, byte) {
        case (.name, UInt8(ascii: ":")):
            try checkName()
            place = .value
        case (.name, 10) where name.allSatisfy { $0 == 13 }: place = .done
        case (_, 10):
            name.removeAll(keepingCapacity: true)
            place = .name
        case (.name, _): if name.count <= Self.longestForbidden { name.append(byte) }
        case (.value, _), (.done, _): break
        }
    }

    private func checkName() throws(Refusal) {
        let isForbidden = unsafe name.withUnsafeBufferPointer { name in
            Self.forbidden.contains { forbidden in
                unsafe forbidden.text.utf8.withContiguousStorageIfAvailable { unsafe equalsIgnoringCase(name, $0) }
                    ?? false
            }
        }
        if isForbidden { throw .forbiddenTrailer }
    }
}

extension Refusal {
    static let forbiddenTrailer = Refusal(.badRequest, "trailer field not allowed")
    static let largeTrailers = Refusal(.headerFieldsTooLarge, "trailers too large")
}
