import Core
import HTTP
import Testing

@testable import ModuleKit

@Suite("The state of a list")
struct ListStateTests {
    private static func state(_ text: String) -> ListState { ListState(kept: text, of: ThingModule.list) }

    @Test(
        "is what the list knows of an address, always written alike",
        arguments: [
            ("", ""), ("kind=b&q=a", "kind=b&q=a"), ("q=a&kind=b", "kind=b&q=a"), ("q=", ""),
            ("evil=1&view=x&after=9&q=a", "q=a"), ("sort=age", "sort=age"), ("sort=-name", "sort=-name"),
            ("sort=name", ""), ("sort=password", ""), ("sort=--age", ""), ("sort=age%3B%20drop", ""),
            ("cols=colour.size", "cols=size.colour"), ("cols=size&cols=colour", "cols=size.colour"),
            ("cols=size.age.colour", ""), ("cols=secret", ""), ("cols=", ""),
            ("density=compact", "density=compact"), ("density=tiny", ""), ("q=%00", ""),
            ("q=%C4%9F%3C%26", "q=%C4%9F%3C%26"),
        ])
    func canonical(address: String, kept: String) {
        #expect(Self.state(address).text == kept)
        #expect(Self.state(kept) == Self.state(address))
    }

    @Test("is bounded")
    func bounds() {
        #expect(Self.state("q=" + String(repeating: "a", count: 201)).text == "")
        #expect(Self.state("q=" + String(repeating: "a", count: 200)).filters["q"]?.utf8.count == 200)
    }
}
