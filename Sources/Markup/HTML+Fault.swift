extension HTML {
    /// An interpolation that was left out because no value is safe where it stands. It depends on the program alone,
    /// never on the value, so a page that is rendered once without a fault has none; but for what follows an address
    /// that was left out, where `scheme` may come of it.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// Where the interpolation stands.
        public enum Place: String, Sendable {
            /// The name of a tag, or just after `<`.
            case tag
            /// Between the attributes, or in an attribute's name.
            case attributeName
            /// A value without quotes around it.
            case unquotedValue
            /// An attribute that is code: an event handler, `srcdoc`, `hx-on`, `hx-trigger`.
            case code
            /// A `style` attribute.
            case style
            /// An address that already has a scheme which is not allowed.
            case scheme
            /// Inside JSON that has already begun.
            case json
            /// Inside `<script>`, `<style>` and their like.
            case rawText
            /// Inside a comment.
            case comment
            /// Markup in the value of an attribute or in a `<title>` or `<textarea>`.
            case markupInAttribute
        }

        /// Where the interpolation stands.
        public let place: Place
        /// Where in the markup, in bytes.
        public let offset: Int

        /// The place and its offset.
        public var description: String { "an interpolation was left out: \(place.rawValue) at byte \(offset)" }

        func shifted(by bytes: Int) -> Fault { Fault(place: place, offset: offset + bytes) }
    }
}
