/// Reads what checks say of a column, in the form in which the database prints them. What is not of a known form says
/// nothing: a bound that is overlooked costs a refused row, never a wrong one.
enum CheckReading {
    static func maximumLength(type: String, checks: [String]) -> Int? {
        var bounds: [Int] = []
        if type.hasPrefix("character"), let open = type.firstIndex(of: "("), type.hasSuffix(")") {
            if let bound = Int(type[type.index(after: open)...].dropLast()) { bounds.append(bound) }
        }
        for (sign, number) in checks.flatMap(lengths) {
            switch sign {
            case "<=", "=": bounds.append(number)
            case "<": bounds.append(number - 1)
            default: break
            }
        }
        return bounds.min()
    }

    static func minimumLength(_ checks: [String]) -> Int {
        let bounds = checks.flatMap(lengths).compactMap { sign, number -> Int? in
            switch sign {
            case ">=", "=": number
            case ">" where number < Int.max: number + 1
            default: nil
            }
        }
        return bounds.max() ?? 0
    }

    /// `= ANY (ARRAY['a'::text, 'b'::text])`, which is what `IN` becomes.
    static func words(_ checks: [String]) -> [String]? {
        for check in checks {
            guard let start = check.firstRange(of: "= ANY (ARRAY["), !check.contains(" OR ") else { continue }
            let found = quotedWords(check[start.upperBound...])
            if !found.isEmpty { return found }
        }
        return nil
    }

    /// Every comparison of a length of characters with a number.
    private static func lengths(_ check: String) -> [(sign: Substring, number: Int)] {
        var found: [(Substring, Int)] = []
        var rest = check[...]
        while let call = rest.firstRange(of: "char_length(") {
            rest = afterParenthesis(rest[call.upperBound...])
            let words = rest.split(separator: " ", maxSplits: 2)
            guard words.count >= 2, let number = Int(words[1].prefix { $0.isASCII && $0.isNumber }) else { continue }
            found.append((words[0], number))
        }
        return found
    }

    /// What follows the parenthesis that closes the one just passed.
    private static func afterParenthesis(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return text[text.index(after: index)...] }
        }
        return ""
    }

    /// The texts in single quotes up to the bracket.
    private static func quotedWords(_ text: Substring) -> [String] {
        var (words, rest) = ([String](), text)
        while let character = rest.popFirst(), character != "]" {
            guard character == "'" else { continue }
            var word = ""
            while let next = rest.popFirst() {
                if next == "'" {
                    guard rest.first == "'" else { break }
                    rest.removeFirst()
                }
                word.append(next)
            }
            words.append(word)
        }
        return words
    }
}
