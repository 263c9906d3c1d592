import ModuleKit

enum VisitMessages {
    static let found = Message(
        "visits.found", tr: "{count} ziyaret", en: "{count, plural, one {# visit} other {# visits}}")
    static let catalogue = MessageCatalogue("visits", [found])
}
