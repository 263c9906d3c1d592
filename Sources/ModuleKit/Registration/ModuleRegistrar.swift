public import HTTP
public import Localization

/// What one module offers, as a value: print it, compare it, test it.
public struct ModuleRegistrar: Sendable {
    /// Routes, pages among them.
    public internal(set) var routes: [RouteRegistration] = []
    /// Kinds of jobs.
    public internal(set) var jobs: [JobRegistration] = []
    /// Jobs by the clock.
    public internal(set) var schedules: [ScheduleRegistration] = []
    /// Work without an end.
    public internal(set) var services: [ServiceRegistration] = []
    /// Events it says.
    public internal(set) var events: [EventRegistration] = []
    /// Events it wants to know of.
    public internal(set) var listeners: [ListenerRegistration] = []
    /// What it does for others.
    public internal(set) var capabilities: [CapabilityRegistration] = []
    /// What it needs of others.
    public internal(set) var required: [CapabilityRequirement] = []
    /// Entries of the menu.
    public internal(set) var navigation: [NavigationItem] = []
    /// What the palette offers besides the menu.
    public internal(set) var commands: [NavigationItem] = []
    /// Pieces of other pages.
    public internal(set) var panels: [PanelRegistration] = []
    /// What the search over everything asks.
    public internal(set) var searches: [SearchRegistration] = []
    /// What open screens are told.
    public internal(set) var liveChannels: [LiveChannel] = []
    /// Record types.
    public internal(set) var resources: [ResourceRegistration] = []
    /// Columns that say whose a record is.
    public internal(set) var owned: [OwnedColumn] = []
    /// Tables whose rows belong to people and teams.
    public internal(set) var scoped: [ScopedTable] = []
    /// What it holds of persons.
    public internal(set) var personalData: [PersonalData] = []
    /// Steps of workflows.
    public internal(set) var workflowSteps: [WorkflowStep] = []
    /// What templates may name.
    public internal(set) var templateVariables: [TemplateVariable] = []
    /// Templates it brings along.
    public internal(set) var templates: [TemplateRegistration] = []
    /// Ways out.
    public internal(set) var channels: [OutgoingChannel] = []
    /// Lists of which people keep views.
    public internal(set) var lists: [RecordList] = []
    /// Its messages.
    public internal(set) var catalogues: [MessageCatalogue] = []
    /// What could not be registered, and why; the registry refuses to start with any.
    public private(set) var mistakes: [String] = []

    /// Nothing yet.
    public init() {}

    /// A route. A parameter of the path bears the name of the module's table whose record it identifies, or it is
    /// named in `free`.
    public mutating func route<Context>(
        _ method: Method, _ path: StaticString, for access: Access<Context>, free: [String] = [],
        _ run: @escaping @Sendable (Request, Context) async throws -> Response
    ) {
        add(method, path.description, access, input: [], free, access.box { .response(try await run($0, $1)) })
    }

    /// A route that takes values, which are decoded and checked before the handler is called.
    public mutating func route<Context, Input: RouteInput>(
        _ method: Method, _ path: StaticString, for access: Access<Context>, taking _: Input.Type,
        free: [String] = [],
        _ run: @escaping @Sendable (Input, Request, Context) async throws -> Response
    ) {
        add(
            method, path.description, access, input: Input.fields, free,
            access.box { request, context in
                let input = try await InputReader.read(Input.self, from: request, by: context as? any StaffContext)
                return .response(try await run(input, request, context))
            })
    }

    /// A page: the house puts its frame around what the closure returns.
    public mutating func page<Context>(
        _ path: StaticString, for access: Access<Context>, free: [String] = [],
        _ run: @escaping @Sendable (Request, Context) async throws -> PageContent
    ) {
        add(.get, path.description, access, input: [], free, access.box { .page(try await run($0, $1)) })
    }

    mutating func add<Context>(
        _ method: Method, _ path: String, _ access: Access<Context>, input: [InputField], _ free: [String],
        _ handler: RouteHandler
    ) {
        do {
            routes.append(
                RouteRegistration(
                    method, try PathTemplate(path), access.rule, access.terms, input: input,
                    freeParameters: free, verifier: access.verifier, handler))
        } catch {
            mistakes.append(error.description)
        }
    }
}
