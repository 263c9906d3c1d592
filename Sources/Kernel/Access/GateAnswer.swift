import ModuleKit

/// What a handler gave back, with what a page around it needs to know.
struct GateAnswer {
    let content: RouteAnswer
    let reader: PageReader
    let token: PageToken?

    init(_ content: RouteAnswer, for reader: PageReader, _ token: PageToken? = nil) {
        (self.content, self.reader, self.token) = (content, reader, token)
    }
}
