import FIM
import ServiceTransfer

/// A small service whose texts a test chooses: a description with a parameter in one text and a fee, a leaflet, and a
/// parameter with a default.
struct SmallService {
    var version = "1.0.0"
    var kennung = "de.nrw.paderborn.klein"
    var leistung = "99102901104000"
    var kurztext = "Kurz"
    var kurztextEN = "Short"
    /// Has `{{frist}}` in it.
    var volltext = "Frist {{frist}} Tage"
    var betrag = "5.00"
    var merkblatt = "Merkblatt"
    var frist = "14"

    func package() throws -> LoadedPackage {
        let files: [String: [UInt8]] = [
            "dienstpaket.xml": Array(manifest.utf8), "leistung.xml": Array(service.utf8),
            "merkblatt.md": Array(merkblatt.utf8),
        ]
        return try PackageBuilder().pack(PackageContents(name: "klein", isArchive: false, files: files)).package
    }

    private var manifest: String {
        let zero = String(repeating: "0", count: 64)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <dienstpaket xmlns="urn:swift-xoev:dienstpaket:1.0" formatVersion="1.0">
              <kennung>\(kennung)</kennung>
              <version>\(version)</version>
              <bezeichnung sprache="de">Klein</bezeichnung>
              <herausgeber><name>Stadt Paderborn</name><ars>057740032032</ars><kontakt><email>a@b.example</email></kontakt></herausgeber>
              <lizenz>Apache-2.0</lizenz>
              <erstellt>2026-01-01T00:00:00Z</erstellt>
              <leistungen><leistung schluessel="\(leistung)" leika="true"/></leistungen>
              <bestandteile>
                <bestandteil id="leistung" rolle="leistungsbeschreibung" pfad="leistung.xml" medientyp="application/xml" sha256="\(zero)" groesse="0"/>
                <bestandteil id="merkblatt" rolle="text" pfad="merkblatt.md" medientyp="text/markdown" sha256="\(zero)" groesse="0"/>
              </bestandteile>
              <parameter>
                <parameter name="frist" typ="integer" ebene="dienst" pflicht="true" geheim="false" quelle="lokal">
                  <bezeichnung sprache="de">Frist</bezeichnung>
                  <vorgabe>\(frist)</vorgabe>
                </parameter>
              </parameter>
            </dienstpaket>
            """
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private var service: String {
        func module(_ code: String, _ texts: [(String, String)]) -> String {
            """
              <xzufi:modulText>
                <xzufi:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika" listVersionID="20240216">
                  <code>\(code)</code>
                </xzufi:leikaTextmodul>
            \(texts.map { "    <xzufi:inhalt languageCode=\"\($0.0)\">\(escaped($0.1))</xzufi:inhalt>" }.joined(separator: "\n"))
              </xzufi:modulText>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <xzufi:leistung xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <xzufi:id schemeID="leistung" schemeAgencyID="X05774032">\(kennung)</xzufi:id>
              <xzufi:referenzLeiKa listURI="urn:de:fim:leika:leistung" listVersionID="20260101">
                <code>\(leistung)</code>
              </xzufi:referenzLeiKa>
            \(module("02", [("de", "Klein")]))\(module("05", [("de", kurztext), ("en", kurztextEN)]))\(module("06", [("de", volltext)]))  <xzufi:modulKosten>
                <xzufi:kosten>
                  <xzufi:typ listURI="urn:de:fim:codeliste:kostentyp" listVersionID="1.0">
                    <code>001</code>
                  </xzufi:typ>
                  <xzufi:kostenauswahl xsi:type="xzufi:KostenFix">
                    <xzufi:betrag currencyCode="EUR">\(betrag)</xzufi:betrag>
                  </xzufi:kostenauswahl>
                </xzufi:kosten>
              </xzufi:modulKosten>
            </xzufi:leistung>

            """
    }
}

/// Paths of the fields of a small service.
enum SmallField {
    static let kurztext = "leistung/modulText[05]/inhalt[de]"
    static let kurztextEN = "leistung/modulText[05]/inhalt[en]"
    static let volltext = "leistung/modulText[06]/inhalt[de]"
    static let betrag = "leistung/modulKosten/kosten[001]/kostenauswahl/betrag"
    static let merkblatt = "merkblatt"
    static let frist = "parameter:frist"
    static let all = [kurztext, kurztextEN, volltext, betrag, merkblatt, frist]
}

/// A town with one service in a store, driven as a user would.
struct Town {
    let store: PortalStore
    let profile: Portalprofil
    let kennung: String

    var address: ServiceAddress { ServiceAddress(ars: profile.kommune.ars.text, kennung: kennung) }

    @discardableResult
    func install(
        _ package: LoadedPackage, _ rules: MergeRules = MergeRules(), allowsDowngrade: Bool = false,
        confirmsBreaking: Bool = false, moment: String = "2026-11-23T12:00:00Z"
    ) throws -> TransferApplier.Outcome {
        let plan = try self.plan(
            package, rules, allowsDowngrade: allowsDowngrade, confirmsBreaking: confirmsBreaking)
        return try TransferApplier(options: .init(actor: "test", moment: moment))
            .apply(plan, package, for: profile, in: store)
    }

    func plan(
        _ package: LoadedPackage, _ rules: MergeRules = MergeRules(), allowsDowngrade: Bool = false,
        confirmsBreaking: Bool = false
    ) throws -> TransferPlan {
        try TransferPlanner(
            options: .init(allowsDowngrade: allowsDowngrade, confirmsBreaking: confirmsBreaking, merge: rules)
        ).plan(package, for: profile, in: store)
    }

    @discardableResult
    func edit(
        _ edits: [(String, TransferEditor.Edit.Value)], _ rules: MergeRules = MergeRules(),
        moment: String = "2026-11-23T13:00:00Z"
    ) throws -> TransferEditor.Outcome {
        try TransferEditor(options: .init(service: address, actor: "test", moment: moment, merge: rules))
            .edit(edits.map { TransferEditor.Edit($0.0, $0.1) }, in: store)
    }

    @discardableResult
    func set(_ path: String, _ text: String, _ rules: MergeRules = MergeRules()) throws -> TransferEditor.Outcome {
        try edit([(path, .text(text))], rules)
    }

    @discardableResult
    func rollBack(to entry: Int64? = nil, moment: String = "2026-11-23T14:00:00Z") throws -> TransferRollback.Outcome {
        try TransferRollback(options: .init(service: address, target: entry, actor: "test", moment: moment))
            .run(in: store)
    }

    @discardableResult
    func remove() throws -> String {
        try TransferRemover(options: .init(service: address, actor: "test", moment: "2026-11-23T15:00:00Z"))
            .run(in: store)
    }

    func history() throws -> TransferHistory {
        try HistoryReporter(options: .init(ars: profile.kommune.ars.text, limit: 100_000)).history(of: store)
    }

    /// The value of a field in the portal, found by the end of its path.
    func value(_ path: String) throws -> String? {
        let fields = try FieldReporter(options: .init(service: address, pattern: FieldPattern(path))).fields(in: store)
        if path == SmallField.merkblatt {
            return try bound().files["merkblatt.md"]?.text
        }
        guard fields.count == 1 else { throw Samples.Missing() }
        return fields[0].value
    }

    /// The service as it is in the portal.
    func bound() throws -> PackageContents {
        try PackageExporter(
            options: .init(ars: address.ars, kennung: kennung, isBound: true, moment: "2026-11-23T16:00:00Z")
        ).export(from: store)
    }
}

extension MergeRules {
    static let ours = MergeRules(rules: [Rule(FieldPattern("*"), .ours)])
    static let theirs = MergeRules(rules: [Rule(FieldPattern("*"), .theirs)])
}
