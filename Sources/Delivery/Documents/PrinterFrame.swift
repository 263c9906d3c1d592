import Core
import ModuleKit

/// What is told to a printing process, and what it answers.
enum PrinterFrame {
    /// A page and its files.
    static func request(_ source: DocumentSource, _ settings: PrinterSettings) throws(DocumentFault) -> [UInt8] {
        var size = source.html.utf8.count
        for asset in source.assets {
            guard isName(asset.name), isName(asset.mediaType.replacingSlash) else { throw .assetName }
            size += asset.bytes.count
        }
        guard size <= settings.input, source.assets.count <= 100 else { throw .sourceTooLarge }
        var frame: [UInt8] = []
        frame.reserveCapacity(size + 64 + source.assets.count * 256)
        frame.append(number: 0)
        frame.append(text: source.html)
        frame.append(number: source.assets.count)
        for asset in source.assets {
            frame.append(text: asset.name)
            frame.append(text: asset.mediaType)
            frame.append(number: asset.bytes.count)
            frame += asset.bytes
        }
        return frame
    }

    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-_.+".utf8.contains(byte)
            }
    }
}

/// What a printing process says.
enum PrinterAnswer: Equatable {
    /// With the printer's version and the measures that hold.
    case ready(String)
    case printed([UInt8], pages: Int)
    case failed(String)

    /// Reads an answer without its length; nil for what no printing process says.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 5 else { return nil }
        let content = bytes.dropFirst(5)
        switch bytes.first {
        case UInt8(ascii: "R"): self = .ready(String(decoding: content.prefix(200), as: UTF8.self))
        case UInt8(ascii: "P"):
            self = .printed(Array(content), pages: bytes.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) })
        case UInt8(ascii: "F"): self = .failed(String(decoding: content.prefix(80), as: UTF8.self))
        default: return nil
        }
    }

    /// Why there is no document.
    static func fault(_ word: String) -> DocumentFault {
        switch word {
        case "memory": .memory
        case "size", "pages": .documentTooLarge
        case "start": .noPrinter
        default: .unprintable(word)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: Int) {
        let number = UInt32(clamping: number)
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }

    fileprivate mutating func append(text: String) {
        append(number: text.utf8.count)
        append(contentsOf: text.utf8)
    }
}

extension String {
    /// One slash is part of a media type.
    fileprivate var replacingSlash: String {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 ? parts.joined(separator: "-") : ""
    }
}
