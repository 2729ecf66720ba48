import CodeLists
import SchemaModel
import XMLCore
import XOEV

extension SampleBuilder {
    /// Gives a coded element a list, a version, a code and a name that belong together, as far as the schema leaves them
    /// open and a list is at hand (XÖV-Codelisten-Handbuch 1.2, code types 1 to 4).
    func setCode(_ type: CodeType, of element: SampleElement) {
        guard let codeElement = element.elements.first(where: { $0.name == type.codeElement }) else { return }
        let entry = entry(for: type)
        if let id = entry?.id {
            setAttribute("listURI", of: element, to: id.uri)
            setAttribute("listVersionID", of: element, to: id.version)
        } else {
            if type.kind == .free {
                setAttribute("listURI", of: element, to: type.listURI ?? "urn:beispiel:codeliste:beispiel")
            }
            if type.kind == .free || type.kind == .fixedList {
                setAttribute("listVersionID", of: element, to: type.listVersion ?? "1")
            }
        }
        let rules = codeElement.valueType.flatMap { plan.rules[$0] }
        guard let id = entry?.id, let lookup = try? options.lists.lookup(id, column: type.codeColumn) else {
            // Where no list is at hand: what looks like a code, if the schema takes it.
            let code = "0" + String(random.number(in: 1...99))
            if codeElement.valueType != nil, rules?.accepts(code) ?? true { codeElement.text = code }
            return
        }
        let rows = lookup.list.rows
        let codes = rows?.indices.compactMap { rows?[$0, lookup.column].text } ?? []
        // A list may hold codes that the schema's type does not allow.
        for _ in 0..<50 {
            guard codeElement.valueType != nil, let code = random.pick(codes) else { break }
            guard rules?.accepts(code) ?? true else { continue }
            codeElement.text = code
            break
        }
        guard let name = lookup.name(of: codeElement.text),
            let nameElement = element.elements.first(where: { $0.name == type.nameElement }),
            let nameType = nameElement.valueType, plan.rules[nameType]?.accepts(name) ?? true
        else { return }
        nameElement.text = name
    }

    /// The list to take a code from: the fixed one, else the newest version at hand, else any.
    private func entry(for type: CodeType) -> CodeListEntry? {
        let lists = options.lists
        if let uri = type.listURI {
            if let version = type.listVersion,
                type.fixesVersion || lists.entry(CodeListID(uri: uri, version: version)) != nil
            {
                return lists.entry(CodeListID(uri: uri, version: version))
            }
            return lists.newest(of: uri)
        }
        return random.pick(lists.entries)
    }

    /// Sets an attribute that is there and that the schema does not fix.
    private func setAttribute(_ local: String, of element: SampleElement, to value: String) {
        guard let index = element.attributes.firstIndex(where: { $0.name.local == local }),
            let type = element.attributes[index].type, plan.rules[type]?.accepts(value) ?? true
        else { return }
        element.attributes[index].value = value
    }
}
