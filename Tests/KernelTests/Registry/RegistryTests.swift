// Long: every fault that keeps modules from fitting together, in one table.
import Core
import HTTP
import Markup
import ModuleKit
import SampleModule
import TestKit
import Testing

@testable import Kernel

@Suite("The registry")
struct RegistryTests {
    static let words = Words(tr: "Ad", en: "Name")
    static let read = Permission("a.read", title: words)

    /// A sound module, with one thing changed.
    static func module(
        _ id: ModuleID = ModuleID("a"), title: Words = words, permissions: [Permission] = [], requires: [ModuleID] = [],
        settings: [Setting] = [], meters: [Meter] = [], hosts: [OutsideHost] = [], secrets: [SecretName] = [],
        _ register: (inout ModuleRegistrar) -> Void = { _ in }
    ) -> RegisteredModule {
        var registrar = ModuleRegistrar()
        register(&registrar)
        let manifest = ModuleManifest(
            id: id, title: title, summary: words, permissions: permissions, requires: requires, settings: settings,
            meters: meters, outsideHosts: hosts, secrets: secrets)
        return RegisteredModule(manifest: manifest, registrar: registrar)
    }

    static func open(_ module: inout ModuleRegistrar, _ path: StaticString, _ method: HTTP.Method = .get) {
        module.route(method, path, for: .open(.pages)) { _, _ in .text("") }
    }

    /// What is wrong, in what words it must be said, and the modules.
    struct Fault: CustomStringConvertible {
        let description: String
        let says: String
        let modules: [RegisteredModule]
        init(_ description: String, _ says: String, _ modules: [RegisteredModule]) {
            (self.description, self.says, self.modules) = (description, says, modules)
        }
    }

    private static let verifier = WebhookVerifier { _, _, _ in }
    private static let b = ModuleID("b")

