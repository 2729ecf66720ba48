// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-zustaendigkeit.xsd sha256:2271ef9a9e978fc641b6be6cd26313f27784f84e354fd7f0d34de9f5a1501757
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Zuständigkeit als eigenes Objekt einer Übertragung. Gewissheit: vermutet.
///
/// Schema: Typ `ZustaendigkeitTransferObjekt`
public struct ZustaendigkeitTransferObjekt: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Die Leistung. Gewissheit: beobachtet.
    public var leistungID: Identifikator {
        get { _leistungID.value }
        _modify { yield &_leistungID.value }
    }
    var _leistungID: XMLIndirect<Identifikator>
    /// Die Organisationseinheit, wenn die Zuständigkeit für sich steht. Gewissheit: abgeleitet.
    public var organisationseinheitID: Identifikator? {
        get { _organisationseinheitID?.value }
        set { _organisationseinheitID = newValue.map { XMLIndirect($0) } }
    }
    var _organisationseinheitID: XMLIndirect<Identifikator>?
    /// Der Onlinedienst, wenn die Zuständigkeit für sich steht. Gewissheit: vermutet.
    public var onlinedienstID: Identifikator? {
        get { _onlinedienstID?.value }
        set { _onlinedienstID = newValue.map { XMLIndirect($0) } }
    }
    var _onlinedienstID: XMLIndirect<Identifikator>?
    /// Die Gebiete; ein Regionalschlüssel darf der Anfang eines längeren sein. Gewissheit: beobachtet.
    public var gebietID: [Identifikator]
    /// Die Rolle. Gewissheit: beobachtet.
    public var rolle: CodeZustaendigkeitsrolle? {
        get { _rolle?.value }
        set { _rolle = newValue.map { XMLIndirect($0) } }
    }
    var _rolle: XMLIndirect<CodeZustaendigkeitsrolle>?
    /// Wovon die Zuständigkeit abhängt. Gewissheit: vermutet.
    public var kriterium: [Offen]
    /// Herausgeber. Gewissheit: abgeleitet.
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachversion: [Sprachversion]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        leistungID: Identifikator,
        organisationseinheitID: Identifikator? = nil,
        onlinedienstID: Identifikator? = nil,
        gebietID: [Identifikator] = [],
        rolle: CodeZustaendigkeitsrolle? = nil,
        kriterium: [Offen] = [],
        herausgeber: Herausgeber? = nil,
        versionsinformation: Versionsinformation? = nil,
        sprachversion: [Sprachversion] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self._leistungID = XMLIndirect(leistungID)
        self._organisationseinheitID = organisationseinheitID.map { XMLIndirect($0) }
        self._onlinedienstID = onlinedienstID.map { XMLIndirect($0) }
        self.gebietID = gebietID
        self._rolle = rolle.map { XMLIndirect($0) }
        self.kriterium = kriterium
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.sprachversion = sprachversion
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let rootNames = [nsXzufi.name("zustaendigkeitTransferObjekt")]
    public static let xml = XMLTable(Self.self, "ZustaendigkeitTransferObjekt", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("leistungID", \._leistungID)
        $0.element("organisationseinheitID", \._organisationseinheitID)
        $0.element("onlinedienstID", \._onlinedienstID)
        $0.element("gebietID", \.gebietID)
        $0.element("rolle", \._rolle)
        $0.element("kriterium", \.kriterium)
        $0.element("herausgeber", \._herausgeber)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("sprachversion", \.sprachversion)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Wer wofür und wo zuständig ist. Genau eine leistungID und die Kennungen der Gebiete sind beobachtet; die Reihenfolge
/// ist abgeleitet. Gewissheit: beobachtet.
///
/// Schema: Typ `Zustaendigkeit` und seine Ableitungen
public indirect enum ZustaendigkeitAuspraegung: XMLVariants {
    case zustaendigkeit(Zustaendigkeit)
    case zustaendigkeitOrganisationseinheit(ZustaendigkeitOrganisationseinheit)
    case zustaendigkeitOnlinedienst(ZustaendigkeitOnlinedienst)
    case zustaendigkeitTransferObjekt(ZustaendigkeitTransferObjekt)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Zustaendigkeit", in: nsXzufi, declared: true, { .zustaendigkeit($0) }) { if case .zustaendigkeit(let value) = $0 { value } else { nil } }
        $0.type("ZustaendigkeitOrganisationseinheit", in: nsXzufi, { .zustaendigkeitOrganisationseinheit($0) }) { if case .zustaendigkeitOrganisationseinheit(let value) = $0 { value } else { nil } }
        $0.type("ZustaendigkeitOnlinedienst", in: nsXzufi, { .zustaendigkeitOnlinedienst($0) }) { if case .zustaendigkeitOnlinedienst(let value) = $0 { value } else { nil } }
        $0.type("ZustaendigkeitTransferObjekt", in: nsXzufi, { .zustaendigkeitTransferObjekt($0) }) { if case .zustaendigkeitTransferObjekt(let value) = $0 { value } else { nil } }
    }
}

