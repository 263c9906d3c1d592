import Core
import HTTP
import Markup
import ModuleKit

@testable import Kernel

/// More modules that the registry refuses, by what is wrong with them.
extension RegistryTests {
    /// Texts that people would read in one language only.
    static let wordFaults: [Fault] = [
        Fault(
            "a card without a title", "a: the title of panel 1 lacks a language: write it in Turkish and English",
            [
                module(permissions: [read]) {
                    $0.dashboardCard(.none, for: read) { _ in PageContent(title: "", body: "") }
                }
            ]),
        Fault(
            "a search without a title", "a: the title above the hits in a.x lacks a language",
            [module(permissions: [read]) { $0.search(TableName("a.x"), .none, for: read) { _, _, _ in [] } }]),
        Fault(
            "a resource without a title", "a: the title of a.x lacks a language",
            [
                module(permissions: [read]) {
                    $0.resource(ResourceRegistration(TableName("a.x"), title: .none, fields: [], for: read))
                }
            ]),
        Fault(
            "a resource's field without a title", "a: the title of “b” at a.x lacks a language",
            [
                module(permissions: [read]) {
                    let field = InputField("b", title: .none, .flag)
                    $0.resource(ResourceRegistration(TableName("a.x"), title: words, fields: [field], for: read))
                }
            ]),
        Fault(
            "a choice in one language", "a: the choice “x” of “b” at a.x lacks a language",
            [
                module(permissions: [read]) {
                    let field = InputField("b", title: words, choices: ["x": Words(tr: "X", en: "")])
                    $0.resource(ResourceRegistration(TableName("a.x"), title: words, fields: [field], for: read))
                }
            ]),
        Fault(
            "a field's help in one language", "a: the help of “b” at a.x lacks a language",
            [
                module(permissions: [read]) {
                    let field = InputField("b", title: words, .flag).help(Words(tr: "", en: "B"))
                    $0.resource(ResourceRegistration(TableName("a.x"), title: words, fields: [field], for: read))
                }
            ]),
        Fault(
            "a workflow step without a title", "a: the title of the workflow step a.do lacks a language",
            [module { $0.workflowStep(WorkflowStep("a.do", title: .none, .action)) }]),
        Fault(
            "a workflow step's field without a title", "a: the title of “b” at a.do lacks a language",
            [
                module {
                    let field = InputField("b", title: Words(tr: "B", en: ""), .flag)
                    $0.workflowStep(WorkflowStep("a.do", title: words, .action, fields: [field]))
                }
            ]),
        Fault(
            "a variable without a title", "a: the title of the variable a.name lacks a language",
            [module { $0.templateVariable(TemplateVariable("a.name", title: .none) { _ in .nothing }) }]),
        Fault(
            "a channel without a title", "a: the title of the channel sms lacks a language",
            [module { $0.channel(OutgoingChannel("sms", title: .none)) }]),
    ]

