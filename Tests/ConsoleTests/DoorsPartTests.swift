import Testing

@testable import Console

@Suite("Doors as a part of the house")
struct DoorsPartTests {
    @Test("are named like their paths")
    func name() {
        #expect(DoorsPart.id.text == "doors")
    }
}
