/// A request as somebody understood it, for comparing understandings.
struct SeenRequest: Equatable {
    var method: [UInt8] = []
    var target: [UInt8] = []
    var minorVersion: UInt8 = 1
    var names: [[UInt8]] = []
    var values: [[UInt8]] = []
    var body: [UInt8] = []
    /// Where in the stream the head ends.
    var headEnd = 0
    /// Where in the stream the request ends.
    var end = 0
}
