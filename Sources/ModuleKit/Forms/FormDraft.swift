public import Core
public import HTTP
public import Markup
public import UI

/// A form as it stands before its reader: what is written in it, what is wrong, and what it carries beside its fields.
public struct FormDraft: Sendable {
    /// The reader's language.
    public let language: Language
    /// Where the form is sent.
    public let target: SafeURL
    /// What the address says behind its question mark.
    public let query: QueryItems
    /// True once the form was sent and has come back.
    public private(set) var isReturned = false
    /// What is wrong, in the reader's language: the sentence for each field, in the order of the fields.
    public private(set) var faults: [UI.FieldFault] = []
    /// What is wrong with the whole; it stands above the fields.
    public private(set) var notice: String?
    /// Whether the notice tells of something wrong.
    private(set) var isNoticeBad = true
    /// The zone of the reader's clock.
    public internal(set) var zone = "Europe/Istanbul"
    let token: String?
    private(set) var key: String
    /// What the reader's role does with the fields, if they are a record's.
    private(set) var sight = FieldSight.whole
    private var values: [String: [String]]

    /// A form that nobody has sent yet, to stand in a page: it goes to a path of this site.
    public init(to path: String, in context: some RouteContext, values: [String: String] = [:]) {
        self.init(
            to: SafeURL(within: path) ?? .nowhere, token: context.formToken, values: values.mapValues { [$0] },
            in: context.language)
        zone = context.zone
    }

    /// A form by itself, with its start values.
    public init(values: [String: String] = [:], in language: Language = .tr) {
        self.init(to: .nowhere, token: nil, values: values.mapValues { [$0] }, in: language)
    }

    init(
        to target: SafeURL, token: String?, key: String? = nil, query: QueryItems = QueryItems(),
        values: [String: [String]], in language: Language
    ) {
        (self.target, self.token, self.query, self.language) = (target, token, query, language)
        // No secret: it only tells one sending of this page from the next.
        self.key = key ?? UUIDv7.make().description
        self.values = values
    }

    /// What is written in a field.
    public func text(_ name: String) -> String? { values[name]?.first }

    /// Everything that was chosen in a field.
    public func texts(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether a box is ticked.
    public func flag(_ name: String) -> Bool { text(name).map { ["on", "true"].contains($0) } ?? false }

    /// What is wrong with a field.
    public func fault(_ name: String) -> String? { faults.first { $0.name == name }?.text }

    /// The same with what is stored, for a form that changes something. What was typed goes first.
    public func starting(with stored: KeyValuePairs<String, String?>) -> FormDraft {
        starting(with: Dictionary(stored.map { ($0.key, $0.value.map { [$0] } ?? []) }) { first, _ in first })
    }

    /// The same where fields may hold several values.
    public func starting(with stored: [String: [String]]) -> FormDraft {
        // Once it was sent, a box that is empty was emptied.
        guard !isReturned else { return self }
        var draft = self
        draft.values.merge(stored) { written, _ in written }
        return draft
    }

    /// The same before a reader whose role does not do everything with the fields.
    func seen(with sight: FieldSight) -> FormDraft {
        var draft = self
        draft.sight = sight
        return draft
    }

    /// The same with what its reader typed before they had to prove who they are: nothing was sent yet.
    func brought(back typed: [String: [String]]) -> FormDraft {
        var draft = self
        (draft.isReturned, draft.values) = (true, typed)
        (draft.notice, draft.isNoticeBad) = (FormFaults.kept.text(in: language), false)
        return draft
    }

    /// The same as it comes back: with everything that is wrong in the reader's words.
    func returned(with problem: Problem, _ fields: [InputField]) -> FormDraft {
        var draft = self
        draft.isReturned = true
        draft.faults = FormFaults.faults(problem.fields, of: fields, in: language)
        draft.notice = FormFaults.notice(problem, in: language)
        // Whoever has looked and sends it again means another sending.
        if problem.code == .sendingUnknown { draft.key = UUIDv7.make().description }
        return draft
    }
}
