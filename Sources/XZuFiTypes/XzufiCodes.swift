// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-codes.xsd sha256:8b76c7367199718d0e17683faeeba393d39ed35b60c0255cb5d8b40484c70b02
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Code, dessen Liste und Version in der Datei stehen müssen. Das Modell des FIM-Portals verlangt beides. Gewissheit:
/// abgeleitet.
///
/// Schema: Typ `CodeMitListe`
public struct CodeMitListe: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String
    public init(code: String, name: String? = nil, listURI: String, listVersionID: String) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeMitListe", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Typisierung der Leistung, 1 bis 12. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeTypisierung`
public struct CodeTypisierung: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeTypisierung", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Vertrauensniveau: 00, 10, 15, 20, 30, 40. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeVertrauensniveau`
public struct CodeVertrauensniveau: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeVertrauensniveau", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Adressat: 001, 002, 003. Die Kennung der Liste ist unbekannt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeLeistungsadressat`
public struct CodeLeistungsadressat: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeLeistungsadressat", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Informationsbereich nach der SDG-Verordnung, sieben Ziffern; 0000000 heißt keiner. Gewissheit: abgeleitet (Modell
/// des FIM-Portals).
///
/// Schema: Typ `CodeInformationsbereichSDG`
public struct CodeInformationsbereichSDG: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeInformationsbereichSDG", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Gemeinsamer Bau aller Codes. code und name stehen ohne Namensraum. Werte sind nicht aufgezählt, denn die Version der
/// Liste steht in der Datei. Gewissheit: beobachtet.
///
/// Schema: Typ `Code`
public struct Code: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `CodeAnschrifttyp`, `CodeBegriffImKontextTyp`,
    /// `CodeBundesland`, `CodeErreichbarkeit`, `CodeInformationsbereichSDG`, `CodeLeistungsadressat`,
    /// `CodeLeistungstextmodul`, `CodeMitListe`, `CodeOnlinedienstlinktyp`, `CodeSignatur`, `CodeTypisierung`,
    /// `CodeVertrauensniveau` …
    public var schemaType: XMLTypeName?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil,
        schemaType: XMLTypeName? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
        self.schemaType = schemaType
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "Code", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
        $0.typeName(\.schemaType, [nsXzufi.name("CodeAnschrifttyp"), nsXzufi.name("CodeBegriffImKontextTyp"), nsXzufi.name("CodeBundesland"), nsXzufi.name("CodeErreichbarkeit"), nsXzufi.name("CodeInformationsbereichSDG"), nsXzufi.name("CodeLeistungsadressat"), nsXzufi.name("CodeLeistungstextmodul"), nsXzufi.name("CodeMitListe"), nsXzufi.name("CodeOnlinedienstlinktyp"), nsXzufi.name("CodeSignatur"), nsXzufi.name("CodeTypisierung"), nsXzufi.name("CodeVertrauensniveau"), nsXzufi.name("CodeZeiteinheit"), nsXzufi.name("CodeZustaendigkeitsrolle")], [CodeAnschrifttyp.self, CodeBegriffImKontextTyp.self, CodeBundesland.self, CodeErreichbarkeit.self, CodeInformationsbereichSDG.self, CodeLeistungsadressat.self, CodeLeistungstextmodul.self, CodeMitListe.self, CodeOnlinedienstlinktyp.self, CodeSignatur.self, CodeTypisierung.self, CodeVertrauensniveau.self, CodeZeiteinheit.self, CodeZustaendigkeitsrolle.self])
    }
}

