import Synchronization

/// What a scripted server heard, told to the test.
final class Heard: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }

    var count: Int { bytes.withLock { $0.count } }

    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}

/// A sign between a test and its scripted server.
final class Sign: Sendable {
    private let shown = Mutex(false)

    func set() { shown.withLock { $0 = true } }

    var isSet: Bool { shown.withLock { $0 } }
}