/// Wer wofür und wo zuständig ist. Genau eine leistungID und die Kennungen der Gebiete sind beobachtet; die Reihenfolge
/// ist abgeleitet. Gewissheit: beobachtet.
///
/// Schema: Typ `Zustaendigkeit`
public struct Zustaendigkeit: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Die Leistung. Gewissheit: beobachtet.
    public var leistungID: Identifikator {
        get { _leistungID.value }
        _modify { yield &_leistungID.value }
    }
    var _leistungID: XMLIndirect<Identifikator>
    /// Die Organisationseinheit, wenn die Zuständigkeit für sich steht. Gewissheit: abgeleitet.
    public var organisationseinheitID: Identifikator? {
        get { _organisationseinheitID?.value }
        set { _organisationseinheitID = newValue.map { XMLIndirect($0) } }
    }
    var _organisationseinheitID: XMLIndirect<Identifikator>?
    /// Der Onlinedienst, wenn die Zuständigkeit für sich steht. Gewissheit: vermutet.
    public var onlinedienstID: Identifikator? {
        get { _onlinedienstID?.value }
        set { _onlinedienstID = newValue.map { XMLIndirect($0) } }
    }
    var _onlinedienstID: XMLIndirect<Identifikator>?
    /// Die Gebiete; ein Regionalschlüssel darf der Anfang eines längeren sein. Gewissheit: beobachtet.
    public var gebietID: [Identifikator]
    /// Die Rolle. Gewissheit: beobachtet.
    public var rolle: CodeZustaendigkeitsrolle? {
        get { _rolle?.value }
        set { _rolle = newValue.map { XMLIndirect($0) } }
    }
    var _rolle: XMLIndirect<CodeZustaendigkeitsrolle>?
    /// Wovon die Zuständigkeit abhängt. Gewissheit: vermutet.
    public var kriterium: [Offen]
    /// Herausgeber. Gewissheit: abgeleitet.
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachversion: [Sprachversion]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        leistungID: Identifikator,
        organisationseinheitID: Identifikator? = nil,
        onlinedienstID: Identifikator? = nil,
        gebietID: [Identifikator] = [],
        rolle: CodeZustaendigkeitsrolle? = nil,
        kriterium: [Offen] = [],
        herausgeber: Herausgeber? = nil,
        versionsinformation: Versionsinformation? = nil,
        sprachversion: [Sprachversion] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self._leistungID = XMLIndirect(leistungID)
        self._organisationseinheitID = organisationseinheitID.map { XMLIndirect($0) }
        self._onlinedienstID = onlinedienstID.map { XMLIndirect($0) }
        self.gebietID = gebietID
        self._rolle = rolle.map { XMLIndirect($0) }
        self.kriterium = kriterium
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.sprachversion = sprachversion
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "Zustaendigkeit", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("leistungID", \._leistungID)
        $0.element("organisationseinheitID", \._organisationseinheitID)
        $0.element("onlinedienstID", \._onlinedienstID)
        $0.element("gebietID", \.gebietID)
        $0.element("rolle", \._rolle)
        $0.element("kriterium", \.kriterium)
        $0.element("herausgeber", \._herausgeber)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("sprachversion", \.sprachversion)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Zuständigkeit einer Organisationseinheit. Die Zustelladresse von FIT-Connect steht in idSekundaer. Gewissheit:
