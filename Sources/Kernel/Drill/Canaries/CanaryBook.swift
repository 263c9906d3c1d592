import Core

/// Every value that the drill has planted, and where. Texts begin with the same four letters, ids have the same fourth
/// group: whatever is found anywhere can be looked up without a search for thousands of words.
struct CanaryBook: Sendable {
    private var origins: [String: CanaryOrigin] = [:]
    /// Lengths of texts for which a column had no more room, the longest first.
    private var shortLengths: [Int] = []

    static let mark: [UInt8] = Array("cnry".utf8)
    static let length = 20
    /// Fewer characters than this would be found by chance.
    static let leastLength = 9
    /// The fourth group of every planted id.
    private static let idMark: [UInt8] = Array("-b17d-".utf8)
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")

    /// A new text of at most so many characters; nil where there is no room for one.
    mutating func newText(atMost most: Int?, _ origin: CanaryOrigin) -> String? {
        let length = min(most ?? Self.length, Self.length)
        guard length >= Self.leastLength else { return nil }
        var random = SystemRandomNumberGenerator()
        let rest = (0..<(length - Self.mark.count)).map { _ in Self.letters.randomElement(using: &random) ?? "a" }
        let text = "cnry" + String(rest)
        origins[text] = origin
        if length < Self.length, !shortLengths.contains(length) {
            shortLengths.append(length)
            shortLengths.sort(by: >)
        }
        return text
    }

    /// A new id.
    mutating func newID(_ origin: CanaryOrigin) -> UUIDv7 {
        var random = SystemRandomNumberGenerator()
        let id = Self.id(using: &random)
        origins[id.description] = origin
        return id
    }

    /// An id in the same form that stands nowhere.
    static func id(using random: inout some RandomNumberGenerator) -> UUIDv7 {
        UUIDv7(
            high: UUIDv7.make().high & ~0xFFF | random.next() & 0xFFF,
            low: 0xB17D_0000_0000_0000 | random.next() & 0xFFFF_FFFF_FFFF)
    }

    func origin(of word: String) -> CanaryOrigin? { origins[word] }

    /// Every planted value that the bytes hold, in whatever case.
    func found(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = unsafe bytes[index] | 0x20
                if byte == Self.mark[0], unsafe Self.stands(Self.mark, in: bytes, at: index) {
                    if let word = unsafe text(in: bytes, at: index) { found.insert(word) }
                } else if byte == Self.idMark[0], unsafe Self.stands(Self.idMark, in: bytes, at: index) {
                    if let word = unsafe id(in: bytes, around: index) { found.insert(word) }
                }
                index += 1
            }
        }
        return found
    }

    private static func stands(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard bytes.count - start >= word.count else { return false }
        for index in word.indices where unsafe (bytes[start + index] | 0x20) != word[index] { return false }
        return true
    }

    private func text(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> String? {
        for length in [Self.length] + shortLengths where bytes.count - start >= length {
            let word = unsafe Self.lowerCase(bytes[start..<start + length])
            if origins[word] != nil { return word }
        }
        return nil
    }

    private func id(in bytes: UnsafeBufferPointer<UInt8>, around mark: Int) -> String? {
        guard mark >= 18, bytes.count - mark >= 18 else { return nil }
        let word = unsafe Self.lowerCase(bytes[mark - 18..<mark + 18])
        return origins[word] == nil ? nil : word
    }

    private static func lowerCase(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        unsafe String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
