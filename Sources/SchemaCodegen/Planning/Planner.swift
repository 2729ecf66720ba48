import Findings
import SchemaModel
import XMLCore

/// Decides which Swift types stand for the components of a schema, and how they are called.
final class Planner {
    let components: SchemaComponents
    let options: SwiftGenerator.Options
    var plan = SwiftPlan()
    /// Types that stand for global or anonymous schema types.
    var byType: [TypeID: Int] = [:]
    /// Enums that stand for a type and those derived from it.
    private var variantsByType: [TypeID: Int] = [:]
    /// What the enums for derived types and substitution groups stand for: the base and all that may stand in.
    var familiesByIndex: [Int: (base: XMLName, members: [XMLName], isElement: Bool)] = [:]
    /// Enums that stand for an element and its substitution group.
    var substitutionsByElement: [ElementID: Int] = [:]
    var globalNames = NameSpace(SwiftNames.reservedTypes)
    var nestedNames: [Int: NameSpace] = [:]
    /// The names of all nested types: a global name that is given later must not be hidden by them.
    var nestedTaken = Set<String>()
    /// What generated structs and enums use themselves: no field or case is called so.
    var takenMembers = NameSpace(SwiftNames.reservedMembers)
    /// How the schema calls what a type stands for, for keys of the configuration: `Typ`, `Typ/element`.
    var schemaNames: [Int: String] = [:]
    /// How often each key was given.
    var keysGiven: [String: Int] = [:]
    /// The namespaces in which global types have a local name.
    private(set) var typesByLocalName: [String: [String?]] = [:]
    private var typeNames: [TypeID: String] = [:]
    private var waiting: [() -> Void] = []
    var usedOverrides = Set<String>()
    /// All keys that the configuration may use, and all enumerations that may be open: for proposals.
    var askedKeys = Set<String>()
    var enumerations = Set<String>()
    var usedOpenEnumerations = Set<String>()
    /// Types of which it is told already what Swift does not express.
    var toldTypes = Set<TypeID>()
    /// What the configuration asks for and cannot be had.
    var faults: [GeneratorError.Fault] = []
    let reuse: ReuseIndex
    private let documentNumbers: [String: Int]

    init(_ components: SchemaComponents, _ options: SwiftGenerator.Options) {
        self.components = components
        self.options = options
        reuse = ReuseIndex(options.reuse, components)
        for module in [options.module].compactMap({ $0 }) + options.reuse.map(\.module) { globalNames.insert(module) }
        var numbers: [String: Int] = [:]
        for (index, document) in components.documents.enumerated() where numbers[document.name] == nil {
            numbers[document.name] = index
        }
        documentNumbers = numbers
        for (name, id) in components.typesByName where components.builtin(id) == nil {
            typesByLocalName[name.local, default: []].append(name.namespace)
        }
    }

    func run() throws(GeneratorError) -> SwiftPlan {
        let (roots, types) = chosen()
        try stop()
        nameNamespaces()
        nameTypes(reachableFrom: roots, types)
        for root in roots { planRoot(root) }
        for type in types { planType(type) }
        while !waiting.isEmpty {
            let work = waiting
            waiting = []
            for step in work { step() }
        }
        IndirectionFinder.mark(&plan)
        tellUnusedChoices()
        faults += reuse.faults
        try stop()
        return plan
    }

    private func stop() throws(GeneratorError) {
        if !faults.isEmpty { throw GeneratorError(faults) }
    }

    // MARK: Names

    private func nameNamespaces() {
        var uris = Set<String>()
        for element in components.elements { if let uri = element.name.namespace { uris.insert(uri) } }
        for type in components.types {
            if let uri = type.name?.namespace { uris.insert(uri) }
            for attribute in type.complex?.attributes ?? [] {
                if let uri = attribute.name.namespace { uris.insert(uri) }
            }
        }
        uris.remove(BuiltinType.namespace)
        var taken = NameSpace()
        for uri in uris.sorted() {
            var prefix = uri == XMLName.xmlNamespace ? "xml" : ""
            for document in components.documents where prefix.isEmpty {
                let isOwn = document.targetNamespace == uri
                prefix =
                    document.prefixes.filter { $0.value == uri && !$0.key.isEmpty && (isOwn || $0.key != "tns") }
                    .map(\.key).min() ?? ""
            }
            if prefix.isEmpty { prefix = "ns" }
            let words = SwiftNames.words(prefix)
            let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            let constant = taken.assign("ns" + name)
            takenMembers.insert(constant)
            plan.namespaces.append((uri, constant, prefix))
        }
    }

