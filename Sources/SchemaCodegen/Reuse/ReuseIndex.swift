import Findings
import SchemaModel
import XMLCore

/// Finds the Swift types of modules that were generated earlier.
final class ReuseIndex {
    struct Found {
        var module: String
        var swift: String
    }

    private struct Key: Hashable {
        var namespace: String?
        var name: String
    }

    private let components: SchemaComponents
    private let modules: [(module: String, manifest: GeneratedManifest)]
    private var types: [Key: (module: String, entry: GeneratedManifest.Entry)] = [:]
    private var families: [Key: (module: String, entry: GeneratedManifest.Entry)] = [:]
    private var substitutions: [Key: (module: String, entry: GeneratedManifest.Entry)] = [:]
    private var roots: [Key: (module: String, entry: GeneratedManifest.Entry)] = [:]
    private var digests: [String: String] = [:]
    private var reported = Set<String>()
    private(set) var faults: [GeneratorError.Fault] = []

    init(_ reuse: [ReusedModule], _ components: SchemaComponents) {
        self.components = components
        modules = reuse.map { ($0.module, $0.manifest) }
        for item in reuse {
            func add(
                _ entries: [GeneratedManifest.Entry],
                to table: inout [Key: (module: String, entry: GeneratedManifest.Entry)]
            ) {
                for entry in entries {
                    let key = Key(namespace: entry.namespace, name: entry.name)
                    if table[key] == nil { table[key] = (item.module, entry) }
                }
            }
            add(item.manifest.types, to: &types)
            add(item.manifest.families, to: &families)
            add(item.manifest.substitutions, to: &substitutions)
            add(item.manifest.roots, to: &roots)
            if item.manifest.access == "internal" {
                faults.append(
                    GeneratorError.Fault(
                        subject: item.module,
                        Finding(
                            "codegen.reuse-internal", .error,
                            Message(
                                de: "Die Typen des Moduls \(item.module) sind nur in ihm sichtbar.",
                                en: "The types of the module \(item.module) are visible only in it."),
                            hint: Message(
                                de: "Machen Sie sie mit \"access\": \"public\".",
                                en: "Make them with \"access\": \"public\"."))))
            }
        }
        guard !reuse.isEmpty else { return }
        for document in components.documents where digests[document.name] == nil {
            digests[document.name] = SwiftGenerator.digest(document.bytes)
        }
    }

    /// The Swift type of a named type; nil when it must be made.
    func type(_ id: TypeID) -> Found? {
        guard !types.isEmpty, let name = components[id].name else { return nil }
        return found(types[Key(namespace: name.namespace, name: name.local)], name, components[id].location)
    }

    /// The Swift type of a root element; nil when it must be made.
    func root(_ id: ElementID) -> Found? {
        guard !roots.isEmpty else { return nil }
        let element = components[id]
        return found(
            roots[Key(namespace: element.name.namespace, name: element.name.local)], element.name, element.location)
    }

    /// The enum over a type and those derived from it, when it has the same members.
    func family(of id: TypeID, members: [XMLName], _ findings: inout [Finding]) -> Found? {
        guard let name = components[id].name, type(id) != nil else { return nil }
        let entry = families[Key(namespace: name.namespace, name: name.local)]
        return same(entry, members, name, components[id].location, &findings)
    }

    /// The enum over a substitution group, when it has the same members.
    func group(of id: ElementID, members: [XMLName], _ findings: inout [Finding]) -> Found? {
        let element = components[id]
        let entry = substitutions[Key(namespace: element.name.namespace, name: element.name.local)]
        return same(entry, members, element.name, element.location, &findings)
    }

    private func same(
        _ known: (module: String, entry: GeneratedManifest.Entry)?, _ members: [XMLName], _ name: XMLName,
        _ location: Location, _ findings: inout [Finding]
    ) -> Found? {
        guard let known, let result = found(known, name, location) else { return nil }
        let missing = Set(members.map(Self.text)).subtracting(known.entry.members ?? [])
        if missing.isEmpty { return result }
        let list = missing.sorted().prefix(4).joined(separator: ", ")
        findings.append(
            Finding(
                "codegen.reuse-extended", .warning, at: location,
                Message(
                    de:
                        "Für „\(name.local)“ kann hier auch \(list) stehen; das Modul \(known.module) kennt das nicht und weist es in seinen eigenen Typen zurück.",
                    en:
                        "\(list) may stand for “\(name.local)” here; the module \(known.module) does not know that and refuses it in its own types."
                ),
                hint: Message(
                    de: "Machen Sie beide Schemas zu einem Modul, wenn solche Dokumente zu lesen sind.",
                    en: "Make one module of both schemas if such documents are to be read.")))
        return nil
    }

    static func text(_ name: XMLName) -> String { "{\(name.namespace ?? "")}\(name.local)" }

    private func found(
        _ known: (module: String, entry: GeneratedManifest.Entry)?, _ name: XMLName, _ location: Location
    ) -> Found? {
        guard let known else { return nil }
        if let expected = known.entry.sha256, let file = location.file, let digest = digests[file],
            digest != expected, reported.insert(known.module + file).inserted
        {
            faults.append(
                GeneratorError.Fault(
                    subject: known.module,
                    Finding(
                        "codegen.reuse-differs", .error,
                        Message(
                            de:
                                "Das Modul \(known.module) ist aus einer anderen Fassung von „\(Self.fileName(file))“ gemacht („\(name.local)“).",
                            en:
                                "The module \(known.module) was made from another version of “\(Self.fileName(file))” (“\(name.local)”)."
                        ),
                        hint: Message(
                            de: "Machen Sie das Modul neu, oder nehmen Sie die Fassung, aus der es gemacht ist.",
                            en: "Make that module again, or use the version that it was made from."))))
        }
        return Found(module: known.module, swift: known.entry.swift)
    }

    private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
