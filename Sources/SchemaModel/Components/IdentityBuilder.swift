import CXMLSchemas
import XMLCore

/// Makes the table that tells which elements and attributes are of type `xs:ID`, `xs:IDREF` or `xs:IDREFS`: libxml2 leaves
/// their rules (cvc-id, XML Schema 1.0 Structures, 3.15.4) out when it validates a stream.
struct IdentityBuilder {
    /// A component at the top of a document.
    private struct Place: Hashable {
        var document: Int
        var node: Int
    }

    private struct Key: Hashable {
        var kind: Int32
        var name: SchemaName
    }

    private let graph: SchemaGraph
    private let table: OpaquePointer
    private let xsd: Int32
    /// The namespace each document's components are in: includes without a namespace take that of their includer.
    private var spaces: [Int32]
    private var components: [Key: Place] = [:]
    private var members: [SchemaName: [Place]] = [:]
    private var states: [Place: Int32] = [:]
    private var waiting: [(place: Place, state: Int32)] = []
    private var simpleStates: [Int32: Int32] = [:]
    private var anyState: Int32 = -1

    /// The table of a graph, or nil where its schemas know no `xs:ID`. The caller owns it.
    static func identity(of graph: SchemaGraph) -> OpaquePointer? {
        guard graph.documents.contains(where: \.outline.hasIdentity),
            let table = xss_automaton_new(graph.names.pointer)
        else { return nil }
        var builder = IdentityBuilder(graph, table)
        builder.build()
        return table
    }

    private init(_ graph: SchemaGraph, _ table: OpaquePointer) {
        self.graph = graph
        self.table = table
        xsd = graph.names.find(BuiltinSchemas.xsdNamespace) ?? -2
        spaces = graph.documents.map { $0.targetNamespace.map { graph.names.intern($0) } ?? -1 }
        for number in graph.documents.indices where spaces[number] >= 0 {
            for included in graph.included(from: number) where spaces[included] < 0 {
                spaces[included] = spaces[number]
            }
        }
    }

    private mutating func build() {
        for number in graph.documents.indices { collect(number) }
        anyState = xss_automaton_add_state(table)
        xss_automaton_set_state(table, anyState, XSS_IDENTITY_NONE.asInt32, 1, 1)
        for (key, place) in components {
            switch key.kind {
            case XSS_KIND_ELEMENT.asInt32:
                let state = elementState(place)
                if state >= 0 { xss_automaton_add_global_element(table, key.name.space, key.name.local, state) }
            case XSS_KIND_ATTRIBUTE.asInt32:
                let kind = attributeKind(place)
                if kind > 0 { xss_automaton_add_global_attribute(table, key.name.space, key.name.local, kind) }
            case XSS_KIND_COMPLEX_TYPE.asInt32:
                let state = typeState(key.name)
                if state >= 0 { xss_automaton_add_type(table, key.name.space, key.name.local, state) }
            default: break
            }
        }
        while let next = waiting.popLast() { fill(next.state, next.place) }
    }

    private mutating func collect(_ number: Int) {
        let outline = graph.documents[number].outline
        func add(_ node: Int) {
            guard let local = outline.value(node, XSS_KEY_NAME.asInt32) else { return }
            let component = GlobalComponent(kind: outline.nodes[node].kind, local: local)
            let name = SchemaName(space: spaces[number], local: local)
            let place = Place(document: number, node: node)
            components[Key(kind: component.kind, name: name)] =
                components[Key(kind: component.kind, name: name)] ?? place
            if component.kind == XSS_KIND_ELEMENT.asInt32,
                let head = outline.qualifiedName(node, XSS_KEY_SUBSTITUTION_GROUP.asInt32)
            {
                members[resolved(head, number), default: []].append(place)
            }
        }
        for node in outline.children(0) {
            if outline.nodes[node].kind == XSS_KIND_REDEFINE.asInt32 {
                for redefined in outline.children(node) { add(redefined) }
            } else {
                add(node)
            }
        }
    }

