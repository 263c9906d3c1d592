/// The values a decoder knows by itself.
extension JSONValue {
    func decodedBool(at place: @autoclosure () -> JSONPlace) throws -> Bool {
        guard case .bool(let value) = self else { throw refusal(place(), "Yes or no (true, false) is needed.") }
        return value
    }

    func decodedString(at place: @autoclosure () -> JSONPlace) throws -> String {
        guard case .string(let value) = self else { throw refusal(place(), "A text is needed.") }
        return value
    }

    func decodedInteger<Integer: FixedWidthInteger>(at place: @autoclosure () -> JSONPlace) throws -> Integer {
        guard case .number(let number) = self, number.isWhole else {
            throw refusal(place(), "A whole number is needed.")
        }
        guard let value = Integer(number.text) else {
            throw outOfRange(place(), "A number from \(Integer.min) to \(Integer.max) is needed.")
        }
        return value
    }

    func decodedFloating<Floating: BinaryFloatingPoint & LosslessStringConvertible>(
        at place: @autoclosure () -> JSONPlace
    ) throws -> Floating {
        guard case .number(let number) = self else { throw refusal(place(), "A number is needed.") }
        guard let value: Floating = number.floating() else { throw outOfRange(place(), "A smaller number is needed.") }
        return value
    }

    /// Another type is needed; where nothing was sent, a value is.
    func refusal(_ place: JSONPlace, _ message: String) -> JSONRefusal {
        isNull
            ? JSONRefusal(JSONFault(.required, at: place.path))
            : JSONRefusal(JSONFault(.type, at: place.path, message))
    }

    private func outOfRange(_ place: JSONPlace, _ message: String) -> JSONRefusal {
        JSONRefusal(JSONFault(.range, at: place.path, message))
    }
}
