public import Core

/// A record type that others may show, import, export, search and automate.
public struct ResourceRegistration: Sendable, Hashable {
    /// Its table.
    public let table: TableName
    /// What people read, for one.
    public let title: Words
    /// Its fields.
    public let fields: [InputField]
    /// Who may read it.
    public let permission: Permission
    /// A record type.
    public init(_ table: TableName, title: Words, fields: [InputField], for permission: Permission) {
        (self.table, self.title, self.fields, self.permission) = (table, title, fields, permission)
    }
}

/// A column that says whose a record is; off-boarding hands over what stands there.
public struct OwnedColumn: Sendable, Hashable {
    /// The table.
    public let table: TableName
    /// The column with the user's id.
    public let column: String
    /// A column.
    public init(_ table: TableName, _ column: StaticString) { (self.table, self.column) = (table, column.description) }
}

/// What a table holds of persons, how the person is found, how long it is kept, and what erasure does to it.
public struct PersonalData: Sendable, Hashable {
    /// Whose rows they are.
    public enum Subject: Sendable, Hashable {
        /// The row belongs to the person whose mail address stands in this column.
        case email(column: String)
        /// The row belongs to whoever the row of another table that this column points to belongs to.
        case parent(column: String, table: TableName)
    }

    /// What erasure does.
    public enum Erasure: Sendable, Hashable {
        /// The row goes.
        case delete
        /// The row stays for the books, its personal columns are emptied or overwritten.
        case anonymise
    }

    /// The table.
    public let table: TableName
    /// Whose rows they are.
    public let subject: Subject
    /// The columns that hold personal values.
    public let columns: [String]
    /// What erasure does.
    public let erasure: Erasure
    /// How long rows are kept after their last change; nil as long as the tenant wants.
    public let retention: Duration?

    /// A declaration.
    public init(
        _ table: TableName, of subject: Subject, columns: [String], erasure: Erasure, retention: Duration? = nil
    ) {
        (self.table, self.subject, self.columns) = (table, subject, columns)
        (self.erasure, self.retention) = (erasure, retention)
    }
}

/// A step that workflows may take or begin with.
public struct WorkflowStep: Sendable, Hashable {
    /// Whether it begins a workflow or is done within one.
    public enum Part: String, Sendable, Hashable {
        /// It begins one.
        case trigger
        /// It is done within one.
        case action
    }

    /// Its name, `module.verb`.
    public let name: String
    /// What people read.
    public let title: Words
    /// Whether it begins a workflow or is done within one.
    public let part: Part
    /// The values it takes.
    public let fields: [InputField]
    /// A step.
    public init(_ name: StaticString, title: Words, _ part: Part, fields: [InputField] = []) {
        (self.name, self.title, self.part, self.fields) = (name.description, title, part, fields)
    }
}

/// A value that every template may name, whichever module brought it along.
public struct TemplateVariable: Sendable {
    /// Its name, `module.thing`.
    public let name: String
    /// What people read.
    public let title: Words
    /// What it is.
    public let kind: TemplateField.Kind
    /// Reads it for a tenant, when a template that names it is rendered. Where the module is off, or when this throws, it
    /// prints as nothing.
    public let read: @Sendable (any TenantContext) async throws -> TemplateValue

    /// A variable.
    public init(
        _ name: StaticString, title: Words, _ kind: TemplateField.Kind = .text,
        read: @escaping @Sendable (any TenantContext) async throws -> TemplateValue
    ) {
        (self.name, self.title, self.kind, self.read) = (name.description, title, kind, read)
    }
}

/// A way by which messages go out.
public struct OutgoingChannel: Sendable, Hashable {
    /// Its name, `sms`.
    public let name: String
    /// What people read.
    public let title: Words
    /// Waits between tries.
    public let retries: [Duration]
    /// A channel.
    public init(_ name: StaticString, title: Words, retries: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]) {
        (self.name, self.title, self.retries) = (name.description, title, retries)
    }
}
