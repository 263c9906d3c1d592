public import Core

extension ModuleRegistrar {
    /// An entry of the menu.
    public mutating func navigation(_ item: NavigationItem) { navigation.append(item) }

    /// A command of the palette: a page on which something begins, such as a form. It is offered to whoever may open the
    /// page.
    public mutating func command(_ item: NavigationItem) { commands.append(item) }

    /// A card of the dashboard.
    public mutating func dashboardCard(
        _ title: Words, for permission: Permission,
        _ render: @escaping @Sendable (any StaffContext) async throws -> PageContent
    ) {
        panels.append(
            PanelRegistration(place: .dashboard, title: title, permission: permission) { context, _ in
                try await render(context)
            })
    }

    /// A panel beside every record of a table.
    public mutating func recordPanel(
        of table: TableName, _ title: Words, for permission: Permission,
        _ render: @escaping @Sendable (any StaffContext, String) async throws -> PageContent
    ) {
        panels.append(
            PanelRegistration(place: .record(table), title: title, permission: permission) { context, id in
                try await render(context, id ?? "")
            })
    }

    /// What the search over everything asks.
    public mutating func search(
        _ table: TableName, _ title: Words, for permission: Permission,
        _ find: @escaping @Sendable (String, Int, any StaffContext) async throws -> [SearchHit]
    ) {
        searches.append(SearchRegistration(table: table, title: title, permission: permission, find: find))
    }

    /// What open screens are told.
    public mutating func live(_ channel: LiveChannel) { liveChannels.append(channel) }
}
