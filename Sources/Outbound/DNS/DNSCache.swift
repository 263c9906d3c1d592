/// Answers that still hold. Bounded; when it is full, what has run out goes, and else everything.
struct DNSCache {
    private var kept: [DNSQuestion: (values: [DNSRecord.Value], until: UInt64)] = [:]
    private let most: Int

    init(most: Int = 2_048) { self.most = most }

    func values(for question: DNSQuestion, at now: UInt64) -> [DNSRecord.Value]? {
        guard let entry = kept[question], entry.until > now else { return nil }
        return entry.values
    }

    mutating func keep(_ values: [DNSRecord.Value], for question: DNSQuestion, until: UInt64, at now: UInt64) {
        guard until > now, !values.isEmpty else { return }
        if kept.count >= most { kept = kept.filter { $0.value.until > now } }
        if kept.count >= most { kept.removeAll() }
        kept[question] = (values, until)
    }
}
