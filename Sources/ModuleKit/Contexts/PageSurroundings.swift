public import Core
public import HTTP
public import Markup
public import UI

/// What stands around a page of somebody who is signed in, beside the menu.
public struct PageSurrounding: Sendable {
    /// The places that the reader belongs to, for the switch above the menu; of a single one nothing is shown.
    public var sites: [(name: String, url: SafeURL, isCurrent: Bool)] = []
    /// Lines above the page.
    public var banners: [Banner] = []

    /// Nothing.
    public init() {}
}

/// Knows what stands around the pages of people. One part of the house says it; where it fails the page stands without.
public protocol PageSurroundings: Sendable {
    /// What stands around a page of this person, at this site.
    func surrounding(
        of person: UserID, _ request: Request, at site: Site, in language: Language
    ) async throws -> PageSurrounding
}