    /// In an included document without a namespace, names without one mean the includer's.
    private func resolved(_ name: SchemaName, _ document: Int) -> SchemaName {
        name.space < 0 && graph.documents[document].targetNamespace == nil
            ? SchemaName(space: spaces[document], local: name.local) : name
    }

    private func component(_ kind: Int32, _ name: SchemaName) -> Place? { components[Key(kind: kind, name: name)] }

    // MARK: Types

    private mutating func simpleState(_ kind: Int32) -> Int32 {
        guard kind > 0 else { return -1 }
        if let known = simpleStates[kind] { return known }
        let state = xss_automaton_add_state(table)
        xss_automaton_set_state(table, state, kind, 0, 0)
        simpleStates[kind] = state
        return state
    }

    private mutating func typeState(_ name: SchemaName) -> Int32 {
        if name.space == xsd {
            if graph.names[name.local] == "anyType" { return anyState }
            return simpleState(simpleKind(name, depth: 0))
        }
        guard let place = component(XSS_KIND_COMPLEX_TYPE.asInt32, name) else { return -1 }
        return definitionState(place)
    }

    /// The state of a type definition, simple or complex, named or not.
    private mutating func definitionState(_ place: Place) -> Int32 {
        let outline = graph.documents[place.document].outline
        if outline.nodes[place.node].kind == XSS_KIND_SIMPLE_TYPE.asInt32 {
            return simpleState(simpleKind(place, depth: 0))
        }
        if let known = states[place] { return known }
        let state = xss_automaton_add_state(table)
        states[place] = state
        waiting.append((place, state))
        return state
    }

    private mutating func elementState(_ place: Place) -> Int32 {
        let outline = graph.documents[place.document].outline
        if let type = outline.qualifiedName(place.node, XSS_KEY_TYPE.asInt32) {
            return typeState(resolved(type, place.document))
        }
        for child in outline.children(place.node) {
            let kind = outline.nodes[child].kind
            if kind == XSS_KIND_COMPLEX_TYPE.asInt32 || kind == XSS_KIND_SIMPLE_TYPE.asInt32 {
                return definitionState(Place(document: place.document, node: child))
            }
        }
        if let head = outline.qualifiedName(place.node, XSS_KEY_SUBSTITUTION_GROUP.asInt32),
            let headPlace = component(XSS_KIND_ELEMENT.asInt32, resolved(head, place.document)), headPlace != place
        {
            return elementState(headPlace)
        }
        return anyState
    }

    private func attributeKind(_ place: Place) -> Int32 {
        let outline = graph.documents[place.document].outline
        if let type = outline.qualifiedName(place.node, XSS_KEY_TYPE.asInt32) {
            return simpleKind(resolved(type, place.document), depth: 0)
        }
        for child in outline.children(place.node, XSS_KIND_SIMPLE_TYPE.asInt32) {
            return simpleKind(Place(document: place.document, node: child), depth: 0)
        }
        return XSS_IDENTITY_NONE.asInt32
    }

    private func simpleKind(_ name: SchemaName, depth: Int) -> Int32 {
        if name.space == xsd {
            switch graph.names[name.local] {
            case "ID": return XSS_IDENTITY_ID.asInt32
            case "IDREF": return XSS_IDENTITY_IDREF.asInt32
            case "IDREFS": return XSS_IDENTITY_IDREFS.asInt32
            default: return XSS_IDENTITY_NONE.asInt32
            }
        }
        guard depth < 64, let place = component(XSS_KIND_COMPLEX_TYPE.asInt32, name) else {
            return XSS_IDENTITY_NONE.asInt32
        }
        return simpleKind(place, depth: depth + 1)
    }

