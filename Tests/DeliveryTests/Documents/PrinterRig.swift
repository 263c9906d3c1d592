import EventLoop
import Glibc
import ModuleKit

@testable import Delivery

/// A printer on a loop of its own, for one test.
struct PrinterRig: Sendable {
    let loop: Loop
    let printer: DocumentPrinter

    static func with(
        _ adjust: (inout PrinterSettings) -> Void = { _ in },
        _ body: @escaping @Sendable (PrinterRig) async throws -> Void
    ) async throws {
        var settings = PrinterSettings()
        settings.processes = 1
        settings.timeout = .seconds(60)
        adjust(&settings)
        let loops = try LoopGroup(count: 1)
        let rig = PrinterRig(loop: loops.first, printer: DocumentPrinter(on: loops.first, settings))
        let result = await Task { try await body(rig) }.result
        await rig.printer.close()
        loops.stop()
        try result.get()
    }

    func print(_ html: String, _ assets: [DocumentAsset] = []) async throws -> PDFDocument {
        try await printer.print(DocumentSource(html: html, assets: assets))
    }

    /// Prints, and says why it could not.
    func fault(_ html: String) async -> DocumentFault? {
        do {
            _ = try await print(html)
            return nil
        } catch {
            return error as? DocumentFault
        }
    }

    /// The text of a document, by a program that is not ours.
    func text(of document: PDFDocument) async throws -> String {
        String(decoding: try await run("pdftotext", ["-layout", "-", "-"], document), as: UTF8.self)
    }

    /// The first page, three bytes a point.
    func pixels(of document: PDFDocument, resolution: Int = 8) async throws -> [[UInt8]] {
        let image = try await run("pdftoppm", ["-r", "\(resolution)", "-f", "1", "-l", "1", "-"], document)
        var (breaks, start) = (0, 0)
        while breaks < 3, start < image.count {
            if image[start] == 0x0A { breaks += 1 }
            start += 1
        }
        return stride(from: start, to: image.count - 2, by: 3).map { Array(image[$0..<$0 + 3]) }
    }

    private func run(_ program: String, _ arguments: [String], _ document: PDFDocument) async throws -> [UInt8] {
        try await ChildProcess.run(
            on: loop, ChildCommand("/usr/bin/\(program)", arguments), input: document.bytes, limit: 8 << 20,
            timeout: .seconds(60)
        ).output
    }
}
