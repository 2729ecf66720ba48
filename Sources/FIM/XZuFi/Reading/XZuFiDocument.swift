import Findings
import XMLCore

extension XZuFi {
    /// An object in a file or message, of whatever kind.
    public struct Objekt: XZuFiObjekt {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// Its kind.
        public let art: Objektart

        /// An object of the kind that the element's name says, or nil.
        public init?(object element: XMLTree.Element) {
            guard let art = Objektart(elementName: element.name.local) else { return nil }
            self.art = art
            self.element = element
        }

        /// An object; one whose name says nothing counts as a service.
        public init(_ element: XMLTree.Element) {
            art = Objektart(elementName: element.name.local) ?? .leistung
            self.element = element
        }

        /// The object as a service, if it is one.
        public var leistung: Leistung? { art == .leistung ? Leistung(element) : nil }
        /// The object as an organisation unit, if it is one.
        public var organisationseinheit: Organisationseinheit? {
            art == .organisationseinheit ? Organisationseinheit(element) : nil
        }
        /// The object as an online service, if it is one.
        public var onlinedienst: Onlinedienst? { art == .onlinedienst ? Onlinedienst(element) : nil }
        /// The object as a responsibility, if it is one.
        public var zustaendigkeit: Zustaendigkeit? { art == .zustaendigkeit ? Zustaendigkeit(element) : nil }
        /// The object as a refinement, if it is one.
        public var spezialisierung: Spezialisierung? { art == .spezialisierung ? Spezialisierung(element) : nil }

        /// What to call it, in a language: the service's or the unit's name, or the first `bezeichnung`.
        public func bezeichnung(_ languageCode: String = "de") -> String? {
            switch art {
            case .leistung, .spezialisierung: Leistung(element).bezeichnung(languageCode)
            case .organisationseinheit: Organisationseinheit(element).name.text(languageCode)
            default: Onlinedienst(element).bezeichnung.text(languageCode)
            }
        }
    }

    /// The head of a message. XZuFi does not use the basic message of XÖV.
    public struct Nachrichtenkopf: XZuFiView {
        /// The element that is viewed.
        public var element: XMLTree.Element
        /// A view of an element.
        public init(_ element: XMLTree.Element) { self.element = element }
        /// The message's id.
        public var nachrichtUUID: String? { value("nachrichtUUID") }
        /// When it was made (xs:dateTime).
        public var erstelltDatumZeit: String? { value("erstelltDatumZeit") }
        /// Whom it is for.
        public var empfaenger: String? { value("empfaenger") }
        /// Whom it is from.
        public var sender: String? { value("sender") }
    }

    /// An XZuFi file: one object, or a message with any number of them.
    public struct Document: Sendable, Hashable {
        /// The whole document; everything the views do not name is in it.
        public private(set) var tree: XMLTree
        /// The version, by namespace.
        public let version: Version
        /// The file's name, for findings.
        public let name: String?

        /// What the root is.
        public enum Wurzel: Sendable, Hashable {
            /// One object.
            case objekt(Objektart)
            /// A message of this name, such as `leistungen.antwort.leistung.040104`.
            case nachricht(String)
        }

        /// Reads bytes.
        ///
        /// - Throws: `XZuFiError`, with line and column, when they are not well-formed, not XZuFi, or neither an
        ///   object nor a message, or when `xzufiVersion` contradicts the namespace.
        public init(bytes: [UInt8], name: String? = nil, limits: XMLLimits = .standard) throws(XZuFiError) {
            let tree: XMLTree
            do {
                tree = try XMLTree(bytes: bytes, name: name, limits: limits)
            } catch {
                throw XZuFiError(error)
            }
            try self.init(tree: tree, name: name)
        }

