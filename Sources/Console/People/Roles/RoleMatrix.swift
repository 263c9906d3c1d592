import Core
import Markup
import ModuleKit
import Security
import UI

/// What a role holds of one module: a line for each permission with how far it reaches, a line for each field.
struct RoleMatrix: Component {
    let chapter: RightsBook.Chapter
    let rights: RoleRights
    let ceiling: Ceiling
    let isEditable: Bool
    let reader: PeopleReader

    var html: HTML {
        let permissions = chapter.permissions.map { line(reader($0.title), $0.text, control($0)) }
        let fields = chapter.fields.map { field in
            line(reader(field.resource) + " · " + reader(field.title), field.name, control(field))
        }
        let held = chapter.permissions.filter { rights.grants[$0.text] != nil }.count
        let count: HTML = "<span class=\"muted small num\">\(held)/\(chapter.permissions.count)</span>"
        let below: HTML? =
            fields.isEmpty
            ? nil : "<h3 class=\"small muted\">\(reader.t("Alanlar", "Fields"))</h3><dl class=\"matrix\">\(fields)</dl>"
        return Panel(
            reader(chapter.title), actions: count, "<dl class=\"matrix\">\(permissions)</dl>\(below)"
        ).html
    }

    private func line(_ title: String, _ name: String, _ control: HTML) -> HTML {
        "<div><dt><span>\(title)</span><code>\(name)</code></dt><dd>\(control)</dd></div>"
    }

    // MARK: How far a permission reaches

    private func control(_ permission: Permission) -> HTML {
        let held = rights.grants[permission.text]
        guard isEditable else { return shown(held, permission) }
        let scopes = permission.isScoped ? Scope.allCases : [.all]
        let options = scopes.map { scope -> HTML in
            var attributes: Attributes = [.text("value", "\(permission.text) \(scope.rawValue)")]
            attributes.append(.flag("selected"), if: scope == held || !permission.isScoped && held != nil)
            // What the one who chooses does not hold is theirs to see and not to give.
            attributes.append(.flag("disabled"), if: ceiling.grants[permission.text].map { $0 < scope } ?? true)
            return "<option\(attributes: attributes)>\(title(scope, permission))</option>"
        }
        return select("grants", reader(permission.title), options, isChosen: held != nil)
    }

    private func title(_ scope: Scope, _ permission: Permission) -> String {
        guard permission.isScoped else { return reader.t("Var", "Yes") }
        return switch scope {
        case .own: reader.t("Kendi kayıtları", "Their own")
        case .team: reader.t("Ekibinin kayıtları", "The team's")
        case .all: reader.t("Tüm kayıtlar", "All records")
        }
    }

    private func shown(_ scope: Scope?, _ permission: Permission) -> HTML {
        guard let scope else { return "<span class=\"muted\">\(reader.t("Yok", "No"))</span>" }
        return Tag(title(scope, permission), scope == .all ? .good : .accent).html
    }

    // MARK: What a field shows

    private func control(_ field: RightsBook.Field) -> HTML {
        let rule = rights.fields[field.name]
        guard isEditable else {
            return rule.map { Tag(title($0), .warn).html } ?? "<span class=\"muted\">\(reader.t("Açık", "Open"))</span>"
        }
        let options = FieldRule.allCases.map { each -> HTML in
            var attributes: Attributes = [.text("value", "\(field.name) \(each.rawValue)")]
            attributes.append(.flag("selected"), if: each == rule)
            return "<option\(attributes: attributes)>\(title(each))</option>"
        }
        return select("fields", reader(field.title), options, isChosen: rule != nil, none: reader.t("Açık", "Open"))
    }

    private func title(_ rule: FieldRule) -> String {
        rule == .hidden ? reader.t("Gizli", "Hidden") : reader.t("Yalnızca okunur", "Read-only")
    }

    private func select(
        _ name: String, _ label: String, _ options: [HTML], isChosen: Bool, none: String? = nil
    ) -> HTML {
        let blank: Attributes = isChosen ? [.text("value", "")] : [.text("value", ""), .flag("selected")]
        return """
            <select class="input" name="\(name)" aria-label="\(label)"><option\(attributes: blank)>\(none ?? reader.t("Yok", "No"))</option>\
            \(options)</select>
            """
    }
}
