import Findings
import XMLCore

extension XZuFi {
    /// Converts documents between XZuFi 2.2.0 and 2.3.1, with a report of what is lost, changed or assumed. Converting
    /// there and back restores everything that neither report lists.
    ///
    /// **Experimental**: of 2.3.1 only the model of the FIM portal's interface is known (services and what they hold);
    /// namespace, names of elements and their order are inferred from it, and no file was ever seen. Objects of other
    /// kinds are carried over as they are, which the report says.
    public struct Umwandlung: Sendable {
        /// How to convert.
        public struct Options: Sendable, Hashable {
            /// The channel of access that modules get in 2.3.1, which demands one: `000`, `100` or `200`.
            public var zugangskanal: String

            /// Options from their parts.
            public init(zugangskanal: String = "000") { self.zugangskanal = zugangskanal }
        }

        let options: Options
        let to: Version
        var report = LossReport()
        /// The object that is being converted, as the report names it.
        var object = ""
        /// Its path.
        var path = ""

        /// Converts a document to another version.
        ///
        /// - Throws: `XZuFiError.Code.conversionUnknown` for versions other than 2.2.0 and 2.3.1. A document that has the
        ///   version already comes back as it is.
        public static func convert(
            _ document: Document, to version: Version, options: Options = Options()
        ) throws(XZuFiError) -> (document: Document, report: LossReport) {
            if document.version == version { return (document, LossReport()) }
            guard document.version != .v210, version != .v210 else {
                throw XZuFiError(
                    .conversionUnknown, at: Location(file: document.name),
                    Message(
                        de: "Von \(document.version.rawValue) nach \(version.rawValue) wird nicht umgewandelt.",
                        en: "There is no conversion from \(document.version.rawValue) to \(version.rawValue)."),
                    hint: Message(
                        de: "Möglich ist 2.2.0 nach 2.3.1 und zurück.", en: "Possible is 2.2.0 to 2.3.1 and back."))
            }
            var conversion = Umwandlung(options: options, to: version)
            var tree = document.tree
            if document.nachrichtenkopf != nil {
                conversion.object = tree.root.name.local
                conversion.path = "/" + tree.root.name.local
                conversion.note(
                    "name", .assumed, nil, tree.root.name.local,
                    Message(
                        de: "Der Name der Nachricht in \(version.rawValue) ist nicht bekannt und bleibt.",
                        en: "The message's name in \(version.rawValue) is not known and stays."))
            }
            conversion.visit(&tree.root, "/" + tree.root.name.local)
            Self.rename(&tree.root, from: document.version.namespace, to: version.namespace)
            if tree.root["xzufiVersion"] != nil { tree.root["xzufiVersion"] = version.rawValue }
            return (try Document(tree: tree, name: document.name), conversion.report)
        }

        private init(options: Options, to: Version) {
            self.options = options
            self.to = to
        }

        private mutating func visit(_ element: inout XMLTree.Element, _ path: String) {
            if let found = Objekt(object: element) {
                self.path = path
                object = "\(found.art.rawValue) \(found.id?.identity.description ?? "-")"
                switch found.art {
                case .leistung: if to == .v231 { upgrade(&element) } else { downgrade(&element) }
                default:
                    note(
                        "", .assumed, nil, nil,
                        Message(
                            de:
                                "Wie \(found.art.rawValue) in \(Version.v231.rawValue) gebaut ist, ist nicht bekannt; der Inhalt bleibt, wie er ist.",
                            en:
                                "How \(found.art.rawValue) is built in \(Version.v231.rawValue) is not known; its content stays as it is."
                        ))
                }
                return
            }
            element.updateElements { visit(&$0, path + "/" + $0.name.local) }
        }

        /// Puts everything of one namespace into another; `xsi:type` follows its prefix.
        private static func rename(_ element: inout XMLTree.Element, from: String, to: String) {
            if element.name.namespace == from { element.name.namespace = to }
            for index in element.namespaces.indices where element.namespaces[index].uri == from {
                element.namespaces[index].uri = to
            }
            for index in element.attributes.indices where element.attributes[index].name.namespace == from {
                element.attributes[index].name.namespace = to
            }
            element.updateElements { rename(&$0, from: from, to: to) }
        }

        // MARK: The report

        mutating func note(
            _ field: String, _ art: LossReport.Art, _ before: String?, _ after: String?, _ reason: Message
        ) {
            report.entries.append(
                LossReport.Entry(
                    element: object, path: field.isEmpty ? path : path + "/" + field, field: field, art: art,
                    before: before, after: after, reason: reason))
        }

        /// Takes children away whose content the target has no place for.
        mutating func lose(_ names: [String], from parent: inout XMLTree.Element, _ field: String, _ reason: Message) {
            for name in names {
                for child in parent.elements where child.name.local == name {
                    note(field.isEmpty ? name : field + "/" + name, .lost, child.text.trimmedXML, nil, reason)
                }
                ElementOrder([]).remove(name, from: &parent)
            }
        }
    }
}

/// What is done to elements on the way from one version to another.
extension XMLTree.Element {
    /// Whether there is a child of this name in the element's namespace.
    func has(_ local: String) -> Bool { first(XMLName(local, in: name.namespace)) != nil }

    /// Gives children of a name another one; all else about them stays.
    mutating func renameChildren(_ old: String, to new: String) {
        let namespace = name.namespace
        updateElements { child in
            if child.name.local == old, child.name.namespace == namespace { child.name.local = new }
        }
    }

    /// A child as this element would hold it.
    func made(_ local: String, _ children: [XMLTree.Node] = []) -> XMLTree.Element {
        XMLTree.Element(XMLName(local, in: name.namespace), prefix: prefix, children: children)
    }

    /// Puts the children into an order. What stands before a child (white space, comments) goes with it, and so does
    /// an unknown child that follows it.
    mutating func sort(by order: ElementOrder) {
        var groups: [(rank: Int, nodes: [XMLTree.Node])] = []
        var pending: [XMLTree.Node] = []
        for node in children {
            pending.append(node)
            guard case .element(let child) = node else { continue }
            let rank = child.name.namespace == name.namespace ? order.rank(child.name.local) : nil
            groups.append((rank ?? groups.last?.rank ?? -1, pending))
            pending = []
        }
        // Swift's sort is stable.
        children = groups.sorted { $0.rank < $1.rank }.flatMap(\.nodes) + pending
    }
}
