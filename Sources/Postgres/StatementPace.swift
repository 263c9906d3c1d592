/// How long single-shot reads took of late, by the hash of their shape: what has been quick may stand in a deep pipeline,
/// what was slow or is new gets a connection at rest. A guess that costs no allocation: two shapes that meet in one
/// place take turns in it, and a wrong guess costs time only.
struct StatementPace {
    private var places = [(hash: UInt64, nanoseconds: UInt64)](repeating: (0, .max), count: Self.size)

    private static let size = 256
    /// Quick is what is answered within so many nanoseconds of its turn, the loop's own delays included.
    static let limit: UInt64 = 2_000_000

    func isQuick(_ hash: UInt64) -> Bool {
        let place = places[Int(hash % UInt64(Self.size))]
        return place.hash == hash && place.nanoseconds < Self.limit
    }

    /// A slow answer counts at once and is forgotten slowly.
    mutating func note(_ hash: UInt64, took nanoseconds: UInt64) {
        let index = Int(hash % UInt64(Self.size))
        let before = places[index].hash == hash ? places[index].nanoseconds : nanoseconds
        let mean = before / 8 * 7 + nanoseconds / 8
        places[index] = (hash, nanoseconds >= Self.limit ? max(nanoseconds, mean) : mean)
    }
}
