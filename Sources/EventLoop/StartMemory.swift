import CLinux

/// What only a start needs: checksums, templates, lists of routes, and the pages of program and libraries that made them.
public enum StartMemory {
    /// Gives the heap's free pages back to the system, and maps program and libraries anew: what is still needed of them
    /// comes from the page cache at the next touch. Blocking, some milliseconds. Returns the bytes of the program that were
    /// let go.
    @discardableResult
    public static func giveBack() -> Int {
        malloc_trim(0)
        return konak_forget_program()
    }
}
