/// The `Accept` field (RFC 9110, 12.5.1): which of our forms of an answer suits the reader.
public enum Accept {
    /// The offer most welcome, the earlier of equals; nil when none is acceptable. No field, or one without a readable
    /// member, welcomes all.
    public static func best(of offers: [MediaType], for field: String?) -> MediaType? {
        guard let field else { return offers.first }
        return best(of: offers, for: field.utf8.span)
    }

    /// The same from bytes.
    public static func best(of offers: [MediaType], for field: Span<UInt8>) -> MediaType? {
        var best: MediaType?
        var most = 0
        for offer in offers {
            let quality = quality(of: offer, in: field)
            if quality > most { (best, most) = (offer, quality) }
        }
        return best
    }

    /// How welcome one type is, in thousandths: the weight of the most specific member that names it.
    public static func quality(of offer: MediaType, in field: Span<UInt8>) -> Int {
        var list = FieldScanner(field.all)
        var (quality, specificity, readable, seen) = (0, -1, false, 0)
        while seen < WeightedName.maximum, let element = list.element(field) {
            seen += 1
            guard let member = Member(field, element) else { continue }
            readable = true
            if let rank = member.rank(for: offer, field), rank > specificity {
                (quality, specificity) = (member.quality, rank)
            }
        }
        return readable ? quality : QualityValue.most
    }

    /// A media range with its weight.
    private struct Member {
        let type: Range<Int>
        let subtype: Range<Int>
        let parameters: Range<Int>
        let quality: Int

        init?(_ bytes: Span<UInt8>, _ element: Range<Int>) {
            var scanner = FieldScanner(element)
            guard let type = scanner.token(bytes), scanner.take(Byte.slash, bytes),
                let subtype = scanner.token(bytes)
            else { return nil }
            (self.type, self.subtype) = (type, subtype)
            let start = scanner.position
            var (end, quality) = (element.upperBound, QualityValue.most)
            do {
                while let parameter = try scanner.parameter(bytes) {
                    guard bytes.equalsFolded("q", in: parameter.name) else { continue }
                    guard let given = QualityValue.parse(bytes, parameter.value) else { return nil }
                    (end, quality) = (parameter.name.lowerBound, given)
                }
            } catch { return nil }
            (parameters, self.quality) = (start..<end, quality)
        }

        /// How exactly the range names the offer; nil when it does not.
        func rank(for offer: MediaType, _ bytes: Span<UInt8>) -> Int? {
            let name = offer.essence.utf8.span
            guard let slash = name.firstIndex(of: Byte.slash, in: name.all) else { return nil }
            if bytes.equals("*", in: type) { return bytes.equals("*", in: subtype) ? 0 : nil }
            guard bytes.equalsFolded(name.extracting(0..<slash), in: type) else { return nil }
            if bytes.equals("*", in: subtype) { return 1 }
            guard bytes.equalsFolded(name.extracting(slash + 1..<name.count), in: subtype) else { return nil }
            return parametersRank(for: offer, bytes)
        }

        /// Each parameter the range asks for must be the offer's too; one more makes it more specific.
        private func parametersRank(for offer: MediaType, _ bytes: Span<UInt8>) -> Int? {
            var scanner = FieldScanner(parameters)
            var rank = 2
            while let parameter = try? scanner.parameter(bytes) {
                guard let name = bytes.lowercasedText(parameter.name), let value = parameter.text(bytes),
                    offer[name]?.lowercased() == value.lowercased()
                else { return nil }
                rank += 1
            }
            return rank
        }
    }
}
