import Findings
import XMLCore

/// What reading a file of XDatenfelder gives.
public struct XDFReading: Sendable, Hashable {
    /// A message of either version.
    public enum Nachricht: Sendable, Hashable {
        /// XDatenfelder 2.0.
        case xdf2(XDF2.Nachricht)
        /// XDatenfelder 3.0.0.
        case xdf3(XDF3.Nachricht)
    }

    /// The message.
    public var nachricht: Nachricht
    /// What was found while reading: nothing that makes it unusable.
    public var findings: [Finding]

    /// The version.
    public var version: XDFVersion {
        switch nachricht {
        case .xdf2: .v2
        case .xdf3: .v3
        }
    }

    /// Which of the four messages it is.
    public var art: XDFNachrichtenart {
        switch nachricht {
        case .xdf2(let message): message.art
        case .xdf3(let message): message.art
        }
    }

    /// The message, if it is one of 3.0.0.
    public var xdf3: XDF3.Nachricht? { if case .xdf3(let message) = nachricht { message } else { nil } }

    /// The message, if it is one of 2.0.
    public var xdf2: XDF2.Nachricht? { if case .xdf2(let message) = nachricht { message } else { nil } }
}

/// Reads files of XDatenfelder 2.0 and 3.0.0.
public enum XDFReader {
    /// How to take what breaks the standard.
    public enum Mode: Sendable, Hashable {
        /// It is an error and the file is refused. The order of elements is a warning only, as real files differ.
        case strict
        /// It is a warning; what can be read is read.
        case lenient
    }

    /// How to read.
    public struct Options: Sendable, Hashable {
        /// How to take what breaks the standard.
        public var mode: Mode
        /// How deep groups may be nested (levels).
        public var maxGroupDepth: Int
        /// How many fields and groups a form may hold, counted by place.
        public var maxElements: Int
        /// How many findings are collected.
        public var maxFindings: Int
        /// Limits on the XML.
        public var limits: XMLLimits

        /// Options from their parts.
        public init(
            mode: Mode = .strict, maxGroupDepth: Int = 100, maxElements: Int = 200_000, maxFindings: Int = 10_000,
            limits: XMLLimits = .standard
        ) {
            self.mode = mode
            self.maxGroupDepth = maxGroupDepth
            self.maxElements = maxElements
            self.maxFindings = maxFindings
            self.limits = limits
        }

        /// Everything that breaks the standard is an error.
        public static let strict = Options()
        /// What can be read is read.
        public static let lenient = Options(mode: .lenient)
    }

    /// Reads bytes.
    ///
    /// - Throws: `XDFError` with all findings: always for XML that is not well-formed, an unknown namespace or root,
    ///   and groups nested beyond the limit; when reading strictly, for every breach of the standard.
    public static func read(
        bytes: [UInt8], name: String? = nil, options: Options = .strict
    ) throws(XDFError) -> XDFReading {
        let tree: XMLTree
        do {
            tree = try XMLTree(bytes: bytes, name: name, limits: options.limits)
        } catch {
            throw XDFError(.notReadable, at: error.location, error.message, hint: error.hint)
        }
        return try read(tree, name: name, options: options)
    }