        /// Takes a document that is already parsed.
        ///
        /// - Throws: as above.
        public init(tree: XMLTree, name: String? = nil) throws(XZuFiError) {
            let root = tree.root
            let location = Location(file: name, root.position, path: "/" + root.name.local)
            guard let version = Version(namespace: root.name.namespace) else {
                throw XZuFiError(
                    .unknownNamespace, at: location,
                    Message(
                        de:
                            "Das Wurzelelement \(root.name.local) liegt im Namensraum \(root.name.namespace ?? "(keinem)"), nicht in einem von XZuFi.",
                        en:
                            "The root element \(root.name.local) is in namespace \(root.name.namespace ?? "(none)"), not in one of XZuFi."
                    ),
                    hint: Message(
                        de: "Erwartet wird \(Version.v220.namespace) oder \(Version.v210.namespace).",
                        en: "Expected is \(Version.v220.namespace) or \(Version.v210.namespace)."))
            }
            guard Objektart(elementName: root.name.local) != nil || Self.isMessage(root) else {
                throw XZuFiError(
                    .unknownRoot, at: location,
                    Message(
                        de: "Das Wurzelelement \(root.name.local) ist weder ein Objekt noch eine Nachricht von XZuFi.",
                        en: "The root element \(root.name.local) is neither an object nor a message of XZuFi."),
                    hint: Message(
                        de:
                            "Objekte sind leistung, organisationseinheit, onlinedienst, zustaendigkeit, spezialisierung, formular, kategorie, herausgeber und gebiet.",
                        en:
                            "Objects are leistung, organisationseinheit, onlinedienst, zustaendigkeit, spezialisierung, formular, kategorie, herausgeber and gebiet."
                    ))
            }
            if let stated = root["xzufiVersion"]?.trimmedXML, !version.acceptedVersionAttributes.contains(stated) {
                throw XZuFiError(
                    .versionContradiction, at: location,
                    Message(
                        de: "xzufiVersion sagt \(stated), der Namensraum aber \(version.rawValue).",
                        en: "xzufiVersion says \(stated) but the namespace \(version.rawValue)."),
                    hint: Message(
                        de: "Eine der beiden Angaben berichtigen.", en: "Correct one of the two."))
            }
            self.tree = tree
            self.version = version
            self.name = name
        }

        /// What the root is.
        public var wurzel: Wurzel {
            Objektart(elementName: tree.root.name.local).map { .objekt($0) } ?? .nachricht(tree.root.name.local)
        }

        /// The root attribute `xzufiVersion` as it stands.
        public var xzufiVersion: String? { tree.root["xzufiVersion"] }

        /// The message's head, if the root is a message.
        public var nachrichtenkopf: Nachrichtenkopf? {
            tree.root.elements.first { $0.name.local == "nachrichtenkopf" }.map(Nachrichtenkopf.init)
        }

        /// All objects, in the order of the document; objects inside objects are not listed.
        public var objekte: [Objekt] {
            var result: [Objekt] = []
            Self.visit(tree.root) { result.append($0) }
            return result
        }

        /// The identifiers of what a transfer message deletes.
        public var loeschungen: [Loeschung] {
            tree.root.elements.filter { $0.name.local == "loesche" }.compactMap(Loeschung.init)
        }

        /// Changes each object in place; all else stays as it was.
        public mutating func updateObjekte<E: Error>(_ body: (inout Objekt) throws(E) -> Void) throws(E) {
            try Self.update(&tree.root, body)
        }

        /// Whether a root is a message: its name has the form `gruppe.art.objekt.number`, or it has a head.
        static func isMessage(_ root: XMLTree.Element) -> Bool {
            let parts = root.name.local.split(separator: ".")
            if parts.count >= 2, let last = parts.last, last.count == 6, last.allSatisfy(\.isNumber) { return true }
            return root.elements.contains { $0.name.local == "nachrichtenkopf" }
        }

        private static func visit(_ element: XMLTree.Element, _ body: (Objekt) -> Void) {
            if let object = Objekt(object: element) {
                body(object)
                return
            }
            guard element.name.local != "loesche" else { return }
            for child in element.elements { visit(child, body) }
        }

        private static func update<E: Error>(
            _ element: inout XMLTree.Element, _ body: (inout Objekt) throws(E) -> Void
        ) throws(E) {
            if var object = Objekt(object: element) {
                try body(&object)
                element = object.element
                return
            }
            guard element.name.local != "loesche" else { return }
            try element.updateElements { (child) throws(E) in try update(&child, body) }
        }
    }

    /// The deletion of an object, from a transfer message.
    public struct Loeschung: Sendable, Hashable {
        /// The object's id.
        public var id: Identifikator
        /// Its kind, where the element's name tells it (`leistungID`, `organisationseinheit`…).
        public var art: Objektart?

        /// The deletion that a `loesche` element holds: the first element inside that is an identifier. Nil where
        /// there is none.
        init?(_ element: XMLTree.Element) {
            guard let (id, art) = Self.find(in: element, art: nil) else { return nil }
            self.id = id
            self.art = art
        }

        private static func find(
            in element: XMLTree.Element, art: Objektart?
        ) -> (Identifikator, Objektart?)? {
            var isLeaf = true
            for child in element.elements {
                isLeaf = false
                let local = child.name.local
                let kind =
                    Objektart(elementName: local)
                    ?? (local.hasSuffix("ID") ? Objektart(elementName: String(local.dropLast(2))) : nil) ?? art
                if let found = find(in: child, art: kind) { return found }
            }
            let text = element.text.trimmedXML
            guard isLeaf, !text.isEmpty, element.name.local != "loesche" || element["schemeAgencyID"] != nil else {
                return nil
            }
            return (Identifikator(element), art)
        }
    }
}

extension Location {
    /// A location at a position of a document.
    init(file: String?, _ position: XMLPosition?, path: String? = nil) {
        self.init(file: file, line: position?.line, column: position?.column, path: path)
    }
}
