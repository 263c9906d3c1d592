extension Array: SQLDecodable where Element: SQLArrayElement {
    /// An array literal, `{1,2,NULL}`; for bytes, `bytea`.
    public init(sqlText: Span<UInt8>) throws(SQLDecodingError) { self = try Element.sqlDecode(array: sqlText) }
}

extension SQLArrayElement where Self: SQLDecodable {
    /// An array literal of one dimension, whatever its lower bound.
    public static func sqlDecode(array text: Span<UInt8>) throws(SQLDecodingError) -> [Self] {
        var reader = ArrayLiteral()
        var values: [Self] = []
        do throws(ArrayLiteral.Fault) {
            try reader.open(text)
        } catch {
            throw error.asDecodingError(of: sqlArrayType, text)
        }
        while true {
            let element: ArrayLiteral.Element?
            do throws(ArrayLiteral.Fault) {
                element = try reader.next(in: text)
            } catch {
                throw error.asDecodingError(of: sqlArrayType, text)
            }
            switch element {
            case .plain(let range): values.append(try Self(sqlText: text.extracting(range)))
            case .unescaped: values.append(try Self(sqlText: reader.unescaped.span))
            case .null: values.append(try sqlNull())
            case .none: return values
            }
        }
    }
}

extension ArrayLiteral.Fault {
    fileprivate func asDecodingError(of type: PostgresType, _ text: Span<UInt8>) -> SQLDecodingError {
        SQLDecodingError(self == .nested ? .nestedArray : .malformed, type, byteCount: text.count)
    }
}
