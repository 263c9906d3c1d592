import ModuleKit

enum VisitPhrases {
    static let found = Phrase(
        "visits.found", tr: "{count} ziyaret", en: "{count, plural, one {# visit} other {# visits}}")
}
