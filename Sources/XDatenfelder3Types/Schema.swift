// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder.xsd sha256:61fcc10a211cdc0e62c42db8b21abb7df1886db6bb3c58075e830b7fc30c3102
// xdatenfelder-baukasten.xsd sha256:8c06d3d2f194c5b5a07731bfe9d3bddda46038c2ae371682420bf32116a6862f
// xdatenfelder-codes.xsd sha256:39cf506e027925451962637d2152f3ec59fd75ebb3c562fdea922e049d37f9f6
// xdatenfelder-nachrichten.xsd sha256:cb6132f1d63d8d00b90c693fdc9ffa496175cd9c70e67e59d1971cf6c02a34a2
// swift-format-ignore-file

import SchemaBinding
import XMLCore

let nsXdf = XMLNamespace("urn:xoev-de:fim:standard:xdatenfelder_3.0.0", prefix: "xdf")

/// Alle Typen, deren Elemente Wurzel eines Dokuments sein können.
public let schemaRoots: [any XMLComplex.Type] = [
    NachrichtDatenfeld.self,
    NachrichtDatenfeldgruppe.self,
    NachrichtDokumentsteckbrief.self,
    NachrichtStammdatenschema.self,
]
