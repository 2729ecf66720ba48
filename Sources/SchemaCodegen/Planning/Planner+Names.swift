import Findings
import SchemaModel
import XMLCore

/// How things are called: by the configuration, by the rule, or, where that name is taken, by another one, which is told.
extension Planner {
    // MARK: Names of the configuration

    /// By what the configuration names a thing.
    struct Key {
        /// The key: `Typ`, `Typ/element`, `Typ/element/Inhalt`, `Typ=wert` and so on.
        var text: String
        /// The same without what stands around an anonymous type: `element/kind` for `Typ/element/kind`.
        var alias: String?
        /// The namespace, which may stand before both.
        var namespace: String?
    }

    /// The name that the configuration gives, and the key by which it does.
    func override(_ key: Key) -> (name: String, by: String)? {
        askedKeys.insert(key.text)
        for text in [key.text] + (key.alias.map { [$0] } ?? []) {
            for text in [Self.qualified(text, key.namespace), text] {
                if let name = options.names[text] {
                    usedOverrides.insert(text)
                    return (name, text)
                }
            }
        }
        return nil
    }

    /// Gives out a global name that the configuration demands.
    func claim(_ chosen: (name: String, by: String)) -> String {
        if globalNames.contains(chosen.name) || nestedTaken.contains(chosen.name) { nameTaken(chosen) }
        return globalNames.assign(chosen.name, avoiding: nestedTaken)
    }

    /// Tells that a name which the configuration demands cannot be given.
    func nameTaken(_ chosen: (name: String, by: String)) {
        faults.append(
            GeneratorError.Fault(
                subject: chosen.by,
                Finding(
                    "codegen.name-taken", .error,
                    Message(
                        de:
                            "Der Name „\(chosen.name)“ für „\(chosen.by)“ ist schon vergeben oder in Swift nicht möglich.",
                        en: "The name “\(chosen.name)” for “\(chosen.by)” is taken already or not possible in Swift."),
                    hint: Message(de: "Wählen Sie einen anderen.", en: "Choose another one."))))
    }

    // MARK: Keys

    private static func qualified(_ text: String, _ namespace: String?) -> String { "{\(namespace ?? "")}\(text)" }

    /// The key of a global type: its local name.
    func key(ofType name: XMLName) -> Key { Key(text: name.local, namespace: name.namespace) }

    /// The key of a root element: its name, with a stroke before it where a type is called like it.
    func key(ofRoot name: XMLName) -> Key {
        typesByLocalName[name.local] == nil
            ? Key(text: name.local, alias: "/" + name.local, namespace: name.namespace)
            : Key(text: "/" + name.local, namespace: name.namespace)
    }

    /// The key of something in a type: `part` begins with `/` or `=`. What comes again gets a number (`Typ/element#2`).
    func key(_ part: String, of owner: Int) -> Key {
        let base = schemaNames[owner] ?? ""
        let namespace = plan.types[owner].namespace
        let number = (keysGiven[Self.qualified(base + part, namespace)] ?? 0) + 1
        keysGiven[Self.qualified(base + part, namespace)] = number
        let suffix = number == 1 ? "" : "#\(number)"
        // What belongs to an anonymous type inside may be named by that alone, as may its values.
        let short = base.split(separator: "/").last.map(String.init) ?? base
        let isValue = part.hasPrefix("/") && part.contains("=")
        let alias = isValue ? String(part.dropFirst()) : short == base ? nil : short + part
        return Key(text: base + part + suffix, alias: alias.map { $0 + suffix }, namespace: namespace)
    }

    /// A key as a proposal writes it: with the namespace where other things have the same name.
    private func text(_ key: Key) -> String {
        let first = key.text.split(whereSeparator: { "/=#".contains($0) }).first.map(String.init) ?? key.text
        let elements = components.elementsByName.keys.count { $0.local == first }
        return (typesByLocalName[first]?.count ?? 0) > 1 || elements > 1
            ? Self.qualified(key.text, key.namespace) : key.text
    }

    // MARK: Giving names

    /// A global name: what the configuration says, or by the rule. Names of nested types that were given before stay
    /// unambiguous.
    func global(_ wanted: String, _ key: Key, at location: Location) -> String {
        if let chosen = override(key) { return claim(chosen) }
        let name = globalNames.assign(wanted, avoiding: nestedTaken)
        if name != wanted { collision(key, wanted, name, at: location) }
        return name
    }

    /// The name of a field or case. `local` is the name in the schema; `suffix` tells it from one that is taken.
    func memberName(
        _ key: Key, _ local: String, _ names: NameSpace, suffix: String = "", at location: Location
    ) -> String {
        if let chosen = override(key) {
            if names.contains(chosen.name) { nameTaken(chosen) }
            return chosen.name
        }
        let wanted = SwiftNames.member(local)
        guard names.contains(wanted) else { return wanted }
        var names = names
        let name = names.assign(wanted + suffix)
        collision(key, wanted, name, at: location)
        return name
    }

    /// The name of a nested type, which must not hide a global one nor one further out. `local` is the name in the schema; nil
    /// for groups, which have the key `Typ/Auswahl2` by the name that they would get.
    func nestedName(_ wanted: String, in parent: Int, _ local: String?, at location: Location) -> String {
        let spaces = nestedNames[parent] ?? ancestors(parent)
        var name = wanted
        var number = 1
        func isTaken(_ name: String) -> Bool { globalNames.contains(name) || spaces.contains(name) }
        while isTaken(name) {
            number += 1
            name = local == nil ? "\(wanted)\(number)" : number == 2 ? wanted + "Inhalt" : wanted + "Inhalt\(number)"
        }
        nestedNames[parent, default: spaces].insert(name)
        let key = key(local.map { "/\($0)/Inhalt" } ?? "/" + name, of: parent)
        if let chosen = override(key) {
            if isTaken(chosen.name) { nameTaken(chosen) }
            name = chosen.name
            nestedNames[parent]?.insert(name)
        } else if local != nil, name != wanted {
            collision(key, wanted, name, at: location)
        }
        nestedTaken.insert(name)
        return name
    }

    private func ancestors(_ index: Int) -> NameSpace {
        var space = NameSpace(SwiftNames.reservedTypes)
        var current: Int? = index
        while let at = current {
            space.insert(plan.types[at].name)
            current = plan.types[at].parent
        }
        return space
    }

    /// Tells that a name is taken, and what changes it in the configuration.
    func collision(_ key: Key, _ wanted: String, _ final: String, at location: Location) {
        let name = text(key)
        let proposal = "\"names\": {\(SwiftText.json(name)): \(SwiftText.json(final))}"
        plan.findings.append(
            Finding(
                "codegen.name-collision", .hint, at: location,
                Message(
                    de: "„\(name)“ heißt in Swift „\(final)“, weil „\(wanted)“ schon vergeben ist.",
                    en: "“\(name)” is called “\(final)” in Swift because “\(wanted)” is taken."),
                hint: Message(
                    de: "Diesen oder einen anderen Namen legt die Konfiguration fest: \(proposal)",
                    en: "The configuration sets this or another name: \(proposal)")))
    }
}
