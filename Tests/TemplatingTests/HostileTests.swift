import Core
import Testing

@testable import Templating

/// A hundred templates that mean harm. Each is refused when it is read or checked, stopped by a limit, or does nothing.
@Suite("A hostile template")
struct HostileTests {
    /// What becomes of it.
    enum End: Sendable, Equatable {
        /// It is not read.
        case unread(String)
        /// It is read and stopped while it is rendered, and no later than this.
        case stopped(String)
        /// It prints this.
        case prints(String)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let source: String
        let form: TemplateForm
        let end: End
        var testDescription: String { name }

        init(_ name: String, _ source: String, _ end: End) { self.init(name, source, .text, end) }

        init(_ name: String, _ source: String, _ form: TemplateForm, _ end: End) {
            (self.name, self.source, self.form, self.end) = (name, source, form, end)
        }
    }

    @Test("is refused, stopped or harmless, within its fuel", arguments: Hostile.all)
    func hostile(_ attack: Case) {
        let template: Template
        do throws(TemplateFaults) {
            template = try Template(attack.source, form: attack.form)
        } catch {
            #expect(attack.end == .unread(error.all[0].code), "\(error.all[0])")
            return
        }
        do throws(TemplateFault) {
            let result = try template.render(
                Hostile.values, parts: Hostile.parts, formats: .house(.tr), unknown: .empty)
            #expect(result.fuel <= TemplateLimits.standard.fuel)
            #expect(result.bytes.count <= TemplateLimits.standard.output)
            #expect(attack.end == .prints(result.text), "\(result.text.prefix(200))")
        } catch {
            #expect(attack.end == .stopped(error.code), "\(error)")
        }
    }

    @Test("are a hundred, each another")
    func count() {
        #expect(Hostile.all.count >= 100)
        #expect(Set(Hostile.all.map(\.source)).count == Hostile.all.count)
        #expect(Set(Hostile.all.map(\.name)).count == Hostile.all.count)
    }

    @Test("pays for what it does: fuel grows with the work, and a smaller tank stops it sooner")
    func fuelIsFair() throws {
        let source = "{% for a in big %}{{ a }}{% endfor %}"
        let whole = try Template(source, form: .text).render(Hostile.values, formats: .house(.tr)).fuel
        #expect((30_000...100_000).contains(whole))
        for share in [2, 10, 100] {
            var limits = TemplateLimits.standard
            limits.fuel = whole / share
            let template = try Template(source, form: .text, limits: limits)
            #expect(throws: TemplateFault.self) { try template.render(Hostile.values, formats: .house(.tr)) }
        }
        var exact = TemplateLimits.standard
        exact.fuel = whole
        let template = try Template(source, form: .text, limits: exact)
        #expect(try template.render(Hostile.values, formats: .house(.tr)).fuel == whole)
    }

    @Test("pays for what is read again to judge a place: values in one long attribute cost its length each")
    func attributeIsPaid() throws {
        func fuel(_ count: Int) throws -> Int {
            let source = "<p title=\"{% for a in big limit: \(count) %}{{ a }}{% endfor %}\">x</p>"
            return try Template(source, form: .markup).render(Hostile.values, formats: .house(.tr)).fuel
        }
        #expect(try fuel(800) > 3 * fuel(400))
        #expect(throws: TemplateFault.self) { try fuel(10_000) }
    }
}
