/// Makes the folders of the private cluster, with nobody in them but its account.
struct ClusterFolders {
    let place: ClusterPlace

    init(_ place: ClusterPlace) { self.place = place }

    /// All but the data folder, which comes with the cluster itself.
    func make() throws {
        try own(place.base)
        try own(place.log)
        try own(place.socketFolder)
        try checkSocketFolder()
    }

    /// A short folder lies where everybody's do; it goes when the cluster is down. One that is not empty stays.
    func removeShortSocketFolder() {
        if place.socketFolder != place.base / "socket" { place.socketFolder.removeEmptyFolder() }
    }

    /// Folders above may be passed by anybody, because the account may not be ours; these are closed.
    private func own(_ folder: LocalPath) throws {
        try folder.makeFolder(mode: 0o700)
        try folder.closeFolder(mode: 0o700, for: place.switchesAccount ? place.account : nil)
    }

    /// In /tmp anybody could have made a folder of this name before us.
    private func checkSocketFolder() throws {
        guard let facts = place.socketFolder.facts(followingLinks: false), facts.isFolder,
            facts.owner == place.account.user, facts.permissions == 0o700
        else { throw ClusterFault.unsafeSocketFolder(place.socketFolder.text) }
    }
}
