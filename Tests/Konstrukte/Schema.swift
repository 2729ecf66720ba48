// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// xoev-generate.json sha256:004a8f9db1977cc449263202b673f6d9f3b863368b4876ab813e575771165440
// all.xsd sha256:e4eb8d8ff468830b7868d5d97bd40c400bbd43b4d5036665203c2c7f639fd84d
// attributes.xsd sha256:38f75114700bcaa4af94a5696e900a0e0e0a5ea1771ac3604b451db06ea43ec7
// namespace) sha256:72cc4ca313ca5386272c1a676b5b6454e0f28d76e183c8b282a15f168fedb256
// builtins.xsd sha256:ff8d6f41a77f8c2164ef7c56e3bf00c8d5aa00b7dd32b665ab78c3fef16941eb
// chamaeleon-teil.xsd sha256:937aabc5fe0a04a785d059293db57f9b7a542f8832c7ee3dff7fabb11070e5de
// choice.xsd sha256:736e1e8a7b44e280535a73bfce9afc0873cd22b731b4ca1804fc5dbf5b788c44
// codetypes.xsd sha256:41b2221b9188f002090b361725d0aa6bffffbde0921306621bd0fbeee396f841
// derivation.xsd sha256:80022b40b14e6ce753d406314045a5c4f2c60f38874397122165c1f8930ace3d
// einschraenkung.xsd sha256:0e345f6ab73a749e15de819cf22423e69baae8e527a51e29b557def8da257f79
// enumeration.xsd sha256:8fa4fe57ea194a40357fad30cae09b809da8ad01dd6b8b03d0d255c74d08df7f
// ersetzung-fremd.xsd sha256:b65e7a49ff377f89540d9187326a0f65507e00b1afb22b3d71cbcd4647f9af7a
// ersetzung.xsd sha256:db99ded3e80d6182c6aaea71138014984645c56fb47deb00dc48d6f49005d6cd
// feindlich.xsd sha256:41934a064313064b0d546bc0628683c9fc3bd26a1f0bfe097c69fe8b24be2e8b
// formen.xsd sha256:318e1f4ba72ac1fe1f933e06c4d2e23e6df296621489309c207e2d70c90d4e5c
// fremd.xsd sha256:7c227a943d627f4de7e1cb7f4a16ff6e49cf3456c23e70050fa4698e4c385e34
// groups.xsd sha256:4d19a0765f946cfd25a35ed639f3d5b3aeed156af02e321e1a57447460bfec04
// gruppen.xsd sha256:e49424b948cc487f7c9010ca458a943517d91c79709fd02123dee4db004ccf3c
// ketten.xsd sha256:9c1b4c4b8b536bb091b8ffb38c8e32b049898dd7ad0199500214c7b3196c67f3
// keys.xsd sha256:915ca905d5d3098ff92f591727b98c6cf384419d8251a5c9b308f06a834bdd54
// kreise.xsd sha256:1c72f76cc8c14707607e351570af8cd8d4ba7775b0d890e7669678dae567a327
// lists.xsd sha256:5271c6072c1044bb028160828e6f7767616f0f70c74457c888590faaf292047c
// mixed.xsd sha256:c97d0f4648bc06c2f2cb4a13b4e7191687ef0621ed5a877af1a650a975810aba
// names.xsd sha256:674bed08724acb7f97e67a2c1b1953c7a0fad2efc0675337fcd9ea3f53672d2c
// namespaces.xsd sha256:927be75aade764de65590c78f59d6d70e100fdf2b661cefea5a2ba3e3b3a7284
// nillable.xsd sha256:8f026ae9d37a92116796631bd27c6bee2b6c48b425e71450a506a256ddd68d96
// ohne-namensraum.xsd sha256:76e4273c79edf56ac75335696bc65dfde6e371868a02be47b247548d81e710ed
// recursion.xsd sha256:556d83612955a8e3be85962a1be0873a0f88b91c3c56494b7b119cba9ff83adc
// redefine.xsd sha256:95ee90a35beb6fcda7ac32abebcf61847a438191ed4728aacddef3e545064044
// refined.xsd sha256:a3d7cb11c2e1d70d93f697a1456a5ed2eda0036a1d1a1b7072f00d66b4198181
// schreibung.xsd sha256:6a15a52d848716b018a309499d3ec6e7ded41ff679844ec7a3aa87c3c39ec63c
// sequence.xsd sha256:7d49fe44b7bfd971ed12ac7724dc6d007cefcf2cb31f0636b83d652a4b7dae07
// substitution.xsd sha256:dd36ab63054b9534b671564f021d5bcc4bbc37cbf0f8b692775c04e8b5a25131
// values.xsd sha256:95a719f33924cc4db04cca907fce7d7a0b85c809ff1440d34320bbee2cf170e8
// vereinigungen.xsd sha256:6df6368dd7ed7d34b0a7b6de9badb0f12b7e857be95709c5ee48c018ccf2f1e6
// werte.xsd sha256:1a7104c355e1037b6642b0d02450d1e15ba51aa8343ddbc0e8e1b45ef0c596e2
// wildcards.xsd sha256:61a4ffb3a6863bd108a8d21944d0f916382b2af72453e4a32e244cda39141469
// swift-format-ignore-file

