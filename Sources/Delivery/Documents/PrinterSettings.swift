/// How documents are printed, and how much one may ask for.
public struct PrinterSettings: Sendable {
    /// The program that runs the printing process.
    public var python = "/usr/bin/python3"
    /// How many print at the same time.
    public var processes = 2
    /// How many may wait for one of them; more are refused.
    public var waiting = 64
    /// How long one document may take.
    public var timeout = Duration.seconds(20)
    /// How long a process may take to be ready.
    public var startTimeout = Duration.seconds(60)
    /// After how long without work a process is ended.
    public var idle = Duration.seconds(120)
    /// After how many documents a process makes way for a fresh one.
    public var documentsPerProcess = 100
    /// The bytes of a page and of its files together.
    public var input = 12 * 1024 * 1024
    /// The bytes of a document.
    public var output = 32 * 1024 * 1024
    /// The pages of a document.
    public var pages = 500
    /// The memory of a process.
    public var memory = 1 << 30

    /// As the house prints.
    public init() {}

    /// Seconds of work of the processor, above which the system itself ends the process.
    var processorSeconds: Int { Int(clamping: timeout.components.seconds) }
}