/// beobachtet.
///
/// Schema: Typ `ZustaendigkeitOrganisationseinheit`
public struct ZustaendigkeitOrganisationseinheit: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Die Leistung. Gewissheit: beobachtet.
    public var leistungID: Identifikator {
        get { _leistungID.value }
        _modify { yield &_leistungID.value }
    }
    var _leistungID: XMLIndirect<Identifikator>
    /// Die Organisationseinheit, wenn die Zuständigkeit für sich steht. Gewissheit: abgeleitet.
    public var organisationseinheitID: Identifikator? {
        get { _organisationseinheitID?.value }
        set { _organisationseinheitID = newValue.map { XMLIndirect($0) } }
    }
    var _organisationseinheitID: XMLIndirect<Identifikator>?
    /// Der Onlinedienst, wenn die Zuständigkeit für sich steht. Gewissheit: vermutet.
    public var onlinedienstID: Identifikator? {
        get { _onlinedienstID?.value }
        set { _onlinedienstID = newValue.map { XMLIndirect($0) } }
    }
    var _onlinedienstID: XMLIndirect<Identifikator>?
    /// Die Gebiete; ein Regionalschlüssel darf der Anfang eines längeren sein. Gewissheit: beobachtet.
    public var gebietID: [Identifikator]
    /// Die Rolle. Gewissheit: beobachtet.
    public var rolle: CodeZustaendigkeitsrolle? {
        get { _rolle?.value }
        set { _rolle = newValue.map { XMLIndirect($0) } }
    }
    var _rolle: XMLIndirect<CodeZustaendigkeitsrolle>?
    /// Wovon die Zuständigkeit abhängt. Gewissheit: vermutet.
    public var kriterium: [Offen]
    /// Herausgeber. Gewissheit: abgeleitet.
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachversion: [Sprachversion]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        leistungID: Identifikator,
        organisationseinheitID: Identifikator? = nil,
        onlinedienstID: Identifikator? = nil,
        gebietID: [Identifikator] = [],
        rolle: CodeZustaendigkeitsrolle? = nil,
        kriterium: [Offen] = [],
        herausgeber: Herausgeber? = nil,
        versionsinformation: Versionsinformation? = nil,
        sprachversion: [Sprachversion] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self._leistungID = XMLIndirect(leistungID)
        self._organisationseinheitID = organisationseinheitID.map { XMLIndirect($0) }
        self._onlinedienstID = onlinedienstID.map { XMLIndirect($0) }
        self.gebietID = gebietID
        self._rolle = rolle.map { XMLIndirect($0) }
        self.kriterium = kriterium
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.sprachversion = sprachversion
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "ZustaendigkeitOrganisationseinheit", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("leistungID", \._leistungID)
        $0.element("organisationseinheitID", \._organisationseinheitID)
        $0.element("onlinedienstID", \._onlinedienstID)
        $0.element("gebietID", \.gebietID)
        $0.element("rolle", \._rolle)
        $0.element("kriterium", \.kriterium)
        $0.element("herausgeber", \._herausgeber)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("sprachversion", \.sprachversion)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}

