import EventLoop
import HTTP

/// Whose hosts were asked for of late on one loop, by the bytes of the field: to read a name, make it a string and look it
/// up costs as much as to parse a whole head. What is remembered holds as long as the map of sites stays what it was.
///
/// `@unchecked Sendable`: touched on its loop's thread only.
final class HostMemo: @unchecked Sendable {
    private let loop: Loop
    private var places = [Place?](repeating: nil, count: HostMemo.size)

    /// A class: to look at one counts one reference, and not one for each of its parts.
    private final class Place {
        let text: [UInt8]
        let edition: any AnyObject & Sendable
        let finding: HostFinding

        init(text: [UInt8], edition: any AnyObject & Sendable, entry: SiteEntry) {
            (self.text, self.edition, finding) = (text, edition, .site(entry))
        }
    }

    private static let size = 64
    /// No name is longer, with its port.
    private static let longest = 260

    init(loop: Loop) { self.loop = loop }

    /// The memory of the loop that this runs on.
    static func current(of memos: [HostMemo]) -> HostMemo? {
        guard let loop = Loop.current, loop.index < memos.count, memos[loop.index].loop === loop else { return nil }
        return memos[loop.index]
    }

    /// What `read` says of the request's host, or what it said before.
    func entry(
        of head: RequestHead, in edition: (any AnyObject & Sendable)?, _ read: () -> HostFinding
    ) -> HostFinding {
        guard let edition, let field = head.index(of: .host), head.index(of: .host, after: field + 1) == nil else {
            return read()
        }
        let text = unsafe head.valueBytes(field)
        guard text.count <= Self.longest else { return read() }
        let index = unsafe Self.place(of: text)
        if let known = places[index], known.edition === edition, unsafe text.elementsEqual(known.text) {
            return known.finding
        }
        let found = read()
        if case .site(let entry) = found {
            places[index] = unsafe Place(text: Array(text), edition: edition, entry: entry)
        }
        return found
    }

    private static func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash = UInt64(truncatingIfNeeded: text.count)
        for index in text.indices { hash = unsafe (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return Int(hash >> 32 & UInt64(size - 1))
    }
}

/// What a request's host came to.
enum HostFinding {
    case site(SiteEntry)
    case unknown
    case malformed
}
