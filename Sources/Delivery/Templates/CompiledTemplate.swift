import Core
import ModuleKit
import Templating

/// A template's two texts, read.
struct CompiledTemplate: Sendable {
    let subject: Template?
    let body: Template

    /// Reads both; throws all that is wrong with their form.
    init(subject: String, body: String, _ channel: TemplateChannel) throws(DraftFaults) {
        var mistakes: [TemplateMistake] = []
        func read(_ text: String, _ piece: TemplateMistake.Piece) -> Template? {
            do throws(TemplateFaults) {
                return try Template(text, form: channel.form(of: piece), limits: channel.limits(of: piece))
            } catch {
                mistakes += error.all.map { TemplateMistake($0, piece) }
                return nil
            }
        }
        self.subject = channel.hasSubject ? read(subject, .subject) : nil
        guard let read = read(body, .body), mistakes.isEmpty else { throw DraftFaults(mistakes: mistakes) }
        self.body = read
    }

    /// All that is wrong with its names and parts.
    func mistakes(_ names: [String: TemplateShape], _ parts: [String: Template]) -> [TemplateMistake] {
        (subject?.faults(names: names) ?? []).map { TemplateMistake($0, .subject) }
            + body.faults(names: names, parts: parts).map { TemplateMistake($0, .body) }
    }

    /// Renders both.
    func render(
        _ values: [String: Datum], _ parts: [String: Template], _ formats: TemplateFormats, unknown: UnknownNames
    ) throws(DraftFaults) -> (subject: String, body: [UInt8]) {
        var piece = TemplateMistake.Piece.subject
        do throws(TemplateFault) {
            let subject = try subject?.render(values, formats: formats, unknown: unknown).text ?? ""
            piece = .body
            return (subject, try body.render(values, parts: parts, formats: formats, unknown: unknown).bytes)
        } catch {
            throw DraftFaults(mistakes: [TemplateMistake(error, piece)])
        }
    }
}

/// What is wrong with a template.
struct DraftFaults: Error {
    let mistakes: [TemplateMistake]
}

extension TemplateMistake {
    init(_ fault: TemplateFault, _ piece: Piece) {
        self.init(
            code: fault.code, piece: piece, line: fault.line, column: fault.column, tr: fault.text(in: .tr),
            en: fault.text(in: .en))
    }
}

extension TemplateChannel {
    var hasSubject: Bool { self == .mail || self == .pdf }
    var isMarkup: Bool { self == .mail || self == .pdf }

    func form(of piece: TemplateMistake.Piece) -> TemplateForm {
        piece == .subject ? .line : isMarkup ? .markup : .text
    }

    func limits(of piece: TemplateMistake.Piece) -> TemplateLimits {
        if piece == .subject { return .line }
        switch self {
        case .mail: return .standard
        case .pdf: return .document
        case .sms, .whatsapp: return .message
        }
    }
}