    private static let ownFaults: [Fault] = [
        Fault("no id", "cannot name a module", [module(ModuleID(""))]),
        Fault("an id with a capital", "“Crm” cannot name a module", [module(ModuleID("Crm"))]),
        Fault("an id with a dash", "cannot name a module", [module(ModuleID("c-rm"))]),
        Fault("an id that begins with a digit", "cannot name a module", [module(ModuleID("1crm"))]),
        Fault(
            "an id that is too long", "cannot name a module",
            [module(ModuleID("a2345678901234567890123456789012345678901"))]),
        Fault("a schema of the house", "“kernel” is the name of a schema of the house", [module(ModuleID("kernel"))]),
        Fault("the schema of the lints", "“lint” is the name of a schema", [module(ModuleID("lint"))]),
        Fault("the schema of extensions", "“extension” is the name of a schema", [module(ModuleID("extension"))]),
        Fault("a schema of PostgreSQL", "“pg_x” is the name of a schema", [module(ModuleID("pg_x"))]),
        Fault(
            "a message without English", "the message a.x cannot stand so: the English text is missing",
            [module { $0.phrases("a", [Phrase("a.x", tr: "Ad", en: "")]) }]),
        Fault(
            "a message that loses a value", "a.x cannot stand so: the Turkish text lacks {name}",
            [module { $0.phrases("a", [Phrase("a.x", tr: "Ad", en: "{name}")]) }]),
        Fault(
            "a message without a form", "a.x cannot stand so: the English text lacks the form one of {n}",
            [
                module {
                    $0.phrases("a", [Phrase("a.x", tr: "{n}", en: "{n, plural, other {#}}")])
                }
            ]),
        Fault(
            "a message that cannot be read", "a.x cannot stand so: the Turkish text cannot be read",
            [module { $0.phrases("a", [Phrase("a.x", tr: "{", en: "x")]) }]),
        Fault(
            "two messages of one key", "a.x cannot stand so: the key is there twice",
            [
                module {
                    $0.phrases("a", [Phrase("a.x", tr: "x", en: "y"), Phrase("a.x", tr: "x", en: "y")])
                }
            ]),
        Fault(
            "a catalogue of another's name", "the catalogue “b” must be named “a”",
            [module { $0.phrases("b", [Phrase("b.x", tr: "x", en: "y")]) }]),
        Fault("no title", "its title lacks a language", [module(title: .none)]),
        Fault("no English title", "its title lacks a language", [module(title: Words(tr: "Ad", en: ""))]),
        Fault(
            "a permission without a title", "the title of a.read lacks a language",
            [module(permissions: [Permission("a.read")])]),
        Fault(
            "a setting without a title", "the title of a.x lacks a language",
            [module(settings: [Setting(SettingKey("a.x"), title: .none, .flag(default: true))])]),
        Fault(
            "a meter without a title", "the title of a.x lacks a language",
            [module(meters: [Meter(MeterName("a.x"), title: .none, .stock)])]),
        Fault(
            "a menu without a title", "in the menu lacks a language",
            [
                module {
                    open(&$0, "/a")
                    $0.navigation(NavigationItem(.none, path: "/a", icon: "x"))
                }
            ]),
        Fault(
            "an event without a title", "the title of a.said lacks a language",
            [module { $0.event(Said.self, title: .none) }]),
        Fault(
            "a field without a title", "the title of “name” at /a lacks a language",
            [module { $0.route(.post, "/a", for: .open(.forms), taking: Untitled.self) { _, _, _ in .text("") } }]),
        Fault(
            "a permission that is not declared", "GET /a asks for a.read, which the manifest does not declare",
            [module { $0.route(.get, "/a", for: .staff(read)) { _, _ in .text("") } }]),
        Fault(
            "a portal's permission that is not declared", "asks for a.read, which the manifest does not declare",
            [module { $0.page("/a", for: .portal(read)) { _, _ in PageContent(title: "", body: "") } }]),
        Fault(
            "a card's permission that is not declared", "a panel asks for a.read",
            [module { $0.dashboardCard(words, for: read) { _ in PageContent(title: "", body: "") } }]),
        Fault(
            "a search's permission that is not declared", "the search of a.x asks for a.read",
            [module { $0.search(TableName("a.x"), words, for: read) { _, _, _ in [] } }]),
        Fault(
            "a name of another module", "the name b.read must begin with “a.”",
            [module(permissions: [Permission("b.read", title: words)])]),
        Fault("a secret of another's", "the name b.key must begin with “a.”", [module(secrets: [SecretName("b.key")])]),
        Fault(
            "a job of another's name", "the name b.do must begin with “a.”",
            [module { $0.job(Stray.self) { _, _ in .done } }]),
        Fault(
            "a path that is none", "has a segment “b c” that would need escaping", [module { open(&$0, "/a/b c") }]),
        Fault(
            "a free parameter that is not there", "/a has no parameter “x”",
            [module { $0.route(.get, "/a", for: .open(.pages), free: ["x"]) { _, _ in .text("") } }]),
        Fault(
            "a webhook without an endpoint", "it needs a parameter :endpoint",
            [module { $0.route(.post, "/a", for: .webhook(verifier)) { _, _ in .text("") } }]),
        Fault(
            "an open route without a limit", "so its limit must be at least 1",
            [module { $0.route(.get, "/a", for: .open(OpenLimit(perMinute: 0))) { _, _ in .text("") } }]),
        Fault(
            "a menu without a page", "the menu leads to /a, which no page of the module answers",
            [
                module {
                    open(&$0, "/a", .post)
                    $0.navigation(NavigationItem(words, path: "/a", icon: "x"))
                }
            ]),
        Fault(
            "a table of another's schema", "b.x lies outside the module's schema",
            [module { $0.owned(TableName("b.x"), "owner") }]),
        Fault("a module that is not there", "a requires b, which is not installed", [module(requires: [b])]),
        Fault("itself", "a requires itself by a circle", [module(requires: [ModuleID("a")])]),
    ]

