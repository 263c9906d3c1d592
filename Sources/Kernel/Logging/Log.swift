public import Core
public import HTTP
public import HTTPServer
import Postgres

/// The process's log: one JSON line an event. Secrets do not get here, because nothing that holds one prints itself. What
/// the database said, and the statement, do only at level debug: they may hold data of a row.
public struct Log: Sendable {
    private let sink: any LogSink
    private let minimum: LogLevel
    private let clock: any WallClock

    /// A log into a sink.
    public init(into sink: any LogSink, minimum: LogLevel = .info, clock: any WallClock = SystemClock()) {
        (self.sink, self.minimum, self.clock) = (sink, minimum, clock)
    }

    /// For the developer.
    public func debug(_ event: StaticString, _ facts: KeyValuePairs<StaticString, String> = [:]) {
        write(.debug, event, facts, nil, nil)
    }

    /// What an operator likes to know.
    public func info(_ event: StaticString, _ facts: KeyValuePairs<StaticString, String> = [:]) {
        write(.info, event, facts, nil, nil)
    }

    /// Worth a look.
    public func warning(
        _ event: StaticString, _ facts: KeyValuePairs<StaticString, String> = [:], cause: (any Error)? = nil
    ) {
        write(.warning, event, facts, nil, cause)
    }

    /// Somebody may have to get up.
    public func error(
        _ event: StaticString, _ facts: KeyValuePairs<StaticString, String> = [:], request: RequestNumber? = nil,
        cause: (any Error)? = nil
    ) {
        write(.error, event, facts, request, cause)
    }

    private func write(
        _ severity: LogLevel, _ event: StaticString, _ facts: KeyValuePairs<StaticString, String>,
        _ request: RequestNumber?, _ cause: (any Error)?
    ) {
        guard severity >= minimum else { return }
        var json = JSONWriter(reserveCapacity: 256)
        json.beginObject()
        json.key("at")
        json.timestamp(clock.now())
        json.key("level")
        json.string(severity.rawValue)
        json.key("event")
        json.string(event.description)
        if let request {
            json.key("request")
            json.string(request.description)
        }
        for (name, value) in facts {
            json.key(name)
            json.string(value)
        }
        if let cause {
            json.key("cause")
            json.string(String(reflecting: cause))
            if minimum == .debug, let whole = Self.unredacted(cause) {
                json.key("cause_unredacted")
                json.string(whole)
            }
        }
        json.endObject()
        json.newLine()
        _ = sink.accept(json.finish())
    }

    /// What an error of the database keeps back.
    private static func unredacted(_ cause: any Error) -> String? {
        switch cause {
        case let error as PostgresError: error.unredacted
        case let error as TransactionError: error.unredacted
        default: nil
        }
    }
}
