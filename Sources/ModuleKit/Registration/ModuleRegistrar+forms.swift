public import HTTP

extension ModuleRegistrar {
    /// A form: one page that shows it and takes what is sent. What is not acceptable comes back on the same page with
    /// everything that was typed; what `save` throws does too, where it is worth another try.
    public mutating func form<Input: RouteInput, Context: Sendable>(
        _ path: StaticString, for access: Access<Context>, taking _: Input.Type, free: [String] = [],
        upTo mostBytes: Int = 1 << 18,
        show: @escaping @Sendable (Context, FormDraft) async throws -> PageContent,
        save: @escaping @Sendable (Input, Request, Context) async throws -> FormOutcome
    ) {
        form(
            path, for: access, taking: Input.self, free: free, upTo: mostBytes,
            show: { _, context, draft in try await show(context, draft) }, save: save)
    }

    /// A form whose page depends on the request itself: on a cookie, or on the browser that asks.
    public mutating func form<Input: RouteInput, Context: Sendable>(
        _ path: StaticString, for access: Access<Context>, taking _: Input.Type, free: [String] = [],
        upTo mostBytes: Int = 1 << 18,
        show: @escaping @Sendable (Request, Context, FormDraft) async throws -> PageContent,
        save: @escaping @Sendable (Input, Request, Context) async throws -> FormOutcome
    ) {
        form(
            at: path.description, for: access, taking: Input.self, free: free, upTo: mostBytes, show: show, save: save)
    }

    /// The same at a path that is put together.
    mutating func form<Input: RouteInput, Context: Sendable>(
        at path: String, for access: Access<Context>, taking _: Input.Type, free: [String], upTo mostBytes: Int,
        show: @escaping @Sendable (Request, Context, FormDraft) async throws -> PageContent,
        save: @escaping @Sendable (Input, Request, Context) async throws -> FormOutcome
    ) {
        let desk = FormDesk(mostBytes: mostBytes, show: show, save: save)
        add(.get, path, access.viewing, input: [], free, access.box { try await desk.view($0, $1) })
        let before = routes.count
        add(.post, path, access, input: Input.fields, free, access.box { try await desk.take($0, $1) })
        for index in before..<routes.count { routes[index].isForm = true }
    }

    /// A form whose saving needs nothing of the request but its values.
    public mutating func form<Input: RouteInput, Context: Sendable>(
        _ path: StaticString, for access: Access<Context>, taking _: Input.Type, free: [String] = [],
        upTo mostBytes: Int = 1 << 18,
        show: @escaping @Sendable (Context, FormDraft) async throws -> PageContent,
        save: @escaping @Sendable (Input, Context) async throws -> FormOutcome
    ) {
        form(path, for: access, taking: Input.self, free: free, upTo: mostBytes, show: show) { input, _, context in
            try await save(input, context)
        }
    }

    /// Something to do that takes no values: a button, an undo. It says what became of it on the next page.
    public mutating func action<Context>(
        _ path: StaticString, for access: Access<Context>, free: [String] = [],
        _ run: @escaping @Sendable (Request, Context) async throws -> FormOutcome
    ) {
        action(at: path.description, for: access, free: free, run)
    }

    /// The same at a path that is put together.
    mutating func action<Context>(
        at path: String, for access: Access<Context>, free: [String],
        _ run: @escaping @Sendable (Request, Context) async throws -> FormOutcome
    ) {
        let handler = access.box { request, context in
            let answer = FormAnswer(try await run(request, context), request)
            return request.isOfProgram ? .response(try answer.responseForPrograms) : try answer.answer
        }
        add(.post, path, access, input: [], free, handler)
    }
}

extension Access {
    /// Strangers look at a form as often as at any page; only sending it is rare.
    var viewing: Access {
        guard case .open(let limit) = rule else { return self }
        let most = OpenLimit(perMinute: max(limit.perMinute, OpenLimit.pages.perMinute))
        var viewing = Access(rule: .open(most), verifier: verifier, box: box)
        viewing.terms = terms
        return viewing
    }
}