/// Rolle: 01 und 02 sind zuständige Stellen. Die Kennung der Liste ist unbekannt. Gewissheit: beobachtet.
///
/// Schema: Typ `CodeZustaendigkeitsrolle`
public struct CodeZustaendigkeitsrolle: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeZustaendigkeitsrolle", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Bundesland: 01 bis 16. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeBundesland`
public struct CodeBundesland: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeBundesland", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Textmodul. Bekannte Werte: 02 Leistungsbezeichnung, 03 Leistungsbezeichnung II, 05 Kurztext, 06 Volltext, 07
/// Rechtsgrundlagen, 08 Unterlagen, 09 Voraussetzungen, 11 Verfahrensablauf, 14 Formulare, 15 weiterführende
/// Informationen, 16 Hinweise, 18 Urheber, 22 zuständige Stelle, 23 Ansprechpunkt, 24 Teaser, 25 Rechtsbehelf.
/// Gewissheit: beobachtet.
///
/// Schema: Typ `CodeLeistungstextmodul`
public struct CodeLeistungstextmodul: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeLeistungstextmodul", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Art eines Links; 01 führt zum Onlinedienst. Gewissheit: beobachtet.
///
/// Schema: Typ `CodeOnlinedienstlinktyp`
public struct CodeOnlinedienstlinktyp: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeOnlinedienstlinktyp", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Art einer Anschrift: 001 bis 006. Die Liste ist beobachtet. Gewissheit: abgeleitet.
///
/// Schema: Typ `CodeAnschrifttyp`
public struct CodeAnschrifttyp: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeAnschrifttyp", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Art eines Begriffs: 001, 002, 003, 999. Die Kennung der Liste ist unbekannt. Gewissheit: abgeleitet (Modell des
/// FIM-Portals).
///
/// Schema: Typ `CodeBegriffImKontextTyp`
public struct CodeBegriffImKontextTyp: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeBegriffImKontextTyp", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Kanal: 01 E-Mail, 02 Telefon, 03 mobil, 04 Fax, 09 Web und weitere. Dass XZuFi diese Liste benutzt, ist abgeleitet.
/// Gewissheit: abgeleitet.
///
/// Schema: Typ `CodeErreichbarkeit`
public struct CodeErreichbarkeit: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeErreichbarkeit", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Art der Unterschrift: 001, 004, 101 bis 104. Die Kennung der Liste ist unbekannt. Gewissheit: abgeleitet (Modell des
/// FIM-Portals).
///
/// Schema: Typ `CodeSignatur`
public struct CodeSignatur: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeSignatur", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Zeiteinheit: JAHR, MONAT, WOCHE, TAG, WERKTAG, ARBEITSTAG, STUNDE, MINUTE, SEKUNDE. Die Kennung der Liste ist
/// unbekannt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeZeiteinheit`
public struct CodeZeiteinheit: XOEVCode {
    /// Wert aus der Codeliste. Gewissheit: beobachtet.
    public var code: String
    /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
    public var name: String?
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        code: String,
        name: String? = nil,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.code = code
        self.name = name
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static var codelistURI: String? { nil }
    public static var codelistVersion: String? { nil }
    public static let xml = XMLTable(Self.self, "CodeZeiteinheit", in: nsXzufi) {
        $0.element("code", \.code, in: .unqualified, token: true)
        $0.element("name", \.name, in: .unqualified)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }
}

/// Code oder ein Wert, der in keiner Liste steht. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `CodeErweiterbar`
public struct CodeErweiterbar: XMLComplex {
    public var auswahl: CodeErweiterbar.Auswahl
    /// Kennung der Codeliste. Gewissheit: beobachtet.
    public var listURI: String?
    /// Version der Codeliste. Gewissheit: beobachtet.
    public var listVersionID: String?
    public init(
        auswahl: CodeErweiterbar.Auswahl,
        listURI: String? = nil,
        listVersionID: String? = nil
    ) {
        self.auswahl = auswahl
        self.listURI = listURI
        self.listVersionID = listVersionID
    }
    public static let xml = XMLTable(Self.self, "CodeErweiterbar", in: nsXzufi) {
        $0.group(\.auswahl)
        $0.attribute("listURI", \.listURI, token: true)
        $0.attribute("listVersionID", \.listVersionID)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case codeGruppe(CodeErweiterbar.Auswahl.CodeGruppe)
        /// Wert, der in keiner Liste steht. Der Name steht im Modell des FIM-Portals; dass er wie code ohne Namensraum
        /// steht, ist vermutet. Gewissheit: abgeleitet.
        case nichtGelisteterWert(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.group({ .codeGruppe($0) }) { if case .codeGruppe(let value) = $0 { value } else { nil } }
            $0.element("nichtGelisteterWert", { .nichtGelisteterWert($0) }, in: .unqualified) { if case .nichtGelisteterWert(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct CodeGruppe: XMLComplex {
            /// Wert aus der Codeliste. Gewissheit: beobachtet.
            public var code: String
            /// Bezeichnung zum Wert; nur zur Anzeige. Gewissheit: beobachtet.
            public var name: String?
            public init(code: String, name: String? = nil) {
                self.code = code
                self.name = name
            }
            public static let xml = XMLTable(Self.self, in: nsXzufi, group: true) {
                $0.element("code", \.code, in: .unqualified, token: true)
                $0.element("name", \.name, in: .unqualified)
            }
        }
    }
}
