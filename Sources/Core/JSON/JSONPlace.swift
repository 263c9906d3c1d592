/// A place in a document, built from the leaf up, so that a level costs one small allocation and only an error pays
/// for the whole path.
indirect enum JSONPlace {
    case root
    case step(JSONPlace, JSONPath.Step)

    func key(_ key: any CodingKey) -> JSONPlace { .step(self, .key(key.stringValue)) }
    func index(_ index: Int) -> JSONPlace { .step(self, .index(index)) }

    var path: JSONPath {
        var steps: [JSONPath.Step] = []
        var place = self
        while case .step(let parent, let step) = place {
            steps.append(step)
            place = parent
        }
        return JSONPath(steps.reversed())
    }

    var codingPath: [any CodingKey] {
        path.steps.map { step in
            switch step {
            case .key(let key): JSONCodingKey(key)
            case .index(let index): JSONCodingKey(index)
            }
        }
    }
}
