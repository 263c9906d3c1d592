extension HouseGround {
    /// What runs the jobs of the house, unless that is left to others.
    var jobWork: [any BackgroundWork] {
        guard services.configuration.jobs else { return [] }
        return [
            JobRunner(
                JobBook(registry), JobSettings(services.configuration), databases: services.databases,
                loops: services.loops, log: services.log)
        ]
    }
}