    private static let commonFaults: [Fault] = [
        Fault("two of one id", "the module a is registered twice", [module(), module()]),
        Fault(
            "two jobs of one kind", "the job a.do is registered twice",
            [
                module {
                    $0.job(Own.self) { _, _ in .done }
                    $0.job(Own.self) { _, _ in .done }
                }
            ]),
        Fault(
            "two listeners of one name", "a listens to a.said twice: give one of the listeners a name of its own",
            [
                module {
                    $0.event(Said.self, title: words)
                    $0.listen(Said.self) { _, _ in }
                    $0.listen(Said.self) { _, _, _ in }
                }
            ]),
        Fault(
            "a listener with an endless name", "has too long a name",
            [
                module {
                    $0.event(Said.self, title: words)
                    $0.listen(
                        Said.self,
                        named: """
                            0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\
                            0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890
                            """
                    ) { _, _ in }
                }
            ]),
        Fault(
            "two events of one name", "the event a.said is registered twice",
            [
                module {
                    $0.event(Said.self, title: words)
                    $0.event(Said.self, title: words)
                }
            ]),
        Fault(
            "two providers", "the capability prices is registered twice",
            [
                module { $0.provide(prices, 1) }, module(b) { $0.provide(prices, 2) },
            ]),
        Fault(
            "two channels", "the channel sms is registered twice",
            [
                module { $0.channel(OutgoingChannel("sms", title: words)) },
                module(b) { $0.channel(OutgoingChannel("sms", title: words)) },
            ]),
        Fault(
            "two services", "the service a.watch is registered twice",
            [
                module {
                    $0.service("a.watch") { _ in }
                    $0.service("a.watch") { _ in }
                }
            ]),
        Fault(
            "two routes of one path", "GET /x would answer what GET /x answers already",
            [
                module { open(&$0, "/x") }, module(b) { open(&$0, "/x") },
            ]),
        Fault(
            "a route in another's shadow", "GET /x/:other would answer what GET /x/:one answers already",
            [
                module { $0.route(.get, "/x/:one", for: .open(.pages), free: ["one"]) { _, _ in .text("") } },
                module(b) { $0.route(.get, "/x/:other", for: .open(.pages), free: ["other"]) { _, _ in .text("") } },
            ]),
        Fault(
            "a listener to nothing", "a listens to a.said, which no module says",
            [
                module { $0.listen(Said.self) { _, _ in } }
            ]),
        Fault(
            "a live channel of nothing", "a passes on a.said, which no module says",
            [
                module(permissions: [read]) { $0.live(LiveChannel(Said.name, for: read)) }
            ]),
        Fault(
            "a schedule of nothing", "a schedules a.do, which is no registered job",
            [
                module { $0.schedule("0 3 * * *") { Own() } }
            ]),
        Fault(
            "a capability nobody has", "a requires the capability prices, which no module provides",
            [
                module { $0.require(prices) }
            ]),
        Fault(
            "a circle of three", "a requires itself by a circle",
            [
                module(requires: [b]), module(b, requires: [ModuleID("c")]),
                module(ModuleID("c"), requires: [ModuleID("a")]),
            ]),
    ]

    @Test("refuses, with a sentence that says what to mend")
    func refusals() {
        let all = Self.ownFaults + Self.commonFaults + Self.wordFaults + Self.nameFaults + Self.rightFaults
        for fault in all {
            do {
                _ = try Registry(fault.modules)
                Issue.record("not refused: \(fault)")
            } catch {
                #expect(error.faults.contains { $0.contains(fault.says) }, "\(fault): \(error)")
            }
        }
        print("registry refusals: fixtures=\(all.count)")
    }

    @Test("says everything that is wrong at once")
    func allAtOnce() {
        #expect {
            try Registry([Self.module(title: .none, requires: [Self.b]) { $0.require(Self.prices) }])
        } throws: { ($0 as? RegistryFaults)?.faults.count == 3 }
    }

    @Test("takes routes of one path on different faces, and the sample")
    func sound() throws {
        let registry = try Registry([
            Self.module(permissions: [Self.read]) { module in
                module.route(.get, "/x", for: .staff(Self.read)) { _, _ in .text("") }
                module.route(.get, "/x", for: .portal(Self.read)) { _, _ in .text("") }
                module.route(.get, "/x", for: .agency) { _, _ in .text("") }
            }
        ])
        #expect(registry.module(ModuleID("a"))?.registrar.routes.count == 3)
        #expect(registry.module(Self.b) == nil)
        #expect(try Registry([SampleModule.self], services: .test).modules.count == 1)
        #expect(try Registry([]).modules.isEmpty)
    }

    @Test("has a module on only where the plan, the tenant and what it requires allow it")
    func isOn() throws {
        let feature = PlanFeature("paid")
        let ground = RegisteredModule(
            manifest: ModuleManifest(id: Self.b, title: Self.words, summary: Self.words, planFeature: feature),
            registrar: ModuleRegistrar())
        let registry = try Registry([ground, Self.module(requires: [Self.b])])
        let cases: [(Set<String>, [String: Bool], Bool)] = [
            (["paid"], [:], true), ([], [:], false), (["paid"], ["a": false], false), (["paid"], ["b": false], false),
            (["paid"], ["a": true, "b": true], true), ([], ["b": true], false), (["other"], [:], false),
        ]
        for (features, switches, on) in cases {
            let entry = SiteEntry.test("a.example", .app, features: features, switches: switches)
            #expect(registry.isOn(ModuleID("a"), at: entry) == on, "\(features) \(switches)")
        }
        #expect(!registry.isOn(ModuleID("none"), at: .test("a.example", .app)))
    }

    private static let prices = Capability<Int>("prices")
}

private struct Said: Event {
    static let name = EventName("a.said")
}

private struct Own: Job {
    static let kind = JobKind("a.do")
}

private struct Stray: Job {
    static let kind = JobKind("b.do")
}

private struct Untitled: RouteInput {
    static let fields = [InputField("name", title: .none, .text(most: 5))]
    let name: String
}
