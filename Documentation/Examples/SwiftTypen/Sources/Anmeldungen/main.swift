import Basis
import Hundesteuer
import SchemaBinding

// Reads a registration of dogs, adds a remark, writes it again.
let file = CommandLine.arguments.dropFirst().first ?? "hundesteuer.anmeldung.0101.xml"
var anmeldung = try XMLValueDecoder().decode(HundesteuerAnmeldung0101.self, from: .file(file)).value
let halter: Basis.Person = anmeldung.halter
anmeldung.bemerkung = try Freitext("Geprüft: \(anmeldung.hund.count) Hunde")
precondition(anmeldung.halter == halter)
print(String(decoding: try XMLValueEncoder().encode(anmeldung), as: UTF8.self))
