extension ModuleRegistrar {
    /// A record type.
    public mutating func resource(_ resource: ResourceRegistration) { resources.append(resource) }

    /// A column that says whose a record is.
    public mutating func owned(_ table: TableName, _ column: StaticString) { owned.append(OwnedColumn(table, column)) }

    /// A table whose rows belong to people and teams: of whose role does not reach all, the database shows only those.
    public mutating func scoped(_ table: ScopedTable) { scoped.append(table) }

    /// What a table holds of persons.
    public mutating func personalData(_ declaration: PersonalData) { personalData.append(declaration) }

    /// A step of workflows.
    public mutating func workflowStep(_ step: WorkflowStep) { workflowSteps.append(step) }

    /// A value that templates may name.
    public mutating func templateVariable(_ variable: TemplateVariable) { templateVariables.append(variable) }

    /// A way out.
    public mutating func channel(_ channel: OutgoingChannel) { channels.append(channel) }
}
