import HTTP

/// How much time a body is worth.
enum PackingEffort: Hashable {
    /// On the loop, between two requests.
    case quick
    /// On the blocking pool, where nobody waits behind it.
    case thorough
    /// For an answer that lives long and says little at a time: what counts is the memory it holds.
    case trickle
}

/// What is to follow the bytes just packed.
enum PackingEnd {
    /// More, later; until then the reader can unpack all it has.
    case flush
    /// Nothing.
    case finish
}

/// The library below gave up: no memory.
struct PackingFault: Error {}

/// Packs one body at a time, in one of the codings.
protocol Packer: AnyObject, Sendable {
    /// What it was set up for.
    var effort: PackingEffort { get }

    /// Begins a new body. `length` is what is known of it.
    func begin(length: Int?) throws(PackingFault)

    /// Takes what it can of `input` and fills what it can of `output`. True when all was taken and the end is written.
    func step(
        _ input: inout UnsafeBufferPointer<UInt8>, into output: inout UnsafeMutableBufferPointer<UInt8>,
        _ end: PackingEnd
    ) throws(PackingFault) -> Bool
}

extension Packer {
    /// The whole body packed; nil when it would not become smaller.
    func pack(whole body: [UInt8]) throws(PackingFault) -> [UInt8]? {
        try begin(length: body.count)
        var outcome: Result<Bool, PackingFault> = .success(false)
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: max(body.count - 1, 0)) { buffer, count in
            unsafe body.withUnsafeBufferPointer { input in
                var (input, room) = unsafe (input, buffer)
                outcome = unsafe finish(&input, &room)
                count = buffer.count - room.count
            }
        }
        return try outcome.get() ? packed : nil
    }

    /// True when the end was reached before the room was used up.
    private func finish(
        _ input: inout UnsafeBufferPointer<UInt8>, _ room: inout UnsafeMutableBufferPointer<UInt8>
    ) -> Result<Bool, PackingFault> {
        do throws(PackingFault) {
            while !room.isEmpty { if try unsafe step(&input, into: &room, .finish) { return .success(true) } }
            return .success(false)
        } catch {
            return .failure(error)
        }
    }

    /// A piece of a body packed, so that the reader can unpack it at once.
    func pack(piece: [UInt8], _ end: PackingEnd) throws(PackingFault) -> [UInt8] {
        try unsafe piece.withUnsafeBufferPointer { (input) throws(PackingFault) in try unsafe pack(piece: input, end) }
    }

    /// The same from memory.
    func pack(piece: UnsafeBufferPointer<UInt8>, _ end: PackingEnd) throws(PackingFault) -> [UInt8] {
        var packed: [UInt8] = []
        var input = unsafe piece
        var isDone = false
        while !isDone {
            var outcome: Result<Bool, PackingFault> = .success(false)
            let part = unsafe [UInt8](unsafeUninitializedCapacity: min(max(input.count, 64), 32 * 1024)) { buffer, count in
                var room = unsafe buffer
                do throws(PackingFault) { outcome = .success(try unsafe step(&input, into: &room, end)) } catch {
                    outcome = .failure(error)
                }
                count = buffer.count - room.count
            }
            isDone = try outcome.get()
            if packed.isEmpty { packed = part } else { packed += part }
        }
        return packed
    }
}

extension UnsafeBufferPointer {
    /// Leaves the first so many elements behind.
    mutating func skip(_ count: Int) { unsafe self = UnsafeBufferPointer(rebasing: self[count...]) }
}

extension UnsafeMutableBufferPointer {
    /// Leaves the first so many elements behind.
    mutating func skip(_ count: Int) { unsafe self = UnsafeMutableBufferPointer(rebasing: self[count...]) }
}