/// Zuständigkeit eines Onlinedienstes. Der Name des Typs ist abgeleitet. Gewissheit: abgeleitet.
///
/// Schema: Typ `ZustaendigkeitOnlinedienst`
public struct ZustaendigkeitOnlinedienst: XMLComplex {
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Die Leistung. Gewissheit: beobachtet.
    public var leistungID: Identifikator {
        get { _leistungID.value }
        _modify { yield &_leistungID.value }
    }
    var _leistungID: XMLIndirect<Identifikator>
    /// Die Organisationseinheit, wenn die Zuständigkeit für sich steht. Gewissheit: abgeleitet.
    public var organisationseinheitID: Identifikator? {
        get { _organisationseinheitID?.value }
        set { _organisationseinheitID = newValue.map { XMLIndirect($0) } }
    }
    var _organisationseinheitID: XMLIndirect<Identifikator>?
    /// Der Onlinedienst, wenn die Zuständigkeit für sich steht. Gewissheit: vermutet.
    public var onlinedienstID: Identifikator? {
        get { _onlinedienstID?.value }
        set { _onlinedienstID = newValue.map { XMLIndirect($0) } }
    }
    var _onlinedienstID: XMLIndirect<Identifikator>?
    /// Die Gebiete; ein Regionalschlüssel darf der Anfang eines längeren sein. Gewissheit: beobachtet.
    public var gebietID: [Identifikator]
    /// Die Rolle. Gewissheit: beobachtet.
    public var rolle: CodeZustaendigkeitsrolle? {
        get { _rolle?.value }
        set { _rolle = newValue.map { XMLIndirect($0) } }
    }
    var _rolle: XMLIndirect<CodeZustaendigkeitsrolle>?
    /// Wovon die Zuständigkeit abhängt. Gewissheit: vermutet.
    public var kriterium: [Offen]
    /// Herausgeber. Gewissheit: abgeleitet.
    public var herausgeber: Herausgeber? {
        get { _herausgeber?.value }
        set { _herausgeber = newValue.map { XMLIndirect($0) } }
    }
    var _herausgeber: XMLIndirect<Herausgeber>?
    /// Wer es wann erstellt und geändert hat. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var versionsinformation: Versionsinformation? {
        get { _versionsinformation?.value }
        set { _versionsinformation = newValue.map { XMLIndirect($0) } }
    }
    var _versionsinformation: XMLIndirect<Versionsinformation>?
    /// Die Sprachen und ihre Stände. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var sprachversion: [Sprachversion]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public var weitereElemente: [XMLAnyElement]
    public init(
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        leistungID: Identifikator,
        organisationseinheitID: Identifikator? = nil,
        onlinedienstID: Identifikator? = nil,
        gebietID: [Identifikator] = [],
        rolle: CodeZustaendigkeitsrolle? = nil,
        kriterium: [Offen] = [],
        herausgeber: Herausgeber? = nil,
        versionsinformation: Versionsinformation? = nil,
        sprachversion: [Sprachversion] = [],
        gueltigkeit: [Zeitraum] = [],
        weitereElemente: [XMLAnyElement] = []
    ) {
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self._leistungID = XMLIndirect(leistungID)
        self._organisationseinheitID = organisationseinheitID.map { XMLIndirect($0) }
        self._onlinedienstID = onlinedienstID.map { XMLIndirect($0) }
        self.gebietID = gebietID
        self._rolle = rolle.map { XMLIndirect($0) }
        self.kriterium = kriterium
        self._herausgeber = herausgeber.map { XMLIndirect($0) }
        self._versionsinformation = versionsinformation.map { XMLIndirect($0) }
        self.sprachversion = sprachversion
        self.gueltigkeit = gueltigkeit
        self.weitereElemente = weitereElemente
    }
    public static let xml = XMLTable(Self.self, "ZustaendigkeitOnlinedienst", in: nsXzufi) {
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("leistungID", \._leistungID)
        $0.element("organisationseinheitID", \._organisationseinheitID)
        $0.element("onlinedienstID", \._onlinedienstID)
        $0.element("gebietID", \.gebietID)
        $0.element("rolle", \._rolle)
        $0.element("kriterium", \.kriterium)
        $0.element("herausgeber", \._herausgeber)
        $0.element("versionsinformation", \._versionsinformation)
        $0.element("sprachversion", \.sprachversion)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.any(\.weitereElemente, .other(than: "http://xoev.de/schemata/xzufi/2_2_0"))
    }
}
