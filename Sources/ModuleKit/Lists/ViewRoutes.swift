import Core
import HTTP
import Markup
import UI

/// What is done with the views of a list: pages below the list's own.
struct ViewRoutes: Sendable {
    let list: RecordList
    let access: Access<any StaffContext>

    func register(into module: inout ModuleRegistrar) {
        let base = "\(list.path)/views"
        module.form(
            at: "\(base)/new", for: access, taking: ViewInput.self, free: [], upTo: 16_384,
            show: { _, staff, draft in page(ViewWords.new, draft, staff, mayShare: staff.may(list.sharing)) },
            save: { input, request, staff in
                let state = ListState(kept: request.head.query ?? "", of: list)
                try check(input.shared, staff)
                guard !input.name.trimmed.isEmpty else { return .refused([("name", ViewWords.empty)]) }
                let isShared = input.shared ?? false
                return outcome(
                    try await SavedView.add(input.name.trimmed, state, isShared: isShared, to: list, in: staff),
                    ViewWords.added)
            })
        module.form(
            at: "\(base)/:view/edit", for: access, taking: ViewInput.self, free: ["view"], upTo: 16_384,
            show: { _, staff, draft in
                let view = try await changeable(staff)
                let stored = draft.starting(with: ["name": view.name, "shared": view.isShared ? "on" : nil])
                return page(ViewWords.edit, stored, staff, mayShare: staff.may(list.sharing))
            },
            save: { input, _, staff in
                let view = try await changeable(staff)
                let isShared = input.shared ?? false
                if isShared != view.isShared { try check(true, staff) }
                guard !input.name.trimmed.isEmpty else { return .refused([("name", ViewWords.empty)]) }
                return outcome(
                    try await view.rename(input.name.trimmed, isShared: isShared, of: list, in: staff),
                    ViewWords.changed)
            })
        registerActs(into: &module, base)
    }

    private func registerActs(into module: inout ModuleRegistrar, _ base: String) {
        module.action(at: "\(base)/:view/state", for: access, free: ["view"]) { request, staff in
            let view = try await changeable(staff)
            try await view.keep(ListState(kept: request.head.query ?? "", of: list), in: staff)
            return see(view, ViewWords.changed, undo: "state?\(view.state)")
        }
        for isFirst in [true, false] {
            module.action(at: "\(base)/:view/\(isFirst ? "first" : "last")", for: access, free: ["view"]) { _, staff in
                let view = try await SavedView.find(try id(staff), of: list, in: staff)
                try await view.setDefault(isFirst, of: list, in: staff)
                return see(
                    view, isFirst ? ViewWords.isFirst : ViewWords.isNotFirst, undo: isFirst ? "last" : "first")
            }
        }
        module.action(at: "\(base)/:view/removal", for: access, free: ["view"]) { _, staff in
            let view = try await changeable(staff)
            try await view.remove(in: staff)
            return .see(list.path, Flash(ViewWords.removed, undo: list.path(view, "return")))
        }
        module.action(at: "\(base)/:view/return", for: access, free: ["view"]) { _, staff in
            let view = try await SavedView.find(try id(staff), of: list, isRemoved: true, in: staff)
            guard view.mayChange(list, staff) else { throw Problem(.forbidden) }
            try await view.bringBack(in: staff)
            return see(view, ViewWords.back)
        }
    }

    private func see(_ view: SavedView, _ words: Words, undo: String? = nil) -> FormOutcome {
        .see(list.url(view: view.id.description).text, Flash(words, undo: undo.map { list.path(view, $0) }))
    }

    private func outcome(_ writing: SavedView.Writing, _ words: Words) -> FormOutcome {
        switch writing {
        case .done(let id): .see(list.url(view: id.description).text, Flash(words))
        case .taken: .refused([("name", ViewWords.taken)])
        case .full: .refused([("", ViewWords.full)])
        }
    }

    private func id(_ staff: any StaffContext) throws -> UUIDv7 {
        guard let text = staff.parameters["view"], let id = UUIDv7(text) else { throw Problem(.notFound) }
        return id
    }

    /// One that its reader may change.
    private func changeable(_ staff: any StaffContext) async throws -> SavedView {
        let view = try await SavedView.find(try id(staff), of: list, in: staff)
        guard view.mayChange(list, staff) else { throw Problem(.forbidden) }
        return view
    }

    private func check(_ isShared: Bool?, _ staff: any StaffContext) throws {
        guard isShared != true || staff.may(list.sharing) else { throw Problem(.forbidden) }
    }

    private func page(
        _ title: Words, _ draft: FormDraft, _ staff: any StaffContext, mayShare: Bool
    ) -> PageContent {
        let fields = FormFields(ViewInput.fields, draft)
        let form = draft.form(mayShare ? fields : fields.without("shared"), cancel: list.path)
        var page = PageContent(title: title.text(in: staff.language), body: form.html)
        page.steps = [(ViewWords.list.text(in: staff.language), SafeURL(within: list.path) ?? SafeURL(path: ""))]
        return page
    }
}

/// What a view is called, and who sees it.
struct ViewInput: RouteInput {
    static let fields = [
        InputField("name", title: ViewWords.name, .text(most: 60)),
        InputField("shared", title: ViewWords.share, .flag, required: false),
    ]

    let name: String
    let shared: Bool?
}

extension ViewWords {
    static let list = Words(tr: "Liste", en: "List")
}

extension ModuleRegistrar {
    /// Views of a list: people keep its filters, order, columns and density under names, for themselves or, where the role
    /// may, for everybody. The list's page shows them with `RecordList.view(_:in:)`; whoever may open it may keep some.
    public mutating func views(of list: RecordList, for access: Access<any StaffContext>) {
        lists.append(list)
        let before = routes.count
        ViewRoutes(list: list, access: access).register(into: &self)
        for index in before..<routes.count { routes[index].isOfHouse = true }
    }
}
