import XMLCore

/// Builds elements of one version, children in the order in which they are added; what is nil is left out.
struct XDFBuilder {
    let version: XDFVersion
    private(set) var element: XMLTree.Element

    init(_ local: String, _ version: XDFVersion) {
        self.version = version
        element = XMLTree.Element(XMLName(local, in: version.namespace), prefix: "xdf")
    }

    /// A new builder of the same version.
    func new(_ local: String) -> XDFBuilder { XDFBuilder(local, version) }

    mutating func attribute(_ name: String, _ value: String?) {
        if let value { element[name] = value }
    }

    mutating func text(_ local: String, _ value: String?) {
        guard let value else { return }
        var child = XMLTree.Element(XMLName(local, in: version.namespace), prefix: "xdf")
        child.setText(value)
        element.append(child)
    }

    mutating func setText(_ text: String) { element.setText(text) }

    mutating func add(_ child: XDFBuilder) { element.append(child.element) }

    /// A code; `code` itself has no namespace. A list that the code does not name is taken from the standard.
    mutating func code(_ local: String, _ code: XDFCode?, _ list: XDFCodelist) {
        guard let code else { return }
        var child = XMLTree.Element(XMLName(local, in: version.namespace), prefix: "xdf")
        child["listURI"] = code.listURI ?? list.uri
        child["listVersionID"] = code.listVersionID ?? list.version
        var value = XMLTree.Element(XMLName("code"))
        value.setText(code.code)
        child.append(value)
        element.append(child)
    }

    mutating func identifikation(_ local: String, _ id: XDFIdentifikation?) {
        guard let id else { return }
        var child = new(local)
        child.text("id", id.id)
        child.text("version", id.version)
        add(child)
    }

    /// The bytes of a message.
    static func message(
        _ kind: XDFNachrichtenart, _ version: XDFVersion, _ header: XDFHeader, _ object: XDFBuilder
    ) throws(XMLError) -> [UInt8] {
        var root = XDFBuilder(kind.rawValue, version)
        root.element.namespaces = [XMLNamespaceDeclaration(prefix: "xdf", uri: version.namespace)]
        var head = root.new("header")
        head.text("nachrichtID", header.nachrichtID)
        head.text("erstellungszeitpunkt", header.erstellungszeitpunkt)
        head.text("referenzID", header.referenzID)
        root.add(head)
        root.add(object)
        return try XMLTree(root: root.element).serialized(XMLWriterOptions(indent: 2))
    }
}
