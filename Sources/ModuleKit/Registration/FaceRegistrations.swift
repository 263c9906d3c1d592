public import Core

/// An entry of the menu; it is shown to whoever may open its page.
public struct NavigationItem: Sendable, Hashable {
    /// What people read.
    public let title: Words
    /// The path it opens.
    public let path: String
    /// The icon's name.
    public let icon: String
    /// In which face.
    public let surface: Site.Surface
    /// What it is for, on the start; what its module is for when this is nil.
    public let note: Words?

    /// An entry.
    public init(
        _ title: Words, path: StaticString, icon: StaticString, surface: Site.Surface = .app, note: Words? = nil
    ) {
        (self.title, self.path, self.icon) = (title, path.description, icon.description)
        (self.surface, self.note) = (surface, note)
    }
}

/// A piece of another page: a card of the dashboard, a panel beside a record.
public struct PanelRegistration: Sendable {
    /// Where it stands.
    public enum Place: Sendable, Hashable {
        /// On the dashboard.
        case dashboard
        /// Beside a record of this table.
        case record(TableName)
    }

    /// Where it stands.
    public let place: Place
    /// What people read.
    public let title: Words
    /// Who sees it.
    public let permission: Permission
    /// Makes it; the id is that of the record, if it stands beside one.
    public let render: @Sendable (any StaffContext, String?) async throws -> PageContent
}

/// Finds records for the search over everything.
public struct SearchRegistration: Sendable {
    /// Of which table.
    public let table: TableName
    /// What people read above the hits.
    public let title: Words
    /// Who may search it.
    public let permission: Permission
    /// The best hits, at most so many.
    public let find: @Sendable (String, Int, any StaffContext) async throws -> [SearchHit]
}

/// One find.
public struct SearchHit: Sendable, Hashable {
    /// The record's id.
    public let id: String
    /// Its name.
    public let title: String
    /// Its page.
    public let path: String
    /// A find.
    public init(id: String, title: String, path: String) { (self.id, self.title, self.path) = (id, title, path) }
}

/// What screens are told while they are open.
public struct LiveChannel: Sendable, Hashable {
    /// The event that is passed on.
    public let event: EventName
    /// Who may hear it.
    public let permission: Permission
    /// A channel.
    public init(_ event: EventName, for permission: Permission) { (self.event, self.permission) = (event, permission) }
}
