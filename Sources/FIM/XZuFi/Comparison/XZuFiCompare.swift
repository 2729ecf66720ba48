import XMLCore

extension XZuFi {
    /// Compares two versions of a service, unit or online service: what is known in the words of the domain, what is
    /// not known by its canonical form.
    public enum Vergleich {
        /// What changed from `old` to `new`.
        public static func compare(_ old: Objekt, _ new: Objekt) -> FIMComparison {
            var result = FIMComparison()
            let element = new.id?.value ?? new.art.rawValue
            let name = new.bezeichnung() ?? new.art.rawValue
            result.compare(
                element, name, "art", old.art.rawValue, new.art.rawValue, .breaking)
            result.compare(
                element, name, "id", old.id?.identity.description, new.id?.identity.description, .breaking)
            if let before = old.leistung, let after = new.leistung {
                compareTexts(before, after, element, &result)
                result.compare(
                    element, name, "leistungsschluessel", joined(before.leistungsschluessel),
                    joined(after.leistungsschluessel), .breaking)
            }
            compareChildren(old.element, new.element, element, name, &result)
            return result
        }

        private static func joined(_ values: [String]) -> String? {
            values.isEmpty ? nil : values.joined(separator: ", ")
        }

        private static func compareTexts(
            _ old: Leistung, _ new: Leistung, _ element: String, _ result: inout FIMComparison
        ) {
            func texts(_ service: Leistung) -> [String: String] {
                var texts: [String: String] = [:]
                for module in service.modulText {
                    for content in module.inhalt {
                        let key = "\(module.leikaTextmodul?.code ?? "?")/\(content.languageCode)"
                        texts[key] = (texts[key].map { $0 + "\n" } ?? "") + content.value
                    }
                }
                return texts
            }
            let before = texts(old)
            let after = texts(new)
            for key in Set(before.keys).union(after.keys).sorted() {
                let code = String(key.prefix { $0 != "/" })
                let heading = Textmodul.Art(rawValue: code)?.bezeichnung ?? code
                result.compare(element, heading, "modulText/\(key)", before[key], after[key], .compatible)
            }
        }

        /// All other children, by name: what differs in canonical form is told.
        private static func compareChildren(
            _ old: XMLTree.Element, _ new: XMLTree.Element, _ element: String, _ name: String,
            _ result: inout FIMComparison
        ) {
            let told: Set = ["id", "modulText", "referenzLeiKa", "referenzLeistungsschluessel"]
            func groups(_ element: XMLTree.Element) -> [String: [XMLTree.Element]] {
                Dictionary(grouping: element.elements.map { $0 }, by: \.name.local)
            }
            let before = groups(old)
            let after = groups(new)
            for local in Set(before.keys).union(after.keys).subtracting(told).sorted() {
                let left = before[local] ?? []
                let right = after[local] ?? []
                guard !isSame(left, right) else { continue }
                let kind: FIMComparison.Kind = left.isEmpty ? .added : right.isEmpty ? .removed : .changed
                result.add(
                    element, name, field: local, kind,
                    left.isEmpty ? nil : left.map { $0.text.trimmedXML }.joined(separator: ", "),
                    right.isEmpty ? nil : right.map { $0.text.trimmedXML }.joined(separator: ", "),
                    local == "zustaendigkeit" || local == "gueltigkeitGebietID" ? .unclear : .compatible)
            }
        }

        private static func isSame(_ left: [XMLTree.Element], _ right: [XMLTree.Element]) -> Bool {
            guard left.count == right.count else { return false }
            return zip(left, right).allSatisfy { bare($0) == bare($1) }
        }

        /// The element without prefixes, declarations, comments and white space between elements.
        static func bare(_ element: XMLTree.Element) -> XMLTree.Element {
            var result = element
            result.prefix = nil
            result.namespaces = []
            result.attributes.sort { $0.name < $1.name }
            let hasElements = element.children.contains { $0.element != nil }
            result.children = element.children.compactMap { node in
                switch node {
                case .element(let child): .element(bare(child))
                case .text(let text), .cdata(let text):
                    hasElements && text.trimmedXML.isEmpty ? nil : .text(text)
                case .comment, .processingInstruction: nil
                }
            }
            return result
        }
    }
}
