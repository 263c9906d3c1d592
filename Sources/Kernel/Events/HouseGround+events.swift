extension HouseGround {
    /// What keeps events going, and this process on the list of nodes.
    func eventWork(_ parts: [HousePart]) throws -> [any BackgroundWork] {
        let (control, log, pace) = (services.databases.control, services.log, EventPace())
        return [
            EventDispatcher(self, sinks: try parts.flatMap { try $0.sinks(self) }, pace: pace),
            EventClearing(database: control, pace: pace, log: log),
            NodeHeartbeat(sign: NodeSign(id: sites.node, database: control), log: log),
        ]
    }
}
