import Core
import ModuleKit

extension HouseServices {
    /// The paces as a part of the house: what modules and engines take from before they send for a person.
    public var pacesPart: HousePart {
        let manifest = ModuleManifest(
            id: ModuleID("paces"), title: Words(tr: "Hız sınırları", en: "Paces"),
            summary: Words(
                tr: "Kimin ne kadar sık isteyebileceği ve gönderebileceği.",
                en: "How often anybody may ask and send."))
        return HousePart(
            manifest,
            register: { [paces, sites] registrar in
                registrar.provide(.sendingPaces, PlannedSending(paces: paces, sites: sites) as any SendingPaces)
            })
    }
}

/// A person's messages, held to the pace of their tenant's plan.
struct PlannedSending: SendingPaces {
    let paces: Paces
    let sites: any SiteLookup

    func take(_ channel: MessageChannel, by user: UserID, in tenant: any TenantContext) async throws {
        // Only a tenant that the kernel opened: else one module could use up another tenant's pace.
        guard tenant is any Earned else { throw Problem(.forbidden) }
        do {
            try await paces.take(channel, by: user, in: tenant.tenant, plan: sites.entry(for: tenant.tenant)?.rates)
        } catch let refusal as RateRefusal {
            throw refusal.problem
        }
    }
}
