/// A connection that has left HTTP behind: bytes both ways, as they come. Used on its loop only.
public protocol ByteChannel: AnyObject, Sendable {
    /// Tells the listener of what comes from now on; until then nothing is read.
    func listen(_ listener: any ChannelListener)
    /// False while nothing is read: the listener has enough, or too much waits to be sent.
    var isReading: Bool { get }
    /// Reads on after the listener had enough.
    func readOn()
    /// Sends bytes; suspends while the peer is slow, throws when it is gone.
    func write(_ bytes: [UInt8]) async throws
    /// Sends bytes without waiting; false, and nothing sent, when the peer is too slow or gone.
    func post(_ bytes: [UInt8]) -> Bool
    /// Sends bytes however much waits already: short answers to what was read. While much waits nothing is read.
    func reply(_ bytes: [UInt8])
    /// Ends the connection without a word, and cancels who speaks on it.
    func abort()
}

/// Someone who keeps a connection open for long. Called on the connection's loop.
public protocol ConnectionKeeper: AnyObject, Sendable {
    /// The peer sends no more, or is gone.
    func peerEnded()
    /// The server begins to stop.
    func serverStops()
}

/// Hears what comes on a channel.
public protocol ChannelListener: ConnectionKeeper {
    /// Bytes have come. False when that is enough for now.
    func received(_ bytes: Span<UInt8>) -> Bool
}
