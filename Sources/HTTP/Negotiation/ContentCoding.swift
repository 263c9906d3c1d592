/// How a body is packed for the way (RFC 9110, 8.4.1).
public enum ContentCoding: String, Sendable, Hashable, CaseIterable {
    case brotli = "br"
    case zstd
    case gzip
    /// Not packed at all.
    case identity

    /// What we pack with, the best first: brotli's answers are the smallest.
    public static let preferred: [ContentCoding] = [.brotli, .zstd, .gzip]

    /// The coding for an answer by the `Accept-Encoding` field (RFC 9110, 12.5.3): the highest weight, of equals the
    /// first in `order`, `identity` after them all unless it is named with a higher weight. Without a field nothing is
    /// packed. Nil when the reader refuses everything, `identity` too: 406, or an answer it may not read.
    public static func negotiate(
        _ field: String?, preferring order: [ContentCoding] = preferred
    ) -> ContentCoding? {
        guard let field else { return .identity }
        return negotiate(field.utf8.span, preferring: order)
    }

    /// The same from bytes.
    public static func negotiate(
        _ field: Span<UInt8>, preferring order: [ContentCoding] = preferred
    ) -> ContentCoding? {
        var wishes = Wishes()
        WeightedName.forEach(field) { wishes.note($0, field) }
        var (best, most): (ContentCoding?, Int) = (nil, 0)
        for coding in order where coding != .identity {
            let quality = wishes[coding] ?? wishes.others ?? 0
            if quality > most { (best, most) = (coding, quality) }
        }
        if let identity = wishes.identity, identity > most { return .identity }
        if let best { return best }
        return wishes.identity == 0 || wishes.identity == nil && wishes.others == 0 ? nil : .identity
    }

    private struct Wishes {
        var brotli: Int?
        var zstd: Int?
        var gzip: Int?
        var identity: Int?
        /// The weight of `*`.
        var others: Int?

        mutating func note(_ member: WeightedName, _ bytes: Span<UInt8>) {
            let name = member.name
            if bytes.equalsFolded("br", in: name) {
                brotli = member.quality
            } else if bytes.equalsFolded("zstd", in: name) {
                zstd = member.quality
            } else if bytes.equalsFolded("gzip", in: name) || bytes.equalsFolded("x-gzip", in: name) {
                gzip = member.quality
            } else if bytes.equalsFolded("identity", in: name) {
                identity = member.quality
            } else if bytes.equals("*", in: name) {
                others = member.quality
            }
        }

        subscript(_ coding: ContentCoding) -> Int? {
            switch coding {
            case .brotli: brotli
            case .zstd: zstd
            case .gzip: gzip
            case .identity: identity
            }
        }
    }
}