    /// A union is left out: which member type a value has cannot be told here.
    private func simpleKind(_ place: Place, depth: Int) -> Int32 {
        let outline = graph.documents[place.document].outline
        guard outline.nodes[place.node].kind == XSS_KIND_SIMPLE_TYPE.asInt32, depth < 64 else {
            return XSS_IDENTITY_NONE.asInt32
        }
        for child in outline.children(place.node) {
            let kind = outline.nodes[child].kind
            guard kind == XSS_KIND_RESTRICTION.asInt32 || kind == XSS_KIND_LIST.asInt32 else { continue }
            let isList = kind == XSS_KIND_LIST.asInt32
            let key = isList ? XSS_KEY_ITEM_TYPE.asInt32 : XSS_KEY_BASE.asInt32
            var found = XSS_IDENTITY_NONE.asInt32
            if let base = outline.qualifiedName(child, key) {
                found = simpleKind(resolved(base, place.document), depth: depth + 1)
            } else {
                for inner in outline.children(child, XSS_KIND_SIMPLE_TYPE.asInt32) {
                    found = simpleKind(Place(document: place.document, node: inner), depth: depth + 1)
                    break
                }
            }
            return isList && found == XSS_IDENTITY_IDREF.asInt32 ? XSS_IDENTITY_IDREFS.asInt32 : found
        }
        return XSS_IDENTITY_NONE.asInt32
    }

    // MARK: Content

    /// What is gathered of one complex type.
    private struct Content {
        var state: Int32
        var content: Int32 = 0
        var anyElement = false
        var anyAttribute = false
        var visited = Set<Place>()
    }

    private mutating func fill(_ state: Int32, _ place: Place) {
        var content = Content(state: state)
        gather(place, into: &content, attributesOnly: false)
        let outline = graph.documents[place.document].outline
        if outline.string(place.node, XSS_KEY_MIXED.asInt32) == "true" { content.content = 0 }
        xss_automaton_set_state(
            table, state, content.content, content.anyElement ? 1 : 0, content.anyAttribute ? 1 : 0)
    }

    private mutating func gather(_ place: Place, into content: inout Content, attributesOnly: Bool) {
        guard content.visited.insert(place).inserted else { return }
        let outline = graph.documents[place.document].outline
        for child in outline.children(place.node) {
            let here = Place(document: place.document, node: child)
            switch outline.nodes[child].kind {
            case XSS_KIND_ATTRIBUTE.asInt32: addAttribute(here, &content)
            case XSS_KIND_ATTRIBUTE_GROUP.asInt32:
                if let name = outline.qualifiedName(child, XSS_KEY_REF.asInt32),
                    let group = component(XSS_KIND_ATTRIBUTE_GROUP.asInt32, resolved(name, place.document))
                {
                    gather(group, into: &content, attributesOnly: attributesOnly)
                }
            case XSS_KIND_ANY_ATTRIBUTE.asInt32:
                if outline.string(child, XSS_KEY_PROCESS_CONTENTS.asInt32) != "skip" { content.anyAttribute = true }
            case XSS_KIND_SIMPLE_CONTENT.asInt32, XSS_KIND_COMPLEX_CONTENT.asInt32:
                gather(here, into: &content, attributesOnly: attributesOnly)
            case XSS_KIND_EXTENSION.asInt32: addDerivation(here, &content, attributesOnly: attributesOnly)
            case XSS_KIND_RESTRICTION.asInt32: addDerivation(here, &content, attributesOnly: attributesOnly)
            default: if !attributesOnly { addParticle(here, &content) }
            }
        }
    }

    private mutating func addParticle(_ place: Place, _ content: inout Content) {
        let outline = graph.documents[place.document].outline
        switch outline.nodes[place.node].kind {
        case XSS_KIND_SEQUENCE.asInt32, XSS_KIND_CHOICE.asInt32, XSS_KIND_ALL.asInt32:
            for child in outline.children(place.node) {
                addParticle(Place(document: place.document, node: child), &content)
            }
        case XSS_KIND_GROUP.asInt32:
            guard let name = outline.qualifiedName(place.node, XSS_KEY_REF.asInt32),
                let group = component(XSS_KIND_GROUP.asInt32, resolved(name, place.document)),
                content.visited.insert(group).inserted
            else { return }
            let groupOutline = graph.documents[group.document].outline
            for child in groupOutline.children(group.node) {
                addParticle(Place(document: group.document, node: child), &content)
            }
        case XSS_KIND_ANY.asInt32:
            if outline.string(place.node, XSS_KEY_PROCESS_CONTENTS.asInt32) != "skip" { content.anyElement = true }
        case XSS_KIND_ELEMENT.asInt32: addElement(place, &content)
        default: break
        }
    }

