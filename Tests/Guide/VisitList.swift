import Core
import ModuleKit

extension RecordList {
    static let visits = RecordList(
        of: Visit.table, at: "/visits", filters: ["place"],
        columns: [Column("email", Words(tr: "E-posta", en: "E-mail"))], sharing: .writeVisits)
}
