import Core
import ModuleKit
import Outbound

/// All that a mail's look and way depend on, read at one moment: the levels above its reader, each with its brand, its
/// server and its keys.
struct MailScene: Sendable {
    /// What one level says of itself; nil where it leaves it to the level above.
    struct Level: Sendable {
        /// What the level is called where its brand has no name.
        var title: String?
        var brandName: String?
        var hue: Int?
        var chroma: Int?
        var senderName: String?
        var senderAddress: String?
        var supportAddress: String?
        var route: MailRoute?
        var keys: [MailKey] = []
    }

    var platform = Level()
    var agency: Level?
    var tenant: Level?
    /// The host that links lead to; nil when the reader has none yet.
    var host: String?

    /// Brand, agency and tenant by the same steps as a site's, but for the names: a reader below an agency never reads
    /// the platform's.
    private var levels: [Level] { [tenant, agency, platform].compactMap(\.self) }
    private var named: [Level] { agency == nil ? [platform] : [tenant, agency].compactMap(\.self) }

    /// The name in the mail's head line and its foot.
    var brandName: String {
        named.compactMap(\.brandName).first ?? named.compactMap(\.title).last ?? "Konak"
    }

    var hue: Int { levels.compactMap(\.hue).first ?? 262 }
    var chroma: Int { levels.compactMap(\.chroma).first ?? 190 }
    var supportAddress: MailAddress? {
        named.compactMap(\.supportAddress).compactMap { try? MailAddress($0) }.first
    }

    // MARK: The way out

    /// The nearest level with a server.
    private var sending: Level? { levels.first { $0.route != nil } }

    /// Through which server, and as whom; nil when no level has one.
    var sender: MailSender.Identity? {
        guard let sending, let route = sending.route else { return nil }
        let address = sending.senderAddress.flatMap { try? MailAddress($0) } ?? route.senderAddress
        return MailSender.Identity(
            route: route, address: address, name: displayName, replyTo: replyTo(from: address),
            keys: sending.keys.filter { $0.speaks(for: address) }, isPlatforms: isPlatforms)
    }

    /// Whose server it is decides where it may be: only the operator's may stand in a private network.
    private var isPlatforms: Bool { tenant?.route == nil && agency?.route == nil }

    /// The level's own name, whoever's server carries it. A title is always there.
    var displayName: String {
        let own = tenant ?? agency ?? platform
        let routeName = own.route?.senderName
        let name = own.senderName ?? routeName ?? own.brandName ?? own.title ?? "Konak"
        return CleanText.line(name, most: 100)
    }

    /// The level's own address where another's server sends; else what the server's settings say.
    private func replyTo(from sender: MailAddress) -> MailAddress? {
        let own = tenant ?? agency ?? platform
        if let route = own.route { return route.replyTo }
        let texts = [own.senderAddress, own.supportAddress]
        let addresses = texts.compactMap(\.self).compactMap { try? MailAddress($0) }
        let above = tenant != nil ? agency : nil
        let fallback = above?.route?.replyTo ?? above?.supportAddress.flatMap { try? MailAddress($0) }
        return (addresses.first ?? fallback).flatMap { $0 == sender ? nil : $0 }
    }
}
