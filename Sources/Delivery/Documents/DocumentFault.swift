public import Core

/// Why there is no document.
public enum DocumentFault: Error, Sendable, Hashable {
    /// Too many wait already.
    case busy
    /// Page and files are larger than they may be.
    case sourceTooLarge
    /// A file's name or type cannot be used.
    case assetName
    /// It took too long.
    case tooSlow
    /// The printing process ended in the middle of it: by itself, or because it needed too much.
    case ended
    /// The document is larger than it may be, or has too many pages.
    case documentTooLarge
    /// It needs more memory than there is for it.
    case memory
    /// The page cannot be laid out; the word is the printer's.
    case unprintable(String)
    /// No printing process can be started here.
    case noPrinter
    /// The house is closing.
    case closing
}

extension DocumentFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// Bland.
    public var description: String { "the document cannot be made" }

    /// The truth.
    public var debugDescription: String {
        switch self {
        case .unprintable(let word): "the page cannot be laid out: \(word)"
        case .noPrinter: "no printing process can be started: is WeasyPrint installed for /usr/bin/python3?"
        default: "the document cannot be made: \(code)"
        }
    }

    private var code: String {
        switch self {
        case .busy: "too many wait"
        case .sourceTooLarge: "the source is too large"
        case .assetName: "a file's name or type"
        case .tooSlow: "it took too long"
        case .ended: "the printing process ended"
        case .documentTooLarge: "the document is too large"
        case .memory: "it needs too much memory"
        case .unprintable, .noPrinter: "the printer"
        case .closing: "the house is closing"
        }
    }

    /// As a request is answered.
    public var problem: Problem {
        switch self {
        case .busy, .closing, .noPrinter, .ended: Problem(.unavailable, retryAfter: 5, underlying: self)
        case .tooSlow, .memory: Problem(.timeout, underlying: self)
        case .sourceTooLarge, .documentTooLarge: Problem(.tooLarge, underlying: self)
        case .assetName, .unprintable: Problem(.unprocessable, underlying: self)
        }
    }
}
