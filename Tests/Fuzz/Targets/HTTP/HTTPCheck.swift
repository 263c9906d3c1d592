/// However the network cuts a stream, the same requests come out of it, and they are the ones two other readers see.
enum HTTPCheck {
    static func check(_ input: [UInt8]) throws(BrokenPromise) {
        var first: WireReading?
        for pieces in Cuts.all(of: input) {
            let reading = try read(input, pieces)
            if let first {
                try hold(reading.requests == first.requests, "the same requests, however they are cut")
                try hold(reading.state == first.state, "the same end, however it is cut: \(reading.state)")
            } else {
                try compare(reading.requests, input)
                first = reading
            }
        }
    }

    private static func read(_ input: [UInt8], _ pieces: [Range<Int>]) throws(BrokenPromise) -> WireReading {
        var reading = WireReading()
        for piece in pieces { reading.feed(input[piece]) }
        if let promise = reading.brokenPromise { throw promise }
        return reading
    }

    private static func compare(_ requests: [SeenRequest], _ input: [UInt8]) throws(BrokenPromise) {
        var start = 0
        for request in requests {
            var plain = try PlainReading.read(input, at: start)
            plain.target = reduced(plain.target)
            try hold(request == plain, "server saw \(request), plain reading \(plain)")
            start = request.end
        }
        let ends = BareLlhttp().ends(of: requests.count, in: input)
        try hold(ends == requests.map(\.end), "llhttp alone ends requests at \(ends), not \(requests.map(\.end))")
    }

    /// `http://host/path` goes on as its path.
    private static func reduced(_ target: [UInt8]) -> [UInt8] {
        guard target.first != 0x2F, target.first != 0x2A, let colon = target.first(Array("://".utf8), from: 0),
            let slash = target[(colon + 3)...].firstIndex(of: 0x2F)
        else { return target }
        return Array(target[slash...])
    }
}
