import Core
import EventLoop
import Glibc
import ModuleKit
import Testing

@testable import Delivery

@Suite("A hostile page")
struct HostilePageTests {
    /// A file that no page may show, with a word that is nowhere else.
    private static func withSecret(_ body: (String, String) async throws -> Void) async throws {
        let word = "gizli\(UUIDv7.make().description.suffix(12))"
        let path = "/tmp/konak-secret-\(word).txt"
        guard let file = unsafe fopen(path, "w") else { throw SystemError(call: "fopen", code: errno) }
        unsafe fputs(word, file)
        unsafe fclose(file)
        defer { unsafe unlink(path) }
        try await body(path, word)
    }

    @Test("reads no file")
    func files() async throws {
        try await Self.withSecret { path, word in
            try await PrinterRig.with { rig in
                var printed = 0
                let pages = [path, "file://\(path)", "FILE://localhost\(path)", "file:\(path)"].flatMap(Self.reaching)
                for page in pages {
                    // One that is refused as a whole has read nothing either.
                    guard let document = try? await rig.print(page) else { continue }
                    printed += 1
                    let text = try await rig.text(of: document)
                    #expect(text.contains("son") && !text.contains(word), "\(page)")
                    #expect(!Self.holds(document.bytes, word), "\(page)")
                }
                #expect(printed > pages.count / 2)
                let document = try await rig.print(
                    "<base href=\"file:///etc/\"><img src=\"passwd\"><object data=\"passwd\"></object>son")
                let text = try await rig.text(of: document)
                #expect(!text.contains("root:"))
            }
        }
    }

    @Test("calls nobody")
    func network() async throws {
        let listener = try QuietListener()
        try await PrinterRig.with { rig in
            for page in Self.reaching("http://127.0.0.1:\(listener.port)/x")
                + Self.reaching("ftp://127.0.0.1:\(listener.port)/x")
            {
                let document = try await rig.print(page)
                let text = try await rig.text(of: document)
                #expect(text.contains("son"))
            }
        }
        #expect(!listener.wasCalled)
    }

    @Test("neither hangs nor breaks the printer", arguments: Hard.bombs)
    func bombs(_ name: String, _ page: String) async throws {
        try await PrinterRig.with({ ($0.timeout, $0.memory) = (.seconds(8), 600 << 20) }) { rig in
            // Printed, refused or ended; what counts is that it is over and the next one is printed.
            _ = await rig.fault(page)
            let printed1 = try await rig.print("<p>sonraki</p>").pages
            #expect(printed1 == 1)
        }
    }

    /// All the ways in which a page may ask for a file.
    private static func reaching(_ address: String) -> [String] {
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\
            <image href="\(address)" xlink:href="\(address)" width="9" height="9"/><use href="\(address)#a"/></svg>
            """
        let entity = """
            <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "\(address)">]>\
            <svg xmlns="http://www.w3.org/2000/svg" width="99" height="9"><text y="9">&x;</text></svg>
            """
        return [
            "<img src=\"\(address)\"><object data=\"\(address)\"></object><embed src=\"\(address)\">son",
            "<link rel=\"stylesheet\" href=\"\(address)\"><link rel=\"attachment\" href=\"\(address)\">son",
            "<style>@import url(\(address)); @font-face { font-family: f; src: url(\(address)) }\n"
                + "p { background: url(\(address)); font-family: f; list-style-image: url(\(address)) }\n"
                + "p::before { content: url(\(address)) }</style><p>son</p>",
            "<a rel=\"attachment\" href=\"\(address)\">son</a><iframe src=\"\(address)\"></iframe>",
            svg + "son",
            "<img src=\"data:image/svg+xml,\(Hard.percent(svg))\"><img src=\"data:image/svg+xml,\(Hard.percent(entity))\">son",
        ]
    }

    private static func holds(_ bytes: [UInt8], _ word: String) -> Bool {
        let needle = Array(word.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: needle) }
    }
}

/// Listens and notices whether anybody called.
private final class QuietListener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        (address.sin_family, address.sin_addr.s_addr) = (sa_family_t(AF_INET), UInt32(0x7F00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bind(descriptor, place, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, place, &length) == 0
            }
        }
        guard isBound else { throw SystemError(call: "bind", code: errno) }
        (self.descriptor, port) = (descriptor, UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }

    var wasCalled: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) != 0
    }
}