    /// Names that are another's, given twice, or none at all.
    static let nameFaults: [Fault] = [
        Fault(
            "a service of another's name", "a: the name b.watch must begin with “a.”",
            [module { $0.service("b.watch") { _ in } }]),
        Fault(
            "a workflow step of another's name", "a: the name b.do must begin with “a.”",
            [module { $0.workflowStep(WorkflowStep("b.do", title: words, .trigger)) }]),
        Fault(
            "a variable of another's name", "a: the name b.x must begin with “a.”",
            [module { $0.templateVariable(TemplateVariable("b.x", title: words) { _ in .nothing }) }]),
        Fault(
            "a meter of another's name", "a: the name b.x must begin with “a.”",
            [module(meters: [Meter(MeterName("b.x"), title: words, .stock)])]),
        Fault(
            "a setting of another's name", "a: the name b.x must begin with “a.”",
            [module(settings: [Setting(SettingKey("b.x"), title: words, .flag(default: true))])]),
        Fault(
            "a link's purpose of another's name", "a: the name b.x must begin with “a.”",
            [module { $0.route(.get, "/a", for: .signedLink(LinkPurpose("b.x"))) { _, _ in .text("") } }]),
        Fault(
            "two settings of one key", "the setting a.x is registered twice: rename one of them",
            [
                module(settings: [
                    Setting(SettingKey("a.x"), title: words, .flag(default: true)),
                    Setting(SettingKey("a.x"), title: words, .flag(default: false)),
                ])
            ]),
        Fault(
            "two meters of one name", "the meter a.x is registered twice",
            [
                module(meters: [
                    Meter(MeterName("a.x"), title: words, .stock), Meter(MeterName("a.x"), title: words, .volume),
                ])
            ]),
        Fault(
            "two secrets of one name", "the secret a.x is registered twice",
            [module(secrets: [SecretName("a.x"), SecretName("a.x")])]),
        Fault(
            "two workflow steps of one name", "the workflow step a.do is registered twice",
            [
                module {
                    $0.workflowStep(WorkflowStep("a.do", title: words, .trigger))
                    $0.workflowStep(WorkflowStep("a.do", title: words, .action))
                }
            ]),
        Fault(
            "two variables of one name", "the template variable a.x is registered twice",
            [
                module {
                    $0.templateVariable(TemplateVariable("a.x", title: words) { _ in .nothing })
                    $0.templateVariable(TemplateVariable("a.x", title: words) { _ in .nothing })
                }
            ]),
        Fault(
            "two searches of one table", "the search of a.x is registered twice",
            [
                module(permissions: [read]) {
                    $0.search(TableName("a.x"), words, for: read) { _, _, _ in [] }
                    $0.search(TableName("a.x"), words, for: read) { _, _, _ in [] }
                }
            ]),
        Fault(
            "an outside host with a scheme", "a: “https://api.example.com” is no host to call",
            [module(hosts: [OutsideHost("https://api.example.com")])]),
        Fault("an outside host with a port", "is no host to call", [module(hosts: [OutsideHost("example.com:443")])]),
        Fault("an outside host with capitals", "is no host to call", [module(hosts: [OutsideHost("API.example.com")])]),
        Fault("an outside host that is an address", "is no host", [module(hosts: [OutsideHost("10.0.0.1")])]),
        Fault("all hosts there are", "is no host to call", [module(hosts: [OutsideHost("*")])]),
        Fault("a whole country's hosts", "is no host to call", [module(hosts: [OutsideHost("*.tr")])]),
        Fault("a star inside a host", "is no host to call", [module(hosts: [OutsideHost("api.*.com")])]),
    ]

    /// What nobody may, nobody finds, or somebody takes for something else.
    static let rightFaults: [Fault] = [
        Fault(
            "a permission that nothing asks for",
            "a: nothing asks for the permission a.read: use it, or take it out of the manifest",
            [module(permissions: [read])]),
        Fault(
            "a live channel's permission that is not declared", "the live channel of a.said asks for a.read",
            [module { $0.live(LiveChannel(EventName("a.said"), for: read)) }]),
        Fault(
            "a resource's permission that is not declared", "the resource a.x asks for a.read",
            [module { $0.resource(ResourceRegistration(TableName("a.x"), title: words, fields: [], for: read)) }]),
        Fault(
            "a menu of another face", "the menu leads to /a, which no page of the module answers at the face “portal”",
            [
                module(permissions: [read]) {
                    $0.page("/a", for: .staff(read)) { _, _ in PageContent(title: "", body: "") }
                    $0.navigation(NavigationItem(words, path: "/a", icon: "x", surface: .portal))
                }
            ]),
        Fault(
            "a schedule at no time", "a schedules a.later at “61 3 * * *”, which is no time",
            [
                module {
                    $0.job(Later.self) { _, _ in .done }
                    $0.schedule("61 3 * * *") { Later() }
                }
            ]),
        Fault(
            "a capability of another type",
            "b requires the capability prices as Swift.String, but it is provided as Swift.Int: use the one declaration",
            [
                module { $0.provide(Capability<Int>("prices"), 1) },
                module(ModuleID("b")) { $0.require(Capability<String>("prices")) },
            ]),
    ]
}

private struct Later: Job {
    static let kind = JobKind("a.later")
}
