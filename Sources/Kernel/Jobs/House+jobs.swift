import ModuleKit
import SQL

extension HouseGround {
    /// What runs the jobs, the schedules and the services of the house, unless that is left to others.
    func jobWork() throws -> [any BackgroundWork] {
        guard services.configuration.jobs else { return [] }
        let settings = JobSettings(services.configuration)
        let runner = JobRunner(
            JobBook(registry), settings, databases: services.databases, loops: services.loops, log: services.log,
            bell: services.jobBell)
        let scheduler = try JobScheduler(
            registry, control: services.databases.control, loops: services.loops, log: services.log)
        let keepers = registry.modules.flatMap { module in
            module.registrar.services.map { service in
                ServiceKeeper(
                    service, of: module.manifest.id, registry, sites: sites, databases: services.databases,
                    loops: services.loops, lease: settings.lease, log: services.log)
            }
        }
        return [runner, scheduler] + keepers
    }
}

extension Query {
    /// Whether it is `Query.enqueue`: the worker of the same process then looks at once, and no commit has to wait for a
    /// NOTIFY, which PostgreSQL sends one commit after another.
    var addsJob: Bool { begins(with: "INSERT INTO kernel.job ") }
}
