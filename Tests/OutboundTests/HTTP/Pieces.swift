import Synchronization

/// A body to be streamed, piece by piece.
final class Pieces: Sendable {
    private let rest: Mutex<[[UInt8]]>

    init(_ pieces: [[UInt8]]) { rest = Mutex(pieces.reversed()) }

    func next() -> [UInt8]? { rest.withLock { $0.popLast() } }

    var left: Int { rest.withLock { $0.count } }
}

/// Values gathered from several tasks.
final class Gathered<Value: Sendable>: Sendable {
    private let all = Mutex<[Value]>([])

    func add(_ value: Value) { all.withLock { $0.append(value) } }

    var values: [Value] { all.withLock { $0 } }
}
