import Findings
import XMLCore

/// Converts XDatenfelder 3.0.0 to 2.0, with a report of what is lost and the code lists that own values become.
public struct XDF3To2 {
    /// How to convert.
    public struct Options: Sendable {
        /// What becomes of hidden fields, which 2.0 does not know.
        public var hidden = Hidden.input
        /// The Unternummernkreis that is left out without a loss.
        public var unternummernkreis = "000"

        /// What becomes of hidden fields.
        public enum Hidden: String, Sendable, Hashable, CaseIterable {
            /// They are left out.
            case drop
            /// They become fields for input.
            case input
        }

        /// The defaults.
        public init() {}
    }

    /// A code list that own values became: 2.0 carries lists as files beside the form.
    public struct GeneratedList: Sendable, Hashable {
        /// The file's name, `<id>_genericode.xml`.
        public var fileName: String
        /// The genericode file.
        public var bytes: [UInt8]
    }

    /// What a conversion gives.
    public struct Result: Sendable, Hashable {
        /// The message of 2.0.
        public var nachricht: XDF2.Nachricht
        /// The lists that own values became.
        public var lists: [GeneratedList]
        /// What was lost, changed or assumed.
        public var report: LossReport
    }

    /// Converts a message.
    ///
    /// - Throws: `XMLError` when a value cannot be written into a list.
    public static func convert(
        _ message: XDF3.Nachricht, options: Options = Options()
    ) throws(XMLError) -> Result {
        var conversion = XDF3To2(options: options)
        let content: XDF2.Nachricht.Inhalt
        switch message.inhalt {
        case .stammdatenschema(let schema): content = .stammdatenschema(try conversion.schema(schema))
        case .datenfeldgruppe(let group): content = .datenfeldgruppe(try conversion.group(group))
        case .datenfeld(let field): content = .datenfeld(try conversion.field(field))
        case .dokumentsteckbrief(let profile): content = .dokumentsteckbrief(conversion.profile(profile))
        }
        return Result(
            nachricht: XDF2.Nachricht(header: message.header, inhalt: content), lists: conversion.lists,
            report: conversion.report)
    }

    let options: Options
    var report = LossReport()
    private var lists: [GeneratedList] = []

    private init(options: Options) { self.options = options }

    private mutating func schema(_ source: XDF3.Stammdatenschema) throws(XMLError) -> XDF2.Stammdatenschema {
        var (common, _) = angaben(source.angaben)
        common.bezeichnungEingabe = source.bezeichnung.isEmpty ? nil : source.bezeichnung
        var result = XDF2.Stammdatenschema(common)
        result.hilfetext = source.hilfetext
        result.ableitungsmodifikationenStruktur = source.ableitungsmodifikationenStruktur
        result.ableitungsmodifikationenRepraesentation = source.ableitungsmodifikationenRepraesentation
        if let profile = source.dokumentsteckbrief, profile.id != "D99000000001" {
            lost(source.angaben, "dokumentsteckbrief", profile.description)
        }
        result.regel = source.regel.map { rule($0) }
        result.struktur = try places(source.struktur, source.angaben)
        return result
    }

    private mutating func group(_ source: XDF3.Datenfeldgruppe) throws(XMLError) -> XDF2.Datenfeldgruppe {
        var (common, _) = angaben(source.angaben)
        labels(source.element, &common)
        var result = XDF2.Datenfeldgruppe(common)
        result.schemaelementart = source.element.schemaelementart
        result.hilfetextEingabe = source.element.hilfetextEingabe
        result.hilfetextAusgabe = source.element.hilfetextAusgabe
        lost(source.angaben, "art", source.art?.code)
        result.regel = source.regel.map { rule($0) }
        result.struktur = try places(source.struktur, source.angaben)
        return result
    }

    private mutating func field(_ source: XDF3.Datenfeld) throws(XMLError) -> XDF2.Datenfeld {
        var (common, original) = angaben(source.angaben)
        labels(source.element, &common)
        var result = XDF2.Datenfeld(common)
        result.schemaelementart = source.element.schemaelementart
        result.hilfetextEingabe = source.element.hilfetextEingabe
        result.hilfetextAusgabe = source.element.hilfetextAusgabe
        result.feldart = kind(source)
        result.datentyp = type(source)
        result.praezisierung = XDF2Praezisierung.text(source.praezisierung)
        result.inhalt = source.inhalt
        if let list = source.codelisteReferenz {
            result.codelisteReferenz = reference(list, original, source.angaben)
        } else if let values = source.werte {
            result.codelisteReferenz = try generate(values, source)
        }
        if let prefill = source.vorbefuellung?.code, prefill != "keine" {
            lost(source.angaben, "vorbefuellung", prefill)
        }
        for (name, value) in [
            ("codeKey", source.codeKey), ("nameKey", source.nameKey), ("helpKey", source.helpKey),
            ("maxSize", source.maxSize),
        ] {
            lost(source.angaben, name, value)
        }
        for type in source.mediaType { lost(source.angaben, "mediaType", type) }
        result.regel = source.regel.map { rule($0) }
        return result
    }

    private mutating func profile(_ source: XDF3.Dokumentsteckbrief) -> XDF2.Dokumentsteckbrief {
        var (common, _) = angaben(source.angaben)
        common.bezeichnungEingabe = source.bezeichnung.isEmpty ? nil : source.bezeichnung
        var result = XDF2.Dokumentsteckbrief(common)
        result.isReferenz = source.istAbstrakt
        result.dokumentart = source.dokumentart
        result.hilfetext = source.hilfetext
        return result
    }

