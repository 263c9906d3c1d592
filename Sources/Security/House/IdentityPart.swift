import Core
public import Kernel
import ModuleKit

/// Identity as a part of the house: what has to be done beside requests, so that people are known.
public enum IdentityPart {
    /// The part.
    public static func make(_ identity: Identity) -> HousePart {
        HousePart(
            ModuleManifest(
                id: ModuleID("identity"), title: Words(tr: "Kimlik", en: "Identity"),
                summary: Words(
                    tr: "Oturumlar, bağlantılar ve anahtarlar.", en: "Sessions, links and keys.")),
            work: { _ in [DoorSweeping(identity)] })
    }
}