    /// Reads a document that is already parsed.
    ///
    /// - Throws: as above.
    public static func read(
        _ tree: XMLTree, name: String? = nil, options: Options = .strict
    ) throws(XDFError) -> XDFReading {
        let root = tree.root
        let path = "/" + root.name.local
        let location = Location(file: name, root.position, path: path)
        guard let version = XDFVersion.allCases.first(where: { $0.namespace == root.name.namespace }) else {
            throw XDFError(
                .unknownNamespace, at: location,
                Message(
                    de:
                        "Der Namensraum \(root.name.namespace ?? "(keiner)") ist keiner von XDatenfelder 2.0 oder 3.0.0.",
                    en: "Namespace \(root.name.namespace ?? "(none)") is none of XDatenfelder 2.0 or 3.0.0."),
                hint: Message(
                    de: "Erwartet wird \(XDFVersion.v3.namespace) oder \(XDFVersion.v2.namespace).",
                    en: "Expected is \(XDFVersion.v3.namespace) or \(XDFVersion.v2.namespace)."))
        }
        guard let kind = XDFNachrichtenart(rawValue: root.name.local) else {
            throw XDFError(
                .unknownRoot, at: location,
                Message(
                    de: "\(root.name.local) ist keine Nachricht von XDatenfelder.",
                    en: "\(root.name.local) is no message of XDatenfelder."),
                hint: Message(
                    de: "Nachrichten sind \(XDFNachrichtenart.allCases.map(\.rawValue).joined(separator: ", ")).",
                    en: "Messages are \(XDFNachrichtenart.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
        let context = XDFContext(options: options, version: version, file: name)
        let objectName =
            switch kind {
            case .dokumentsteckbrief: version == .v2 ? "dokumentensteckbrief" : "dokumentsteckbrief"
            case .stammdatenschema: "stammdatenschema"
            case .datenfeldgruppe: "datenfeldgruppe"
            case .datenfeld: "datenfeld"
            }
        let fields = XDFFields(root, path: path, XDFShape(["header", objectName]), context)
        guard let object = fields.first(objectName) else {
            throw XDFError(
                .missingElement, at: location,
                Message(
                    de: "In \(root.name.local) fehlt \(objectName); es ist nichts zu lesen.",
                    en: "\(objectName) is missing from \(root.name.local); there is nothing to read."))
        }
        var header = XDFHeader(nachrichtID: "", erstellungszeitpunkt: "")
        if let element = fields.first("header") {
            let head = XDFFields(element, path: path + "/header", .header, context)
            header = XDFHeader(
                nachrichtID: head.required("nachrichtID").trimmedXML,
                erstellungszeitpunkt: head.required("erstellungszeitpunkt").trimmedXML,
                referenzID: head.token("referenzID"))
        }
        let objectPath = path + "/" + objectName
        let message: XDFReading.Nachricht
        switch version {
        case .v2:
            let reader = XDF2Reading(context: context)
            let content: XDF2.Nachricht.Inhalt =
                switch kind {
                case .dokumentsteckbrief: .dokumentsteckbrief(reader.profile(object, objectPath))
                case .stammdatenschema: .stammdatenschema(try reader.schema(object, objectPath))
                case .datenfeldgruppe: .datenfeldgruppe(try reader.group(object, objectPath))
                case .datenfeld: .datenfeld(try reader.field(object, objectPath))
                }
            message = .xdf2(XDF2.Nachricht(header: header, inhalt: content))
        case .v3:
            let reader = XDF3Reading(context: context)
            let content: XDF3.Nachricht.Inhalt =
                switch kind {
                case .dokumentsteckbrief: .dokumentsteckbrief(reader.profile(object, objectPath))
                case .stammdatenschema: .stammdatenschema(try reader.schema(object, objectPath))
                case .datenfeldgruppe: .datenfeldgruppe(try reader.group(object, objectPath))
                case .datenfeld: .datenfeld(try reader.field(object, objectPath))
                }
            message = .xdf3(XDF3.Nachricht(header: header, inhalt: content))
        }
        if let error = XDFError(context.findings) { throw error }
        return XDFReading(nachricht: message, findings: context.findings)
    }
}

extension XDFContext {
    /// Enters a group; the body runs unless it holds itself.
    ///
    /// - Throws: beyond the limits on depth and number.
    func entering<R>(
        _ group: XDFIdentifikation, _ element: XMLTree.Element, path: String, _ body: () throws(XDFError) -> [R]
    ) throws(XDFError) -> [R] {
        if !group.id.isEmpty, openGroups.contains(group) {
            add(
                .cycle, breach, element, path: path,
                Message(
                    de: "Zirkelbezug: die Gruppe \(group.description) enthält sich selbst.",
                    en: "Cycle: group \(group.description) holds itself."))
        }
        guard openGroups.count < options.maxGroupDepth else {
            throw XDFError(
                .nestingTooDeep, at: Location(file: file, element.position, path: nil),
                Message(
                    de: "Die Gruppe \(group.description) liegt tiefer als \(options.maxGroupDepth) Ebenen.",
                    en: "Group \(group.description) lies deeper than \(options.maxGroupDepth) levels."),
                hint: Message(
                    de: "Die Struktur verflachen oder maxGroupDepth erhöhen.",
                    en: "Flatten the structure or raise maxGroupDepth."))
        }
        openGroups.append(group)
        defer { openGroups.removeLast() }
        return try body()
    }

    /// Counts an element of the form.
    ///
    /// - Throws: beyond the limit.
    func count(_ element: XMLTree.Element) throws(XDFError) {
        elementCount += 1
        guard elementCount <= options.maxElements else {
            throw XDFError(
                .tooMany, at: Location(file: file, element.position),
                Message(
                    de: "Die Datei hat mehr als \(options.maxElements) Felder und Gruppen.",
                    en: "The file has more than \(options.maxElements) fields and groups."))
        }
    }
}