    /// Names all global types that are reached, in the order of the schemas, so that nested names can avoid them.
    private func nameTypes(reachableFrom roots: [ElementID], _ chosen: [TypeID]) {
        struct Reached: ComponentVisitor {
            var types = Set<TypeID>()
            mutating func visit(_ type: TypeDefinition, id: TypeID) { if type.name != nil { types.insert(id) } }
        }
        var reached = Reached()
        components.walk(from: roots, types: chosen, &reached)
        var unnamed: [TypeID] = []
        for id in reached.types.sorted() where components.builtin(id) == nil {
            guard let name = components[id].name else { continue }
            if let reused = reuse.type(id) {
                typeNames[id] = reused.swift
            } else if let chosen = override(key(ofType: name)) {
                typeNames[id] = claim(chosen)
            } else {
                unnamed.append(id)
            }
        }
        for id in unnamed {
            guard let name = components[id].name else { continue }
            let wanted = SwiftNames.type(name.local)
            if globalNames.contains(wanted) {
                var prefixed = wanted
                if let namespace = plan.namespaces.first(where: { $0.uri == name.namespace }),
                    !SwiftNames.reservedTypes.contains(wanted)
                {
                    prefixed = SwiftNames.type(namespace.prefix) + wanted
                } else {
                    prefixed = wanted + "Wert"
                }
                let final = globalNames.assign(prefixed)
                collision(key(ofType: name), wanted, final, at: components[id].location)
                typeNames[id] = final
            } else {
                typeNames[id] = globalNames.assign(wanted)
            }
        }
    }

    // MARK: Adding types

    /// Reserves a type with its final name; its kind is filled in later. `local` is the name in the schema of what an anonymous
    /// type belongs to; nil for groups.
    func add(
        named wanted: String, parent: Int?, local: String? = nil, xmlName: XMLName?, namespace: String?,
        location: Location, annotation: SchemaAnnotation? = nil, source: String, module: String? = nil
    ) -> Int {
        let name = parent.map { nestedName(wanted, in: $0, local, at: location) } ?? wanted
        let document = location.file.flatMap { documentNumbers[$0] } ?? 0
        plan.types.append(
            SwiftPlan.TypePlan(
                name: name, parent: parent, xmlName: xmlName, namespace: namespace,
                kind: .alias(.runtime("Never")), document: parent.map { plan.types[$0].document } ?? document,
                documentation: annotation?.documentation ?? [], source: source, module: module))
        let index = plan.types.count - 1
        let path = [parent.flatMap { schemaNames[$0] }, xmlName?.local ?? local].compactMap { $0 }
        schemaNames[index] = path.joined(separator: "/")
        if let parent { plan.types[parent].children.append(index) }
        return index
    }

    func later(_ step: @escaping () -> Void) { waiting.append(step) }

    // MARK: Roots

    private func planRoot(_ id: ElementID) {
        let element = components[id]
        guard components[element.type].complex != nil, components.builtin(element.type) == nil else {
            plan.findings.append(
                Finding(
                    "codegen.simple-root", .hint, at: element.location,
                    Message(
                        de: "Für das Wurzelelement „\(element.name.local)“ mit einfachem Wert entsteht kein Typ.",
                        en: "No type is made for the root element “\(element.name.local)” with a simple value.")))
            return
        }
        if let reused = reuse.root(id) {
            plan.findings.append(
                Finding(
                    "codegen.reused-root", .hint, at: element.location,
                    Message(
                        de: "„\(element.name.local)“ ist schon \(reused.swift) im Modul \(reused.module).",
                        en: "“\(element.name.local)” is \(reused.swift) of the module \(reused.module) already.")))
            return
        }
        let index: Int
        if components[element.type].name == nil {
            if let known = byType[element.type] {
                index = known
            } else {
                let name = global(
                    SwiftNames.type(element.name.local), key(ofRoot: element.name), at: element.location)
                index = add(
                    named: name, parent: nil, local: element.name.local, xmlName: nil,
                    namespace: element.name.namespace, location: element.location, annotation: element.annotation,
                    source: "Element `\(element.name.local)`")
                byType[element.type] = index
                later { self.fillStruct(index, element.type) }
            }
        } else {
            index = structure(element.type)
            // The root may be of a derived type, too; the enum for that reads and writes it.
            _ = variants(of: element.type)
            if plan.types[index].module != nil {
                plan.findings.append(
                    Finding(
                        "codegen.reused-root-type", .hint, at: element.location,
                        Message(
                            de: "Der Typ des Wurzelelements „\(element.name.local)“ kommt aus einem anderen Modul.",
                            en: "The type of the root element “\(element.name.local)” comes from another module."),
                        hint: Message(
                            de: "Nennen Sie die Wurzel beim Schreiben: encode(_:root:).",
                            en: "Name the root when you write: encode(_:root:).")))
                return
            }
        }
        plan.types[index].rootNames.append(element.name)
        if !plan.roots.contains(index) { plan.roots.append(index) }
    }

