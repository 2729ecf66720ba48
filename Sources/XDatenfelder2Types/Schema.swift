// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder.xsd sha256:d869b2e1756c48e66852a456d2a60c0bf7ade0ab87b1de5e999274d167c6cfa7
// xdatenfelder-baukasten.xsd sha256:29cc29dec75d08b9ce459e79f38cc94c7e0e9d41a49e608bdd98e04a142bbbec
// xdatenfelder-codes.xsd sha256:ea79de4f74b2c6c4c2de986d7d227aebecc88cc781ba65efa28095c6480357c0
// xdatenfelder-nachrichten.xsd sha256:5eb5b0980cea0e457fbdc06c7c2f029e10bdc70254842b0612e20037462de490
// swift-format-ignore-file

import SchemaBinding
import XMLCore

let nsXdf = XMLNamespace("urn:xoev-de:fim:standard:xdatenfelder_2", prefix: "xdf")

/// Alle Typen, deren Elemente Wurzel eines Dokuments sein können.
public let schemaRoots: [any XMLComplex.Type] = [
    NachrichtDatenfeld.self,
    NachrichtDatenfeldgruppe.self,
    NachrichtDokumentsteckbrief.self,
    NachrichtStammdatenschema.self,
]
