import Findings
import SchemaModel
import XMLCore

/// What the configuration chooses: messages, types, names.
extension Planner {
    /// The roots and types from which all that is made is collected.
    func chosen() -> (roots: [ElementID], types: [TypeID]) {
        let roots = chosenRoots()
        let types = chosenTypes(hasRoots: !roots.isEmpty)
        if roots.isEmpty, types.isEmpty, faults.isEmpty {
            faults.append(
                GeneratorError.Fault(
                    subject: nil,
                    Finding(
                        "codegen.nothing-to-make", .error,
                        at: Location(file: components.documents.first(where: \.isEntry)?.name),
                        Message(
                            de: "Die Schemas haben weder Nachrichten noch benannte Typen.",
                            en: "The schemas have neither messages nor named types."))))
        }
        return (roots, types)
    }

    private func chosenRoots() -> [ElementID] {
        let all = components.rootElements
        guard let messages = options.messages else {
            return options.types.isEmpty || options.types.contains("*") ? all : []
        }
        var result: [ElementID] = []
        for message in messages {
            let found = all.filter { matches(message, components[$0].name) }
            if found.isEmpty {
                missing(
                    message, "codegen.message-not-found", among: all.map { components[$0].name.local },
                    de: "Die Nachricht „\(message)“ gibt es in den Schemas nicht.",
                    en: "There is no message “\(message)” in the schemas.")
            }
            result += found
        }
        return all.filter(result.contains)
    }

    /// The types that are asked for by name; all of the schemas that were named with `*`, and where these have no messages.
    private func chosenTypes(hasRoots: Bool) -> [TypeID] {
        let entries = Set(components.documents.filter(\.isEntry).map { $0.targetNamespace ?? "" })
        let own = components.typesByName.filter { components.builtin($0.value) == nil }
        let all = own.filter { entries.contains($0.key.namespace ?? "") }.map(\.value).sorted()
        if options.types.isEmpty { return hasRoots || options.messages != nil ? [] : all }
        if options.types.contains("*") { return all }
        var result: [TypeID] = []
        for type in options.types {
            let found = own.filter { matches(type, $0.key) }.map(\.value).sorted()
            if found.isEmpty {
                missing(
                    type, "codegen.type-not-found", among: own.keys.map(\.local).sorted(),
                    de: "Den Typ „\(type)“ gibt es in den Schemas nicht.",
                    en: "There is no type “\(type)” in the schemas.")
            }
            result += found
        }
        return Set(result).sorted()
    }

    /// `name` or `{namespace}name`.
    private func matches(_ key: String, _ name: XMLName) -> Bool {
        key == name.local || key == "{\(name.namespace ?? "")}\(name.local)"
    }

    func missing(
        _ subject: String, _ id: FindingID, among known: [String], de: MessageText, en: MessageText
    ) {
        let plain = subject.split(separator: "}").last.map(String.init) ?? subject
        let near = NearestWords.nearest(to: plain, among: Array(Set(known)).sorted(), count: 5)
            .joined(separator: ", ")
        let hint = Message(de: "Es gibt zum Beispiel: \(near)", en: "There are, for example: \(near)")
        faults.append(
            GeneratorError.Fault(
                subject: subject, Finding(id, .error, Message(de: de, en: en), hint: near.isEmpty ? nil : hint)))
    }

    /// Makes what stands for a type that was asked for, whether a message reaches it or not.
    func planType(_ id: TypeID) {
        guard components[id].complex != nil else {
            _ = content(of: id, name: components[id].name?.local ?? "Typ", parent: nil)
            return
        }
        _ = structure(id)
        _ = content(of: id, name: components[id].name?.local ?? "Typ", parent: nil)
    }

    // MARK: What was not used

    /// Names and choices of the configuration that nothing in the schemas answers to, and names that are none in Swift.
    func tellUnusedChoices() {
        for (key, name) in options.names.sorted(by: { $0.key < $1.key }) {
            if !usedOverrides.contains(key) {
                missing(
                    key, "codegen.unknown-name", among: Array(askedKeys),
                    de: "Der Name „\(key)“ der Konfiguration ist in den Schemas nicht zu finden.",
                    en: "The name “\(key)” of the configuration is not found in the schemas.")
            } else if !SwiftNames.isIdentifier(name) {
                faults.append(
                    GeneratorError.Fault(
                        subject: key,
                        Finding(
                            "codegen.not-a-name", .error,
                            Message(
                                de: "„\(name)“ für „\(key)“ ist in Swift kein Name.",
                                en: "“\(name)” for “\(key)” is no name in Swift."),
                            hint: Message(
                                de: "Erlaubt sind Buchstaben, Ziffern und _, vorn keine Ziffer.",
                                en: "Letters, digits and _ are allowed, no digit in front."))))
            }
        }
        for key in options.openEnumerations.subtracting(usedOpenEnumerations).sorted() {
            missing(
                key, "codegen.unknown-enumeration", among: Array(enumerations),
                de: "„\(key)“ (openEnumerations) ist in den Schemas kein Typ mit festen Werten, der gebraucht wird.",
                en: "“\(key)” (openEnumerations) is no type with listed values that is needed from the schemas.")
        }
    }
}