    // MARK: References

    /// The generated struct of a global complex type.
    func structure(_ id: TypeID) -> Int {
        if let known = byType[id] { return known }
        let type = components[id]
        let module = reuse.type(id)?.module
        let index = add(
            named: typeNames[id] ?? newTypeName(type), parent: nil,
            xmlName: type.name, namespace: type.name?.namespace, location: type.location,
            annotation: type.annotation, source: "Typ `\(type.name?.local ?? "")`", module: module)
        byType[id] = index
        if module == nil {
            later { self.fillStruct(index, id) }
        } else {
            plan.types[index].kind = .structure(fields: [], isGroup: false, isAll: false)
        }
        return index
    }

    /// A name for a type that was not among those reached.
    func newTypeName(_ type: TypeDefinition) -> String {
        let name = type.name ?? XMLName("Typ")
        return global(SwiftNames.type(name.local), key(ofType: name), at: type.location)
    }

    /// What stands for the content of an element or attribute of a type. `name` and `parent` are for anonymous types; `blocked`
    /// are derivations that the element does not let stand in.
    func content(
        of id: TypeID, name: String, parent: Int?, blocked: Set<Derivation> = []
    ) -> SwiftPlan.Content {
        if let builtin = components.builtin(id) { return Self.content(of: builtin) }
        let type = components[id]
        guard let simple = type.simple else {
            if type.name == nil {
                if let known = byType[id] { return .generated(known) }
                let index = add(
                    named: SwiftNames.type(name), parent: parent, local: name, xmlName: nil,
                    namespace: parent.flatMap { plan.types[$0].namespace }, location: type.location,
                    annotation: type.annotation, source: "Element `\(name)`")
                byType[id] = index
                later { self.fillStruct(index, id) }
                return .generated(index)
            }
            let isBlocked =
                !blocked.isEmpty && type.complex?.isAbstract == false
                && !standIns(for: id).contains { components.mayStand($0, for: id, blocked: blocked) }
            return .generated(isBlocked ? structure(id) : variants(of: id) ?? structure(id))
        }
        if let known = byType[id] { return .generated(known) }
        return simpleContent(id, type, simple, name: name, parent: parent)
    }

    /// The enum for a type that others may stand in for, or nil when none can.
    private func variants(of id: TypeID) -> Int? {
        let type = components[id]
        guard let complex = type.complex else { return nil }
        if let known = variantsByType[id] { return known }
        let derived = standIns(for: id)
        if derived.isEmpty { return nil }
        let base = typeNames[id] ?? SwiftNames.type(type.name?.local ?? "")
        let members = ((complex.isAbstract ? [] : [id]) + derived).compactMap { components[$0].name }
        let reused = reuse.family(of: id, members: members, &plan.findings)
        let name =
            reused?.swift
            ?? global(
                base + "Auspraegung",
                Key(text: "\(type.name?.local ?? "")/Auspraegung", namespace: type.name?.namespace), at: type.location)
        let index = add(
            named: name, parent: nil, xmlName: nil, namespace: type.name?.namespace, location: type.location,
            annotation: type.annotation, source: "Typ `\(type.name?.local ?? "")` und seine Ableitungen",
            module: reused?.module)
        variantsByType[id] = index
        familiesByIndex[index] = (type.name ?? XMLName(""), members, isElement: false)
        plan.types[index].kind = .variants([])
        guard reused == nil else { return index }
        later {
            var names = NameSpace(SwiftNames.reservedMembers)
            var variants: [SwiftPlan.Variant] = []
            for member in (complex.isAbstract ? [] : [id]) + derived {
                guard let typeName = self.components[member].name else { continue }
                let structure = self.structure(member)
                let caseName = names.assign(SwiftNames.member(self.plan.types[structure].name))
                variants.append(
                    SwiftPlan.Variant(
                        name: caseName, type: typeName, content: .generated(structure), isDeclared: member == id))
            }
            self.plan.types[index].kind = .variants(variants)
        }
        return index
    }

    /// The types that `xsi:type` may name in place of a type, and that a case of an enum is made for: named ones that add
    /// something, or any where the type itself is abstract.
    private func standIns(for id: TypeID) -> [TypeID] {
        components.descendants(of: id).filter {
            components[$0].name != nil && components[$0].complex?.isAbstract == false && extends($0, id)
                && components.mayStand($0, for: id)
        }
    }

    private func extends(_ type: TypeID, _ ancestor: TypeID) -> Bool {
        var current = type
        while current != ancestor {
            if components[current].derivation == .extension { return true }
            guard let base = components[current].base else { return false }
            current = base
        }
        return components[ancestor].complex?.isAbstract == true
    }

    /// Reached names of simple types are planned like those of complex ones.
    func globalName(_ id: TypeID) -> String? { typeNames[id] }
}
