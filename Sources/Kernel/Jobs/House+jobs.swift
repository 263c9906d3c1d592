import ModuleKit

extension HouseGround {
    /// What runs the jobs, the schedules and the services of the house, unless that is left to others.
    func jobWork() throws -> [any BackgroundWork] {
        guard services.configuration.jobs else { return [] }
        let settings = JobSettings(services.configuration)
        let runner = JobRunner(
            JobBook(registry), settings, databases: services.databases, loops: services.loops, log: services.log)
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
