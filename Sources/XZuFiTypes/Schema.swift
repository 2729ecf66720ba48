// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi.xsd sha256:0ebd7658f5c07335b7100f742a322157f5628e1caecce9775a1ac18e4976e9f6
// xzufi-basisdatentypen.xsd sha256:5b812b6c2682f86b34052f94f854f5a124a1eb9e2f5aec9a0897e58be0d74482
// xzufi-baukasten.xsd sha256:2fc1c5cf30243186aeb0e1cf6144e8da0776f2ac6d933a76dc889d9900b503e7
// xzufi-codes.xsd sha256:8b76c7367199718d0e17683faeeba393d39ed35b60c0255cb5d8b40484c70b02
// xzufi-leistung.xsd sha256:47df58cbcf315bf098bfb917b5c353c5e10901e68fe7073387bd11fce8c44dcb
// xzufi-module.xsd sha256:87d0470140668b70af96fc96e1732b328ef44434163c94d89b7836e275fbf4cd
// xzufi-nachrichten.xsd sha256:53e580d136d4e019f9ee92408a084e556f5ffe69d5bcde4bca4de1792a219844
// xzufi-objekte.xsd sha256:b1638a0d088ef8678695a9e3e6d1470158a55ce527f551baf3d69acc8a557b23
// xzufi-onlinedienst.xsd sha256:f601f39cdd0c1f364c7f878926b379b60f5e385d637a7a7a51a7a438d5268cca
// xzufi-organisationseinheit.xsd sha256:d96a9bc8a9f3e07ca6b2b0339c70ddd9931e02b2d77921f9ea473ef382d82268
// xzufi-zustaendigkeit.xsd sha256:2271ef9a9e978fc641b6be6cd26313f27784f84e354fd7f0d34de9f5a1501757
// swift-format-ignore-file

import SchemaBinding
import XMLCore

let nsXzufi = XMLNamespace("http://xoev.de/schemata/xzufi/2_2_0", prefix: "xzufi")

/// Alle Typen, deren Elemente Wurzel eines Dokuments sein können.
public let schemaRoots: [any XMLComplex.Type] = [
    Formular.self,
    Gebiet.self,
    Herausgeber.self,
    Kategorie.self,
    Leistung.self,
    NachrichtOffen.self,
    Onlinedienst.self,
    Organisationseinheit.self,
    Spezialisierung.self,
    TransferNachricht.self,
    ZustaendigkeitTransferObjekt.self,
]
