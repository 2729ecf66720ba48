import Findings
import XMLCore

extension XZuFi {
    /// One record of a transfer message.
    public enum Transfersatz: Sendable, Hashable {
        /// Write this object: create it, or replace the one of the same id.
        case schreibe(Objekt)
        /// Delete the object of this id.
        case loesche(Loeschung)
    }

    /// Reads a transfer message record by record. Memory does not grow with the number of records.
    ///
    ///     var reader = try XZuFi.TransferReader(.file("PVOG.xml"))
    ///     while let record = try reader.next() { … }
    public struct TransferReader: ~Copyable {
        private var reader: XMLEventReader
        private let file: String?
        /// The version, by namespace.
        public let version: Version
        /// The root's name.
        public let nachricht: String
        /// The namespaces that the root declares: what stands in values (`xsi:type`) may need them in every record.
        public let namensraeume: [XMLNamespaceDeclaration]
        /// The message's head, known once the first record was read.
        public private(set) var nachrichtenkopf: Nachrichtenkopf?
        /// The transaction's id, known once the first record was read.
        public private(set) var transaktionID: String?
        /// The message's place in the transaction, known once the first record was read.
        public private(set) var transaktionPosition: String?
        /// How many records were read.
        public private(set) var count = 0

        /// Begins to read.
        ///
        /// - Throws: `XZuFiError` when it is not well-formed or not a message of XZuFi.
        public init(
            _ source: XMLSource, name: String? = nil, limits: XMLLimits = .standard
        ) throws(XZuFiError) {
            var pull = try Self.open(source, limits)
            let root = try Self.nextStart(&pull)
            guard let root, let version = Version(namespace: root.name.namespace) else {
                throw XZuFiError(
                    .unknownNamespace, at: Location(file: name, root?.position),
                    Message(
                        de: "Das ist keine Nachricht von XZuFi: Namensraum \(root?.name.namespace ?? "(keiner)").",
                        en: "This is no message of XZuFi: namespace \(root?.name.namespace ?? "(none)")."))
            }
            if let stated = root["xzufiVersion"]?.trimmedXML, !version.acceptedVersionAttributes.contains(stated) {
                throw XZuFiError(
                    .versionContradiction, at: Location(file: name, root.position),
                    Message(
                        de: "xzufiVersion sagt \(stated), der Namensraum aber \(version.rawValue).",
                        en: "xzufiVersion says \(stated) but the namespace \(version.rawValue)."))
            }
            file = name
            self.version = version
            nachricht = root.name.local
            namensraeume = root.namespaces
            reader = pull
        }

        private static func open(_ source: XMLSource, _ limits: XMLLimits) throws(XZuFiError) -> XMLEventReader {
            do { return try XMLEventReader(source, limits: limits) } catch { throw XZuFiError(error) }
        }

        /// The next record, or nil at the end.
        ///
        /// - Throws: `XZuFiError`: not well-formed, or a record that holds no object or no identifier. Reading may go
        ///   on after a bad record.
        public mutating func next() throws(XZuFiError) -> Transfersatz? {
            while let start = try nextStart() {
                switch start.name.local {
                case "nachrichtenkopf": nachrichtenkopf = Nachrichtenkopf(try element(start))
                case "transaktionID": transaktionID = try element(start).text.trimmedXML
                case "transaktionPosition": transaktionPosition = try element(start).text.trimmedXML
                case "schreibe":
                    let record = try element(start)
                    count += 1
                    guard let object = record.elements.lazy.compactMap({ Objekt(object: $0) }).first else {
                        throw bad(record, start.position)
                    }
                    return .schreibe(object)
                case "loesche":
                    let record = try element(start)
                    count += 1
                    guard let deletion = Loeschung(record) else { throw bad(record, start.position) }
                    return .loesche(deletion)
                default:
                    if Objektart(elementName: start.name.local) != nil {
                        count += 1
                        return .schreibe(Objekt(try element(start)))
                    }
                }
            }
            return nil
        }

        private mutating func nextStart() throws(XZuFiError) -> XMLStartElement? {
            try Self.nextStart(&reader)
        }

        private static func nextStart(_ reader: inout XMLEventReader) throws(XZuFiError) -> XMLStartElement? {
            do {
                while let event = try reader.next() {
                    if case .startElement(let start) = event { return start }
                }
                return nil
            } catch {
                throw XZuFiError(error)
            }
        }

        private mutating func element(_ start: XMLStartElement) throws(XZuFiError) -> XMLTree.Element {
            do { return try reader.readElement(start) } catch { throw XZuFiError(error) }
        }

