import Findings
import XMLCore

/// Derives an XML Schema of the XFall kind from a form.
public enum XDF3XMLSchema {
    /// The two namespace styles (DOMAIN 2.7).
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// One namespace for all forms, elements named with their versions.
        case versioned
        /// A namespace per form and version, elements named by id alone.
        case perForm
    }

    /// How to derive.
    public struct Options: Sendable {
        /// The namespace style.
        public var style: Style
        /// Finds code lists; without it a field with a list takes any token.
        public var codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)?

        /// Options from their parts.
        public init(
            style: Style = .versioned, codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil
        ) {
            self.style = style
            self.codeList = codeList
        }
    }

    static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The target namespace of a form.
    public static func targetNamespace(_ schema: XDF3.Stammdatenschema, style: Style) -> String {
        switch style {
        case .versioned: "urn:fim-de:xfall:datenschema:xdf3"
        case .perForm: "urn:fim-de:xfall:xdf3:" + schema.angaben.identifikation.description
        }
    }

    /// The schema document of a form.
    ///
    /// - Throws: `XDFError.Code.notConvertible` when an element has no id, or, with plain names, stands in two versions.
    public static func derive(
        _ schema: XDF3.Stammdatenschema, options: Options = Options()
    ) throws(XDFError) -> XMLTree {
        let model = try FormModel(
            schema, naming: options.style == .versioned ? .versioned : .plain, codeList: options.codeList)
        let target = targetNamespace(schema, style: options.style)
        var root = element("schema")
        root.namespaces = [
            XMLNamespaceDeclaration(prefix: "xs", uri: namespace), XMLNamespaceDeclaration(prefix: "f", uri: target),
        ]
        root["targetNamespace"] = target
        root["elementFormDefault"] = "qualified"
        root["attributeFormDefault"] = "unqualified"
        var top = element("element")
        top["name"] = model.name(schema.angaben.identifikation)
        top.append(documentation(schema.bezeichnung))
        top.append(complexType(model.children(schema.struktur), isChoice: false))
        root.append(top)
        for (name, content) in model.elements {
            var declaration = element("element")
            declaration["name"] = name
            switch content {
            case .datenfeldgruppe(let group):
                declaration.append(documentation(group.element.bezeichnungEingabe))
                declaration.append(
                    complexType(model.children(group.struktur), isChoice: group.istAuswahlgruppe))
            case .datenfeld(let field):
                declaration.append(documentation(field.element.bezeichnungEingabe))
                type(field, model.values(field), &declaration)
            }
            root.append(declaration)
        }
        return XMLTree(root: root)
    }

    private static func element(_ local: String) -> XMLTree.Element {
        XMLTree.Element(XMLName(local, in: namespace), prefix: "xs")
    }

    private static func documentation(_ text: String) -> XMLTree.Element {
        var annotation = element("annotation")
        var inner = element("documentation")
        inner.setText(text)
        annotation.append(inner)
        return annotation
    }

    private static func complexType(_ children: [FormModel.Child], isChoice: Bool) -> XMLTree.Element {
        var group = element(isChoice ? "choice" : "sequence")
        for child in children {
            var particle = element("element")
            particle["ref"] = "f:" + child.name
            if child.min != 1 { particle["minOccurs"] = String(child.min) }
            if let max = child.max {
                if max != 1 { particle["maxOccurs"] = String(max) }
            } else {
                particle["maxOccurs"] = "unbounded"
            }
            group.append(particle)
        }
        var type = element("complexType")
        type.append(group)
        return type
    }

    private static func type(
        _ field: XDF3.Datenfeld, _ values: [XDF3.Wert]?, _ declaration: inout XMLTree.Element
    ) {
        if let values {
            var restriction = element("restriction")
            restriction["base"] = "xs:token"
            for value in values {
                var facet = element("enumeration")
                facet["value"] = value.code
                facet.append(documentation(value.name))
                restriction.append(facet)
            }
            append(restriction, to: &declaration)
            return
        }
        let code = field.datentyp?.code ?? "text"
        guard code != "file" else {
            declaration["type"] = "xs:anyType"
            return
        }
        let base =
            switch code {
            case "date": "xs:date"
            case "time": "xs:time"
            case "datetime": "xs:dateTime"
            case "bool": "xs:boolean"
            case "num": "xs:float"
            case "num_int": "xs:integer"
            case "num_currency": "xs:decimal"
            default: field.codelisteReferenz == nil ? "xs:string" : "xs:token"
            }
        var facets: [(String, String)] = []
        if QualityRun.textTypes.contains(code) {
            if let min = FormModel.length(field.praezisierung.minLength) { facets.append(("minLength", String(min))) }
            if let max = FormModel.length(field.praezisierung.maxLength) { facets.append(("maxLength", String(max))) }
        } else {
            if let min = FormModel.bound(field.praezisierung.minValue, code) { facets.append(("minInclusive", min)) }
            if let max = FormModel.bound(field.praezisierung.maxValue, code) { facets.append(("maxInclusive", max)) }
        }
        if let pattern = field.praezisierung.pattern, code != "obj" { facets.append(("pattern", pattern)) }
        guard !facets.isEmpty else {
            declaration["type"] = base
            return
        }
        var restriction = element("restriction")
        restriction["base"] = base
        for (name, value) in facets {
            var facet = element(name)
            facet["value"] = value
            restriction.append(facet)
        }
        append(restriction, to: &declaration)
    }

    private static func append(_ restriction: XMLTree.Element, to declaration: inout XMLTree.Element) {
        var simple = element("simpleType")
        simple.append(restriction)
        declaration.append(simple)
    }
}