    private mutating func addElement(_ place: Place, _ content: inout Content) {
        let outline = graph.documents[place.document].outline
        if let reference = outline.qualifiedName(place.node, XSS_KEY_REF.asInt32) {
            addGlobal(resolved(reference, place.document), content.state, depth: 0)
            return
        }
        guard let local = outline.value(place.node, XSS_KEY_NAME.asInt32) else { return }
        let state = elementState(place)
        guard state >= 0 else { return }
        let space = isQualified(place, XSS_KEY_ELEMENT_FORM_DEFAULT.asInt32) ? spaces[place.document] : -1
        xss_automaton_add_child(table, content.state, space, local, state)
    }

    /// A reference to a global element admits the members of its substitution group as well.
    private mutating func addGlobal(_ name: SchemaName, _ state: Int32, depth: Int) {
        guard depth < 64, let place = component(XSS_KIND_ELEMENT.asInt32, name) else { return }
        let next = elementState(place)
        if next >= 0 { xss_automaton_add_child(table, state, name.space, name.local, next) }
        for member in members[name] ?? [] {
            let outline = graph.documents[member.document].outline
            guard let local = outline.value(member.node, XSS_KEY_NAME.asInt32) else { continue }
            addGlobal(SchemaName(space: spaces[member.document], local: local), state, depth: depth + 1)
        }
    }

    private func addAttribute(_ place: Place, _ content: inout Content) {
        let outline = graph.documents[place.document].outline
        if let reference = outline.qualifiedName(place.node, XSS_KEY_REF.asInt32) {
            let name = resolved(reference, place.document)
            guard let global = component(XSS_KIND_ATTRIBUTE.asInt32, name) else { return }
            let kind = attributeKind(global)
            if kind > 0 { xss_automaton_add_attribute(table, content.state, name.space, name.local, kind) }
            return
        }
        guard let local = outline.value(place.node, XSS_KEY_NAME.asInt32) else { return }
        let kind = attributeKind(place)
        guard kind > 0 else { return }
        let space = isQualified(place, XSS_KEY_ATTRIBUTE_FORM_DEFAULT.asInt32) ? spaces[place.document] : -1
        xss_automaton_add_attribute(table, content.state, space, local, kind)
    }

    private mutating func addDerivation(_ place: Place, _ content: inout Content, attributesOnly: Bool) {
        let outline = graph.documents[place.document].outline
        gather(place, into: &content, attributesOnly: attributesOnly)
        for inner in outline.children(place.node, XSS_KIND_SIMPLE_TYPE.asInt32) {
            content.content = simpleKind(Place(document: place.document, node: inner), depth: 0)
        }
        guard let name = outline.qualifiedName(place.node, XSS_KEY_BASE.asInt32).map({ resolved($0, place.document) })
        else { return }
        guard name.space != xsd, let base = component(XSS_KIND_COMPLEX_TYPE.asInt32, name) else {
            content.content = simpleKind(name, depth: 0)
            return
        }
        if graph.documents[base.document].outline.nodes[base.node].kind == XSS_KIND_SIMPLE_TYPE.asInt32 {
            content.content = simpleKind(base, depth: 0)
            return
        }
        // A restriction repeats the content it keeps; attributes are inherited either way.
        let isRestriction = outline.nodes[place.node].kind == XSS_KIND_RESTRICTION.asInt32
        gather(base, into: &content, attributesOnly: attributesOnly || isRestriction)
    }

    private func isQualified(_ place: Place, _ defaultKey: Int32) -> Bool {
        let outline = graph.documents[place.document].outline
        let form = outline.string(place.node, XSS_KEY_FORM.asInt32) ?? outline.string(0, defaultKey)
        return form == "qualified"
    }
}
