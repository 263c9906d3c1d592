/// The same hostile variations of good inputs at every run.
struct Mutations: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// One of the inputs with a few bytes changed, removed, doubled or taken from another.
    mutating func variation(of inputs: [String]) -> [UInt8] {
        guard var bytes = inputs.randomElement(using: &self).map({ Array($0.utf8) }) else { return [] }
        for _ in 0...Int.random(in: 0..<4, using: &self) { change(&bytes, inputs) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ inputs: [String]) {
        guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &self)) }
        let index = Int.random(in: 0..<bytes.count, using: &self)
        switch Int.random(in: 0..<6, using: &self) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &self)
        case 1: bytes[index] = Array("\r\n\0\"\\%,;:=/.-*[]@ +&".utf8).randomElement(using: &self) ?? 0
        case 2: bytes.remove(at: index)
        case 3: bytes.insert(bytes[index], at: index)
        case 4: bytes.removeSubrange(index...)
        default:
            let other = inputs.randomElement(using: &self).map { Array($0.utf8) } ?? []
            bytes.insert(contentsOf: other.prefix(Int.random(in: 0...40, using: &self)), at: index)
        }
    }

    /// Calls `read` with many variations; the point is that it comes back.
    static func run(_ count: Int = 3_000, seed: UInt64, of inputs: [String], _ read: ([UInt8]) -> Void) {
        var mutations = Mutations(seed: seed)
        for _ in 0..<count { read(mutations.variation(of: inputs)) }
    }
}
