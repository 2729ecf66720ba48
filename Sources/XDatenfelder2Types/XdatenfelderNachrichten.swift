// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder-nachrichten.xsd sha256:5eb5b0980cea0e457fbdc06c7c2f029e10bdc70254842b0612e20037462de490
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Nachricht xdatenfelder.datenfeld.0104. Gewissheit: abgeleitet.
///
/// Schema: Typ `Nachricht.DatenfeldType`
public struct NachrichtDatenfeld: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var header: Header
    /// Inhalt der Nachricht. Gewissheit: abgeleitet.
    public var datenfeld: Datenfeld {
        get { _datenfeld.value }
        _modify { yield &_datenfeld.value }
    }
    var _datenfeld: XMLIndirect<Datenfeld>
    public init(header: Header, datenfeld: Datenfeld) {
        self.header = header
        self._datenfeld = XMLIndirect(datenfeld)
    }
    public static let rootNames = [nsXdf.name("xdatenfelder.datenfeld.0104")]
    public static let xml = XMLTable(Self.self, "Nachricht.DatenfeldType", in: nsXdf) {
        $0.element("header", \.header)
        $0.element("datenfeld", \._datenfeld)
    }
}

/// Nachricht xdatenfelder.datenfeldgruppe.0103. Gewissheit: abgeleitet.
///
/// Schema: Typ `Nachricht.DatenfeldgruppeType`
public struct NachrichtDatenfeldgruppe: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var header: Header
    /// Inhalt der Nachricht. Gewissheit: abgeleitet.
    public var datenfeldgruppe: Datenfeldgruppe {
        get { _datenfeldgruppe.value }
        _modify { yield &_datenfeldgruppe.value }
    }
    var _datenfeldgruppe: XMLIndirect<Datenfeldgruppe>
    public init(header: Header, datenfeldgruppe: Datenfeldgruppe) {
        self.header = header
        self._datenfeldgruppe = XMLIndirect(datenfeldgruppe)
    }
    public static let rootNames = [nsXdf.name("xdatenfelder.datenfeldgruppe.0103")]
    public static let xml = XMLTable(Self.self, "Nachricht.DatenfeldgruppeType", in: nsXdf) {
        $0.element("header", \.header)
        $0.element("datenfeldgruppe", \._datenfeldgruppe)
    }
}

/// Nachricht xdatenfelder.dokumentsteckbrief.0101. Gewissheit: abgeleitet.
///
/// Schema: Typ `Nachricht.DokumentsteckbriefType`
public struct NachrichtDokumentsteckbrief: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var header: Header
    /// Inhalt der Nachricht. Gewissheit: abgeleitet.
    public var dokumentensteckbrief: Dokumentensteckbrief {
        get { _dokumentensteckbrief.value }
        _modify { yield &_dokumentensteckbrief.value }
    }
    var _dokumentensteckbrief: XMLIndirect<Dokumentensteckbrief>
    public init(header: Header, dokumentensteckbrief: Dokumentensteckbrief) {
        self.header = header
        self._dokumentensteckbrief = XMLIndirect(dokumentensteckbrief)
    }
    public static let rootNames = [nsXdf.name("xdatenfelder.dokumentsteckbrief.0101")]
    public static let xml = XMLTable(Self.self, "Nachricht.DokumentsteckbriefType", in: nsXdf) {
        $0.element("header", \.header)
        $0.element("dokumentensteckbrief", \._dokumentensteckbrief)
    }
}

/// Nachricht xdatenfelder.stammdatenschema.0102. Gewissheit: beobachtet.
///
/// Schema: Typ `Nachricht.StammdatenschemaType`
public struct NachrichtStammdatenschema: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var header: Header
    /// Inhalt der Nachricht. Gewissheit: beobachtet.
    public var stammdatenschema: Stammdatenschema {
        get { _stammdatenschema.value }
        _modify { yield &_stammdatenschema.value }
    }
    var _stammdatenschema: XMLIndirect<Stammdatenschema>
    public init(header: Header, stammdatenschema: Stammdatenschema) {
        self.header = header
        self._stammdatenschema = XMLIndirect(stammdatenschema)
    }
    public static let rootNames = [nsXdf.name("xdatenfelder.stammdatenschema.0102")]
    public static let xml = XMLTable(Self.self, "Nachricht.StammdatenschemaType", in: nsXdf) {
        $0.element("header", \.header)
        $0.element("stammdatenschema", \._stammdatenschema)
    }
}
