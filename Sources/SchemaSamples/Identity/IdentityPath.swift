import SchemaModel
import XMLCore

/// The subset of XPath that identity constraints use (XML Schema Part 1, 3.11.6).
struct IdentityPath {
    /// One step down.
    struct Step {
        /// The name, or nil for any of `namespace`.
        var name: XMLName?
        /// With `prefix:*` the namespace that is asked for.
        var namespace: String?

        func matches(_ element: XMLName) -> Bool {
            if let name { return name == element }
            return namespace.map { $0 == element.namespace } ?? true
        }
    }

    /// One of the alternatives.
    struct Way {
        /// Whether it starts at any depth.
        var isDeep = false
        var steps: [Step] = []
        /// For fields: the attribute at the end.
        var attribute: XMLName?
    }

    let ways: [Way]

    init(_ text: String, prefixes: [String: String]) {
        ways = text.split(separator: "|").map { Self.way($0, prefixes) }
    }

    private static func way(_ text: Substring, _ prefixes: [String: String]) -> Way {
        var rest = text.filter { !$0.isWhitespace }[...]
        var way = Way()
        if rest.hasPrefix(".//") {
            way.isDeep = true
            rest = rest.dropFirst(3)
        }
        for part in rest.split(separator: "/") where part != "." {
            var name = part
            for axis in ["child::", "attribute::"] where name.hasPrefix(axis) {
                name = (axis == "attribute::" ? "@" : "") + name.dropFirst(axis.count)
            }
            let isAttribute = name.hasPrefix("@")
            if isAttribute { name = name.dropFirst() }
            let pieces = name.split(separator: ":", maxSplits: 1)
            let namespace = pieces.count == 2 ? prefixes[String(pieces[0])] : nil
            let local = String(pieces.last ?? "")
            if isAttribute {
                way.attribute = XMLName(local, in: namespace)
            } else {
                way.steps.append(
                    Step(name: local == "*" ? nil : XMLName(local, in: namespace), namespace: namespace))
            }
        }
        return way
    }

    /// The elements that the path selects from one, in document order, each once.
    func elements(from start: SampleElement) -> [SampleElement] {
        var result: [SampleElement] = []
        func walk(_ element: SampleElement, _ way: Way, _ index: Int) {
            if index == way.steps.count {
                if !result.contains(where: { $0 === element }) { result.append(element) }
            } else {
                for child in element.elements where way.steps[index].matches(child.name) {
                    walk(child, way, index + 1)
                }
            }
        }
        func descend(_ element: SampleElement, _ way: Way) {
            walk(element, way, 0)
            for child in element.elements { descend(child, way) }
        }
        for way in ways {
            if way.isDeep { descend(start, way) } else { walk(start, way, 0) }
        }
        return result
    }

    /// The places of the field's values, seen from an element: more than one breaks the constraint.
    func fields(of element: SampleElement) -> [SampleField] {
        var result: [SampleField] = []
        for way in ways {
            let holders = IdentityPath(single: Way(isDeep: way.isDeep, steps: way.steps)).elements(from: element)
            for holder in holders {
                guard let name = way.attribute else {
                    result.append(SampleField(element: holder, attribute: nil))
                    continue
                }
                if let index = holder.attributes.firstIndex(where: { $0.name == name }) {
                    result.append(SampleField(element: holder, attribute: index))
                }
            }
        }
        return result
    }

    private init(single way: Way) { ways = [way] }
}

/// The value of an element or attribute.
struct SampleField {
    var element: SampleElement
    /// The attribute's index, or nil for the element's text.
    var attribute: Int?

    var value: String {
        get { attribute.map { element.attributes[$0].value } ?? element.text }
        nonmutating set {
            if let attribute { element.attributes[attribute].value = newValue } else { element.text = newValue }
        }
    }

    /// The type of the value; nil where the schema has none or fixes the value.
    var type: TypeID? { attribute.map { element.attributes[$0].type } ?? element.valueType }
}