    private mutating func kind(_ source: XDF3.Datenfeld) -> XDFCode? {
        guard let code = source.feldart?.code else { return nil }
        guard !XDFCodelist.feldart2.codes.contains(code) else { return XDFCodelist.feldart2.code(code) }
        changed(source.angaben, "feldart", code, "input")
        return XDFCodelist.feldart2.code("input")
    }

    private mutating func type(_ source: XDF3.Datenfeld) -> XDFCode? {
        guard let code = source.datentyp?.code else { return nil }
        guard !XDFCodelist.datentyp2.codes.contains(code) else { return XDFCodelist.datentyp2.code(code) }
        changed(source.angaben, "datentyp", code, "text")
        return XDFCodelist.datentyp2.code("text")
    }

    private mutating func reference(
        _ list: XDF3.CodelisteReferenz, _ original: XDFOriginalwerte?, _ source: XDF3.Angaben
    ) -> XDF2.CodelisteReferenz {
        let id: XDFIdentifikation
        if let text = original?["Codeliste"] {
            let parts = text.split(separator: "V", maxSplits: 1)
            id = XDFIdentifikation(String(parts.first ?? ""), version: parts.count == 2 ? String(parts[1]) : nil)
        } else {
            id = XDFIdentifikation(listID(source))
            assumed(source, "codelisteReferenz/identifikation", id.id)
        }
        return XDF2.CodelisteReferenz(
            id, canonicalIdentification: list.canonicalIdentification.isEmpty ? nil : list.canonicalIdentification,
            version: list.version, canonicalVersionUri: list.canonicalVersionUri)
    }

    /// An id for a list of a field: the field's with `C`.
    private func listID(_ source: XDF3.Angaben) -> String {
        let id = XDFIDs.narrow(source.identifikation.id)?.id ?? source.identifikation.id
        return "C" + id.dropFirst()
    }

    private mutating func generate(
        _ values: [XDF3.Wert], _ source: XDF3.Datenfeld
    ) throws(XMLError) -> XDF2.CodelisteReferenz {
        let id = listID(source.angaben)
        let urn = "urn:de:fim:codeliste:" + id.lowercased()
        let version = source.angaben.identifikation.version ?? "1.0"
        lists.append(
            GeneratedList(
                fileName: id + "_genericode.xml",
                bytes: try GeneratedGenericode.bytes(values, name: source.angaben.name, urn: urn, version: version)))
        changed(source.angaben, "werte", "\(values.count)", id)
        return XDF2.CodelisteReferenz(
            XDFIdentifikation(id), canonicalIdentification: urn, version: version,
            canonicalVersionUri: urn + "_" + version)
    }

    private mutating func places(
        _ source: [XDF3.Struktur], _ owner: XDF3.Angaben
    ) throws(XMLError) -> [XDF2.Struktur] {
        if source.count == 1, source[0].angaben.identifikation.id == XDFDefaultField.id { return [] }
        var result: [XDF2.Struktur] = []
        for place in source {
            let element: XDF2.Struktur.Element
            switch place.element {
            case .datenfeldgruppe(let inner): element = .datenfeldgruppe(try group(inner))
            case .datenfeld(let inner):
                if inner.feldart?.code == "hidden", options.hidden == .drop {
                    lost(inner.angaben, "datenfeld", inner.angaben.name)
                    continue
                }
                element = .datenfeld(try field(inner))
            }
            var converted = XDF2.Struktur(
                place.anzahl, bezug: references(place.bezug, owner, "struktur/bezug"), element)
            converted.quelle = place.quelle
            result.append(converted)
        }
        return result
    }
}

/// Own values as a genericode file.
enum GeneratedGenericode {
    static let namespace = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"

    static func bytes(
        _ values: [XDF3.Wert], name: String, urn: String, version: String
    ) throws(XMLError) -> [UInt8] {
        func element(_ local: String, _ children: [XMLTree.Element] = [], text: String? = nil) -> XMLTree.Element {
            var result = XMLTree.Element(XMLName(local))
            if let text { result.setText(text) }
            for child in children { result.append(child) }
            return result
        }
        let hasHelp = values.contains { $0.hilfe != nil }
        var columns = [("code", "required"), ("name", "required")]
        if hasHelp { columns.append(("hilfe", "optional")) }
        var key = element("Key", [element("ShortName", text: "codeKey")])
        key["Id"] = "codeKey"
        var keyColumn = element("ColumnRef")
        keyColumn["Ref"] = "code"
        key.append(keyColumn)
        let set = columns.map { id, use in
            var data = element("Data")
            data["Type"] = "string"
            var column = element("Column", [element("ShortName", text: id), data])
            column["Id"] = id
            column["Use"] = use
            return column
        }
        let rows = values.map { value in
            var cells = [("code", value.code), ("name", value.name)]
            if let help = value.hilfe { cells.append(("hilfe", help)) }
            return element(
                "Row",
                cells.map { id, text in
                    var cell = element("Value", [element("SimpleValue", text: text)])
                    cell["ColumnRef"] = id
                    return cell
                })
        }
        var root = XMLTree.Element(
            XMLName("CodeList", in: namespace), prefix: "gc",
            namespaces: [XMLNamespaceDeclaration(prefix: "gc", uri: namespace)])
        root.append(
            element(
                "Identification",
                [
                    element("ShortName", text: String(urn.split(separator: ":").last ?? "liste")),
                    element("LongName", text: name), element("Version", text: version),
                    element("CanonicalUri", text: urn), element("CanonicalVersionUri", text: urn + "_" + version),
                ]))
        root.append(element("ColumnSet", set + [key]))
        root.append(element("SimpleCodeList", rows))
        return try XMLTree(root: root).serialized(XMLWriterOptions(indent: 2))
    }
}