import SchemaBinding
import XMLCore

let nsXml = XMLNamespace("http://www.w3.org/XML/1998/namespace", prefix: "xml")
let nsK = XMLNamespace("urn:swift-xoev:konstrukte", prefix: "k")
let nsF = XMLNamespace("urn:swift-xoev:konstrukte-fremd", prefix: "f")
let nsE = XMLNamespace("urn:swift-xoev:konstrukte:ersetzung", prefix: "e")
let nsK2 = XMLNamespace("urn:swift-xoev:konstrukte:ersetzung-fremd", prefix: "k")
let nsFeindlich = XMLNamespace("urn:swift-xoev:konstrukte:feindlich", prefix: "feindlich")
let nsK3 = XMLNamespace("urn:swift-xoev:konstrukte:formen", prefix: "k")
let nsK4 = XMLNamespace("urn:swift-xoev:konstrukte:gruppen", prefix: "k")
let nsK5 = XMLNamespace("urn:swift-xoev:konstrukte:ketten", prefix: "k")
let nsK6 = XMLNamespace("urn:swift-xoev:konstrukte:kreise", prefix: "k")
let nsK7 = XMLNamespace("urn:swift-xoev:konstrukte:schreibung", prefix: "k")
let nsK8 = XMLNamespace("urn:swift-xoev:konstrukte:vereinigungen", prefix: "k")
let nsK9 = XMLNamespace("urn:swift-xoev:konstrukte:werte", prefix: "k")

/// Alle Typen, deren Elemente Wurzel eines Dokuments sein können.
public let schemaRoots: [any XMLComplex.Type] = [
    Inhalt.self,
    All.self,
    Attributes.self,
    Auto.self,
    Builtins.self,
    Choice.self,
    Codetypes.self,
    Derivation.self,
    Einschraenkung.self,
    Enumeration.self,
    Groups.self,
    Haustier.self,
    Keys.self,
    Lists.self,
    Mixed.self,
    Names.self,
    Namespaces.self,
    Nillable.self,
    Fahrzeug.self,
    Knoten.self,
    Redefine.self,
    Refined.self,
    Sequence2.self,
    Substitution.self,
    Values.self,
    Wildcards.self,
    Ersetzung.self,
    Fremd.self,
    Stufe.self,
    StufeMehr.self,
    Feindlich2.self,
    Formen.self,
    Gruppen.self,
    Ketten.self,
    Kreise.self,
    Schreibung.self,
    Vereinigungen.self,
    Werte.self,
]
