// Modules write messages with what stands here and need not know the door to ICU.
@_exported public import struct Localization.Message
@_exported public import struct Localization.MessageCatalogue
@_exported public import enum Localization.MessageValue

extension ModuleRegistrar {
    /// The module's messages. At boot each must have both languages, the same values in both and every form that a number
    /// asks for.
    public mutating func messages(_ catalogue: MessageCatalogue) { catalogues.append(catalogue) }
}
