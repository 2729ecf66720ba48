import Archives
import Findings
import XMLCore

/// Decisions about fields in a file: how conflicts of an upgrade are resolved, or which fields an edit sets
/// (`Documentation/Formate/Entscheidungen.md`).
public struct Entscheidungen: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:entscheidungen:1.0"
    /// The version of the format that is read and written.
    public static let formatVersion = "1.0"

    /// Which upgrade the decisions are about. For people: what counts are the digests of each decision.
    public struct Dienst: Sendable, Hashable {
        /// The package.
        public var kennung: String
        /// The municipality's Amtlicher Regionalschlüssel.
        public var ars: String
        /// The version that is installed.
        public var vonVersion: String?
        /// The version that is to be installed.
        public var nachVersion: String?

        /// A service from its parts.
        public init(kennung: String, ars: String, vonVersion: String? = nil, nachVersion: String? = nil) {
            self.kennung = kennung
            self.ars = ars
            self.vonVersion = vonVersion
            self.nachVersion = nachVersion
        }
    }

    /// Which upgrade the decisions are about.
    public var dienst: Dienst?
    /// The decisions.
    public var felder: [Entscheidung]

    /// Decisions from their parts.
    public init(dienst: Dienst? = nil, felder: [Entscheidung]) {
        self.dienst = dienst
        self.felder = felder
    }

    /// The decisions of a plan, to be kept or completed: what has been decided, and every conflict as open.
    public init(_ plan: TransferPlan) {
        dienst = Dienst(
            kennung: plan.package.kennung, ars: plan.target.ars, vonVersion: plan.package.installedVersion,
            nachVersion: plan.package.version)
        felder = plan.fields.compactMap { field in
            switch field.outcome {
            case .conflict: Entscheidung(field, .offen)
            case .choseOurs: Entscheidung(field, .unsere)
            case .choseTheirs: Entscheidung(field, .ihre)
            case .choseValue: Entscheidung(field, .wert(field.result ?? ""))
            case .theirs, .ours, .same: nil
            }
        }
    }

    /// Reads a file of decisions.
    ///
    /// - Throws: `TransferError` with all faults in `findings`.
    public static func read(path: String) throws(TransferError) -> Entscheidungen {
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try FileBytes.read(path, limit: 64 << 20) } catch {
            throw TransferError(error)
        }
        return try read(bytes, name: path)
    }

    /// Reads the bytes of a file of decisions; `name` is what findings call it.
    public static func read(_ bytes: [UInt8], name: String) throws(TransferError) -> Entscheidungen {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: name) } catch { throw TransferError(error) }
        var decoder = DocumentDecoder(file: name, namespace: namespace, invalid: "decisions.invalid")
        let isKnown = decoder.checkRoot(
            tree.root, name: "entscheidungen", urnPrefix: "urn:swift-xoev:entscheidungen:",
            formatVersion: formatVersion, unknownVersion: "decisions.unknown-format-version")
        var result = Entscheidungen(felder: [])
        if isKnown { result = decode(tree.root, &decoder) }
        guard let first = decoder.findings.first(where: { $0.severity == .error }) else { return result }
        throw TransferError(
            .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: decoder.findings)
    }

    private static func decode(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Entscheidungen {
        var result = Entscheidungen(felder: [])
        if let element = decoder.child(root, "dienst") {
            result.dienst = Dienst(
                kennung: decoder.attribute(element, "kennung"), ars: decoder.attribute(element, "ars"),
                vonVersion: element["vonVersion"], nachVersion: element["nachVersion"])
        }
        for child in root.elements where child.name.namespace == namespace {
            guard child.name.local != "dienst" else { continue }
            guard child.name.local == "feld" else {
                decoder.note(
                    at: child,
                    Message(
                        de: "Das Element „\(child.name.local)“ gehört nicht hierher.",
                        en: "The element “\(child.name.local)” does not belong here."),
                    hint: Message(de: "Erlaubt sind dienst und feld.", en: "Allowed are dienst and feld."))
                continue
            }
            if let field = field(child, &decoder) { result.felder.append(field) }
        }
        return result
    }

    private enum Nimm: String, CaseIterable {
        case offen, unsere, ihre, wert
    }

    private static func field(_ element: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Entscheidung? {
        let path = decoder.attribute(element, "pfad")
        let pattern = FieldPattern(path)
        if pattern.isExact, !path.isEmpty, FieldPath(path) == nil {
            decoder.note(
                at: element,
                Message(de: "„\(path)“ ist kein Pfad eines Feldes.", en: "“\(path)” is not the path of a field."),
                hint: Message(
                    de: "Ein Pfad sieht aus wie leistung/modulText[06]/inhalt[de] oder parameter:NAME.",
                    en: "A path looks like leistung/modulText[06]/inhalt[de] or parameter:NAME."))
        }
        guard let choice = decoder.value(element, "nimm", of: Nimm.self) else { return nil }
        let wahl: Entscheidung.Wahl
        switch choice {
        case .offen: wahl = .offen
        case .unsere: wahl = .unsere
        case .ihre: wahl = .ihre
        case .wert:
            guard let value = decoder.child(element, "wert") else {
                decoder.missing("wert", in: element)
                return nil
            }
            wahl = .wert(value.text)
        }
        return Entscheidung(
            feld: pattern, wahl: wahl, basis: decoder.child(element, "basis")?.text,
            ihre: decoder.child(element, "ihre")?.text, unsere: decoder.child(element, "unsere")?.text,
            ihreSHA256: element["ihreSha256"], unsereSHA256: element["unsereSha256"])
    }

    /// The bytes of the file; equal decisions have equal bytes.
    public func bytes() -> [UInt8] {
        func element(_ local: String, _ attributes: [(String, String?)] = [], text: String = "") -> XMLTree.Element {
            XMLTree.Element(
                XMLName(local, in: Self.namespace),
                attributes: attributes.compactMap { name, value in
                    value.map { XMLAttribute(XMLName(name), value: $0) }
                }, text: text)
        }
        var root = element("entscheidungen", [("formatVersion", Self.formatVersion)])
        root.namespaces = [XMLNamespaceDeclaration(prefix: nil, uri: Self.namespace)]
        if let dienst {
            root.append(
                element(
                    "dienst",
                    [
                        ("kennung", dienst.kennung), ("ars", dienst.ars), ("vonVersion", dienst.vonVersion),
                        ("nachVersion", dienst.nachVersion),
                    ]))
        }
        for feld in felder {
            var child = element(
                "feld",
                [
                    ("pfad", feld.feld.text), ("nimm", feld.wahl.nimm), ("ihreSha256", feld.ihreSHA256),
                    ("unsereSha256", feld.unsereSHA256),
                ])
            for (name, text) in [("basis", feld.basis), ("ihre", feld.ihre), ("unsere", feld.unsere)] {
                if let text { child.append(element(name, text: text)) }
            }
            if case .wert(let text) = feld.wahl { child.append(element("wert", text: text)) }
            root.append(child)
        }
        return PlainXML.bytes(root)
    }
}

extension Entscheidung.Wahl {
    var nimm: String {
        switch self {
        case .unsere: "unsere"
        case .ihre: "ihre"
        case .wert: "wert"
        case .offen: "offen"
        }
    }
}
