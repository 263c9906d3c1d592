import EventLoop
import Glibc
import ModuleKit
import Testing

@testable import Delivery

@Suite("The printer")
struct DocumentPrinterTests {
    @Test("keeps Turkish letters, counts pages and prints the brand's colour")
    func prints() async throws {
        try await PrinterRig.with { rig in
            let document = try await rig.print(
                """
                <html lang="tr"><head><title>Teklif</title><style>@page { size: A4; background: #c81e5a }</style></head>
                <body><p>Işıl Çığır’ın ÖĞÜN İÇİN şöyle bir ŞİŞE — 1.234,56 ₺</p>
                <p style="page-break-before: always">ikinci sayfa</p></body></html>
                """)
            #expect(document.bytes.starts(with: "%PDF-".utf8))
            #expect(document.pages == 2)
            let text = try await rig.text(of: document)
            #expect(text.contains("Işıl Çığır’ın ÖĞÜN İÇİN şöyle bir ŞİŞE — 1.234,56 ₺"), "\(text)")
            #expect(text.contains("ikinci sayfa"))
            let pixels = try await rig.pixels(of: document)
            #expect(pixels.count { $0 == [0xC8, 0x1E, 0x5A] } > pixels.count / 2)
        }
    }

    @Test("takes files that come along, and data in the page")
    func assets() async throws {
        try await PrinterRig.with { rig in
            let red =
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='#ff0000'/></svg>"
            let page = """
                <style>@page { size: 5cm; margin: 0 } body { margin: 0 } img { width: 5cm; height: 2.5cm; display: block }</style>
                <img src="asset:red.svg"><img src="data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' \
                width='10' height='10'%3E%3Crect width='10' height='10' fill='%230000ff'/%3E%3C/svg%3E">
                """
            let document = try await rig.print(
                page, [DocumentAsset("red.svg", mediaType: "image/svg+xml", bytes: Array(red.utf8))])
            let pixels = try await rig.pixels(of: document)
            #expect(pixels.contains([255, 0, 0]) && pixels.contains([0, 0, 255]))
        }
    }

    @Test("refuses what is too large, before it starts anything")
    func bounds() async throws {
        try await PrinterRig.with({ $0.input = 1_000 }) { rig in
            #expect(await rig.fault(String(repeating: "x", count: 1_001)) == .sourceTooLarge)
            for (name, type) in [
                ("../x", "image/png"), ("", "image/png"), ("a", "image"), ("a", "a/b/c"), ("ğ", "a/b"),
            ] {
                let asset = DocumentAsset(name, mediaType: type, bytes: [])
                await #expect(throws: DocumentFault.assetName) { try await rig.print("x", [asset]) }
            }
            #expect(await rig.printer.processes().isEmpty)
        }
        try await PrinterRig.with({ ($0.pages, $0.output) = (2, 200_000) }) { rig in
            let pages = String(repeating: "<p style=\"page-break-after: always\">x</p>", count: 3)
            #expect(await rig.fault(pages) == .documentTooLarge)
            let printed1 = try await rig.print("<p>x</p>").pages
            #expect(printed1 == 1)
        }
    }

    @Test("goes on after a process was killed in the middle, and again")
    func killed() async throws {
        try await PrinterRig.with { rig in
            for _ in 1...2 {
                let first = try await rig.print("<p>x</p>")
                #expect(first.pages == 1)
                let processes = await rig.printer.processes()
                #expect(processes.count == 1)
                async let fault = rig.fault(Hard.slow)
                // It is at work when it has used the processor for the page that never ends.
                try await Hard.waitUntilBusy(processes[0])
                kill(processes[0], SIGKILL)
                #expect(await fault == .ended)
                let printed2 = try await rig.print("<p>y</p>").pages
                #expect(printed2 == 1)
                #expect(await rig.printer.processes() != processes)
            }
        }
    }

    @Test("replaces a process that died while nobody needed it")
    func killedIdle() async throws {
        try await PrinterRig.with { rig in
            _ = try await rig.print("<p>x</p>")
            let processes = await rig.printer.processes()
            kill(processes[0], SIGKILL)
            // Either it is noticed in time or the first one is told so: the next is printed in any case.
            let first = await rig.fault("<p>y</p>")
            #expect(first == nil || first == .ended)
            let printed3 = try await rig.print("<p>z</p>").pages
            #expect(printed3 == 1)
        }
    }

    @Test("ends what takes too long, and prints the next")
    func tooSlow() async throws {
        try await PrinterRig.with({ $0.timeout = .seconds(3) }) { rig in
            #expect(await rig.fault(Hard.slow) == .tooSlow)
            let next = try? await rig.print("<p>y</p>")
            #expect(next?.pages == 1)
        }
    }

    @Test("lets no more print than it has processes, and no more wait than it has places")
    func bounded() async throws {
        try await PrinterRig.with({ ($0.processes, $0.waiting) = (2, 3) }) { rig in
            let outcomes = await withTaskGroup(of: DocumentFault?.self) { group in
                for _ in 0..<12 { group.addTask { await rig.fault("<p>x</p>") } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 5)
            #expect(outcomes.count { $0 == .busy } == 7)
            let processes = await rig.printer.processes()
            #expect((1...2).contains(processes.count))
        }
    }

    @Test("gives the place of one who left to the next")
    func cancelled() async throws {
        try await PrinterRig.with { rig in
            _ = try await rig.print("<p>x</p>")
            let processes = await rig.printer.processes()
            let slow = Task { try await rig.print(Hard.slow) }
            try await Hard.waitUntilBusy(processes[0])
            let waiting = Task { try await rig.print("<p>never</p>") }
            let next = Task { try await rig.print("<p>y</p>") }
            waiting.cancel()
            slow.cancel()
            let left = await slow.result
            #expect(throws: CancellationError.self) { try left.get() }
            let printed4 = try await next.value.pages
            #expect(printed4 == 1)
            _ = await waiting.result
        }
    }

    @Test("starts a fresh process after so many documents, and ends idle ones")
    func recycled() async throws {
        try await PrinterRig.with({ ($0.documentsPerProcess, $0.idle) = (2, .milliseconds(200)) }) { rig in
            _ = try await rig.print("<p>1</p>")
            let first = await rig.printer.processes()
            _ = try await rig.print("<p>2</p>")
            _ = try await rig.print("<p>3</p>")
            #expect(await rig.printer.processes().first != first.first)
            for _ in 0..<600 where await !rig.printer.processes().isEmpty {
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(await rig.printer.processes().isEmpty)
        }
    }

    @Test("says when there is no printer, and prints nothing once it is closed")
    func none() async throws {
        try await PrinterRig.with({ $0.python = "/nowhere/python3" }) { rig in
            #expect(await rig.fault("<p>x</p>") == .noPrinter)
        }
        try await PrinterRig.with({ $0.python = "/bin/false" }) { rig in
            #expect(await rig.fault("<p>x</p>") == .noPrinter)
            await rig.printer.close()
            #expect(await rig.fault("<p>x</p>") == .closing)
        }
    }
}
