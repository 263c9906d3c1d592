import Postgres

/// What the database says is understood alike in whatever pieces it comes, and none of it traps.
enum WireCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        let whole = PostgresFuzzing.read(input, in: [0..<input.count])
        for pieces in Cuts.all(of: input) {
            try hold(PostgresFuzzing.read(input, in: pieces) == whole, "pieces change nothing")
        }
        try hold(whole.count <= input.count / 5 + 1, "a message has at least five bytes")
    }
}
