import HTTP
import TestKit

/// What the tests with real sockets ask for.
enum Echo {
    /// Answers with method, target and body of the request.
    static let responder = Answering { request in
        do {
            let body = try await request.body.collect(upTo: 1 << 20)
            return .text("\(request.method.rawValue) \(request.head.target) \(String(decoding: body, as: UTF8.self))")
        } catch BodyFault.tooLarge {
            return .text("too large", status: .contentTooLarge)
        } catch BodyFault.tooSlow {
            return .text("too slow", status: .requestTimeout)
        } catch {
            return .text("interrupted", status: .badRequest)
        }
    }

    static func get(_ target: String, _ fields: String...) -> String {
        (["GET \(target) HTTP/1.1", "Host: example.com"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    }

    static func post(_ target: String, _ fields: String..., body: String = "") -> String {
        (["POST \(target) HTTP/1.1", "Host: example.com"] + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
    }
}
