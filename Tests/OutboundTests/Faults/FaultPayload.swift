import Synchronization
import TestKit

/// Content that proves itself: made of its number alone.
struct FaultPayload {
    let bytes: [UInt8]

    init(_ number: Int, _ size: Int) {
        var random = SeededRandom(seed: UInt64(truncatingIfNeeded: number))
        bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    func matches(_ other: [UInt8]) -> Bool { bytes == other }
}

/// The numbers whose work was done.
final class Handled: Sendable {
    private let numbers = Mutex<Set<Int>>([])

    func add(_ number: Int) { _ = numbers.withLock { $0.insert(number) } }

    func contains(_ number: Int) -> Bool { numbers.withLock { $0.contains(number) } }

    var all: Set<Int> { numbers.withLock { $0 } }
}

/// Hands out numbers, each once.
final class Counter: Sendable {
    private let value = Mutex(0)

    func next(below limit: Int) -> Int? {
        value.withLock { value in
            guard value < limit else { return nil }
            defer { value += 1 }
            return value
        }
    }
}
