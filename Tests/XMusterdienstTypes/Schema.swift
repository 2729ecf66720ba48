// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst.xsd sha256:8e8ae012a60341dd4516b8f6dbb75cd351b5caa7251e4994ac5498b41cf77d41
// xmusterdienst-administration.xsd sha256:f51bfceba36703e2303d5b4944e8e7bac8d9b1bf28366416d23b1b6bbd1d1a82
// xmusterdienst-basisdatentypen.xsd sha256:b9286aad42deb5b5c35076fde7044eb129472d8ba83bc54b8355de7361463a72
// xmusterdienst-basisnachricht.xsd sha256:c73756ed89a954e1b24eb584f22163b51f876e20ee65f74012b87d5cecf92598
// xmusterdienst-baukasten.xsd sha256:94cac187eccfb661eb3969b2636a9a4033debc01ce5e15cd03ccfe28ed6caa81
// xmusterdienst-bewohnerparken.xsd sha256:a99d62bab8a78c49a9310f2d027cfcfbeff921355fd0a6aaebb39f80ddc263c5
// xmusterdienst-codes.xsd sha256:d192b7f0743b123dfa234127e36371cfe22014a4d22d6cdfa0400ffcea1bc904
// xmusterdienst-hundesteuer.xsd sha256:89d78096e97f4f3c21b2e717dd21003812404ab896f86caef6e5ef24a8dd678d
// swift-format-ignore-file

import SchemaBinding
import XMLCore

let nsXmd = XMLNamespace("urn:swift-xoev:xmusterdienst:1.0", prefix: "xmd")

/// Alle Typen, deren Elemente Wurzel eines Dokuments sein können.
public let schemaRoots: [any XMLComplex.Type] = [
    AdministrationRueckweisung0001.self,
    BewohnerparkenAntrag0201.self,
    BewohnerparkenEntscheidung0211.self,
    HundesteuerAbmeldung0102.self,
    HundesteuerAnmeldung0101.self,
    HundesteuerBestaetigung0111.self,
]
