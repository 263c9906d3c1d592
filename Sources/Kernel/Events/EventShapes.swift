import Core
import ModuleKit

/// The forms of events as text, one line each: what a release is held against, so that a form that receivers rely on does
/// not change under the version they know.
public enum EventShapes {
    /// `module.thing.happened 1 {"deal":"a text"}`, by name. A field that may be missing is shown like any other.
    public static func text(of registry: Registry) throws -> String {
        let events = registry.modules.flatMap(\.registrar.events).sorted { $0.name < $1.name }
        return try events.map { "\($0.name) \($0.name.version) \(try shape(of: $0.content))\n" }.joined()
    }

    /// A made-up event, written as JSON, with the kind of each value in place of the value.
    private static func shape<E: Event>(of _: E.Type) throws -> JSONValue {
        let nobody = UUIDv7(high: 0x7000, low: 0x8000_0000_0000_0000)
        let event = try E(from: ShapeDecoder(id: { _ in nobody }))
        return kinds(in: try JSONParser.parse(try JSONEncoding.encode(event)))
    }

    private static func kinds(in value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            var sorted = JSONObject()
            for member in members.sorted(by: { $0.key < $1.key }) { sorted.set(member.key, kinds(in: member.value)) }
            return .object(sorted)
        case .array(let elements): return .array(elements.prefix(1).map(kinds))
        case .string: return .string("text")
        case .number: return .string("number")
        case .bool: return .string("yes or no")
        case .null: return .null
        }
    }
}
