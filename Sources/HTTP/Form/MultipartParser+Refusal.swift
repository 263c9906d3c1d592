extension MultipartParser {
    /// Why a body was not read.
    public enum Refusal: String, RequestRefusal {
        case tooManyParts = "multipart.too-many-parts"
        case headTooLong = "multipart.head-too-long"
        case marginTooLong = "multipart.margin-too-long"
        case badDelimiter = "multipart.bad-delimiter"
        case badHead = "multipart.bad-head"
        case noName = "multipart.no-name"
        case transferEncoding = "multipart.transfer-encoding"
        case truncated = "multipart.truncated"

        /// 413 for what is too much, 400 for what is broken.
        public var status: Status {
            switch self {
            case .tooManyParts, .headTooLong, .marginTooLong: .contentTooLarge
            default: .badRequest
            }
        }

        /// What exactly was wrong.
        public var reason: String {
            switch self {
            case .tooManyParts: "There are more parts than the limit."
            case .headTooLong: "The head of a part is longer than the limit."
            case .marginTooLong: "There is too much before, between or behind the parts."
            case .badDelimiter: "A line begins with the boundary and goes on differently."
            case .badHead: "The head of a part is broken."
            case .noName: "A part is not form data with a name."
            case .transferEncoding: "A part is encoded for mail."
            case .truncated: "The body ends before its last delimiter."
            }
        }
    }
}