        private func bad(_ record: XMLTree.Element, _ position: XMLPosition) -> XZuFiError {
            let inside = record.elements.first { _ in true }?.name.local ?? "-"
            return XZuFiError(
                .badRecord, at: Location(file: file, position),
                Message(
                    de: "Satz \(count): \(record.name.local) enthält \(inside), kein Objekt und keine Kennung.",
                    en: "Record \(count): \(record.name.local) holds \(inside), no object and no identifier."),
                hint: Message(
                    de:
                        "Erlaubt sind leistung, spezialisierung, organisationseinheit, onlinedienst und weitere Objekte.",
                    en: "Allowed are leistung, spezialisierung, organisationseinheit, onlinedienst and other objects."))
        }
    }

    /// Writes a transfer message record by record.
    ///
    /// The root's name and number in the official schema are not public; the caller says it.
    public struct TransferWriter: ~Copyable {
        /// The name of the root that our own reconstructed schema assumes; the official one is not known.
        public static let vermuteterName = "transfer.operation.objekt.040501"

        private var writer: XMLEventWriter
        private let version: Version

        /// The head of the message to write.
        public struct Kopf: Sendable, Hashable {
            /// The message's id.
            public var nachrichtUUID: String
            /// When it is made (xs:dateTime).
            public var erstelltDatumZeit: String
            /// Whom it is for.
            public var empfaenger: String
            /// Whom it is from.
            public var sender: String
            /// The transaction's id.
            public var transaktionID: String
            /// The message's place in the transaction, from 1.
            public var transaktionPosition: Int

            /// A head from its parts.
            public init(
                nachrichtUUID: String, erstelltDatumZeit: String, empfaenger: String, sender: String,
                transaktionID: String, transaktionPosition: Int = 1
            ) {
                self.nachrichtUUID = nachrichtUUID
                self.erstelltDatumZeit = erstelltDatumZeit
                self.empfaenger = empfaenger
                self.sender = sender
                self.transaktionID = transaktionID
                self.transaktionPosition = transaktionPosition
            }
        }

        /// Begins a message.
        public init(
            nachricht: String, version: Version = .v220, kopf: Kopf, produkt: String = "swift-xoev",
            sink: @escaping ([UInt8]) throws -> Void
        ) throws(XMLError) {
            self.version = version
            writer = XMLEventWriter(options: XMLWriterOptions(), sink: sink)
            try writer.startDocument()
            let namespace = version.namespace
            func name(_ local: String) -> XMLName { XMLName(local, in: namespace) }
            try writer.startElement(
                name(nachricht), prefix: "xzufi", namespaces: [XMLNamespaceDeclaration(prefix: "xzufi", uri: namespace)]
            )
            try writer.attribute(XMLName("produktbezeichnung"), produkt)
            try writer.attribute(XMLName("xzufiVersion"), version.rawValue)
            try writer.text("\n")
            try writer.startElement(name("nachrichtenkopf"), prefix: "xzufi")
            for (local, value) in [
                ("nachrichtUUID", kopf.nachrichtUUID), ("erstelltDatumZeit", kopf.erstelltDatumZeit),
                ("empfaenger", kopf.empfaenger), ("sender", kopf.sender),
            ] {
                try writer.startElement(name(local), prefix: "xzufi")
                try writer.text(value)
                try writer.endElement()
            }
            try writer.endElement()
            for (local, value) in [
                ("transaktionID", kopf.transaktionID), ("transaktionPosition", String(kopf.transaktionPosition)),
            ] {
                try writer.text("\n")
                try writer.startElement(name(local), prefix: "xzufi")
                try writer.text(value)
                try writer.endElement()
            }
        }

        /// Writes an object.
        public mutating func schreibe(_ objekt: Objekt) throws(XMLError) {
            try writer.text("\n")
            try writer.startElement(XMLName("schreibe", in: version.namespace), prefix: "xzufi")
            try writer.element(objekt.element)
            try writer.endElement()
        }

        /// Writes a deletion.
        public mutating func loesche(_ art: Objektart, _ id: Identifikator) throws(XMLError) {
            try writer.text("\n")
            let outer = XMLTree.Element(XMLName("loesche", in: version.namespace), prefix: "xzufi")
            var element = outer
            element.append(id.element(named: art.rawValue + "ID", like: outer))
            try writer.element(element)
        }

        /// Ends the message.
        public consuming func finish() throws(XMLError) {
            try writer.text("\n")
            try writer.endElement()
            _ = try writer.finish()
        }
    }
}
