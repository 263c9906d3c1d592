import Core
import EventLoop
public import Kernel
import ModuleKit
import Templating

/// The parts of the house that bring messages and papers out.
public enum DeliveryPart {
    /// Templates and documents: `Capability.templates` and `Capability.documents`. The store is given so that other parts
    /// can render for people who belong to no tenant.
    public static func documents(
        _ services: HouseServices, templates store: TemplateStore = TemplateStore(),
        printing settings: PrinterSettings = PrinterSettings()
    ) -> HousePart {
        let printer = DocumentPrinter(on: services.loops.first, settings, log: services.log)
        return HousePart(
            manifest, examining: { BuiltInTemplates.faults(in: $0) },
            work: { ground in
                try store.open(
                    ground.registry, sites: ground.sites, databases: ground.services.databases,
                    pool: ground.services.blocking)
                return [PrinterWork(printer: printer)]
            },
            register: { module in
                module.provide(.templates, store)
                module.provide(.documents, DocumentOffice(templates: store, printer: printer))
                for part in HouseParts.all { module.template(part) }
            })
    }

    /// Whether documents can be printed on this machine, and what the printing process is kept from.
    public static let check = Check("documents") { _ in
        do {
            let loops = try LoopGroup(count: 1)
            defer { loops.stop() }
            let printer = DocumentPrinter(on: loops.first)
            return [try loops.blockUntilDone { try await printer.examine() }.get().finding]
        } catch {
            return [
                .failure(
                    "no printing process can be started",
                    mend: "install WeasyPrint for /usr/bin/python3 (Debian: weasyprint)")
            ]
        }
    }

    private static let manifest = ModuleManifest(
        id: ModuleID("documents"), title: Words(tr: "Şablonlar ve belgeler", en: "Templates and documents"),
        summary: Words(
            tr: "Her kanal için tek şablon dili, markaya göre değişen metinler ve PDF belgeler.",
            en: "One template language for every channel, texts that follow the brand, and PDF documents."))
}

/// Ends the printing processes with the house.
struct PrinterWork: BackgroundWork {
    let printer: DocumentPrinter

    var name: String { "printing" }

    /// Requests that wait for a document are part of what is drained, so the printer is closed when the time for that is
    /// over and not before.
    func run(until drain: Drain) async {
        await drain.wait()
        await printer.finish()
    }
}
