/// A file of a new module: where it goes, and what stands in it.
struct ModuleFile {
    let path: String
    let text: String

    init(_ path: String, _ text: String) { (self.path, self.text) = (path, text) }

    /// The same under another name and other titles.
    func renamed(to name: ModuleName, _ titles: (tr: String, en: String)) -> ModuleFile {
        let words = [
            (#"Words(tr: "Defter", en: "Notebook")"#, #"Words(tr: "\#(titles.tr)", en: "\#(titles.en)")"#),
            ("Notebook", name.type), ("notebook", name.id),
        ]
        // Titles go in last, so that a name that stands in one is left alone.
        let mark = "\u{1}"
        func replaced(_ text: String) -> String {
            var text = text.replacing(words[0].0, with: mark)
            for (old, new) in words.dropFirst() { text = text.replacing(old, with: new) }
            return text.replacing(mark, with: words[0].1)
        }
        return ModuleFile(replaced(path), replaced(text))
    }
}
