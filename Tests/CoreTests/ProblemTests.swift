import Core
import Testing

@Suite struct ProblemTests {
    private struct Truth: Error, CustomDebugStringConvertible {
        var debugDescription: String { "password of the database" }
    }

    @Test func keepsTheTruthOutOfEverythingButTheDebugDescription() {
        let problem = Problem(.unavailable, detail: "Try later", retryAfter: 5, underlying: Truth())
        let mirrored = Mirror(reflecting: problem).children.map { "\($0)" }.joined()
        for text in ["\(problem)", String(describing: problem), mirrored, json(problem)] {
            #expect(!text.contains("password"))
        }
        #expect("\(problem)" == "unavailable: Temporarily unavailable")
        #expect(problem.debugDescription.contains("password of the database"))
    }

    @Test func writesItself() {
        let problem = Problem(
            .unprocessable, detail: "Look <here>", fields: [FieldFault("/items/3/amount", .range, "Too big")])
        #expect(
            json(problem) == """
                {"type":"urn:konak:problem:unprocessable","title":"Some values are not acceptable","status":422,\
                "code":"unprocessable","detail":"Look \\u003chere>",\
                "fields":[{"pointer":"/items/3/amount","code":"range","message":"Too big"}]}
                """)
    }

    @Test func namesItsRequest() throws {
        let request = try #require(RequestID("018f3a6b-7c00-7abc-8def-0123456789ab"))
        var writer = JSONWriter()
        Problem(.notFound).write(into: &writer, request: request)
        let text = String(decoding: writer.finish(), as: UTF8.self)
        #expect(text.hasSuffix(#""instance":"urn:uuid:018f3a6b-7c00-7abc-8def-0123456789ab"}"#))
    }

    @Test func wrapsOtherErrorsAsInternal() {
        #expect(Problem(wrapping: Truth()).code == .internal)
        #expect(Problem(wrapping: Truth()).status == 500)
        #expect(Problem(wrapping: Problem(.conflict)).code == .conflict)
        #expect(ProblemCode("odd", status: 200, title: "Odd").status == 500)
    }

    private func json(_ problem: Problem) -> String {
        var writer = JSONWriter()
        problem.write(into: &writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }
}
