import Foundation
import SchemaBinding
import XMLCoder
import XMLCore

func check(_ condition: Bool, _ what: String) {
    guard condition else { fatalError("wrong: \(what)") }
}

/// A register of 2 MB.
var text = "<m:register xmlns:m=\"urn:beispiel:register:1.0\">\n"
var count = 0
while text.utf8.count < 2_000_000 {
    count += 1
    text += """
          <m:eintrag id="e\(count)" stand="2026-11-23">
            <m:familienname>Müller-Lüdenscheidt</m:familienname><m:vorname>Jürgen</m:vorname>
            <m:anschrift>
              <m:strasse>Am Abdinghof</m:strasse><m:hausnummer>\(count % 300)</m:hausnummer>
              <m:postleitzahl>33098</m:postleitzahl><m:ort>Paderborn</m:ort>
            </m:anschrift>
            <m:bemerkung>Antrag &amp; Anlage geprüft, Bescheid versandt</m:bemerkung>
          </m:eintrag>

        """
}
text += "</m:register>\n"
let bytes = Array(text.utf8)
let data = Data(bytes)
let sum = (1...count).reduce(0) { $0 + $1 % 300 }

func time(_ body: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
}

var tables: [Double] = []
var coder: [Double] = []
for _ in 0..<5 {
    try tables.append(
        time {
            let value = try XMLValueDecoder().decode(Tables.Register.self, from: .bytes(bytes)).value
            check(value.eintrag.reduce(0) { $0 + $1.anschrift.hausnummer } == sum, "tables")
            check(value.eintrag[0].bemerkung == "Antrag & Anlage geprüft, Bescheid versandt", "text")
        })
    try coder.append(
        time {
            let value = try XMLDecoder().decode(Coded.Register.self, from: data)
            check(value.eintrag.reduce(0) { $0 + $1.anschrift.hausnummer } == sum, "XMLCoder")
            check(value.eintrag[0].bemerkung == "Antrag & Anlage geprüft, Bescheid versandt", "text")
        })
}
let ours = tables.sorted()[2]
let theirs = coder.sorted()[2]
print("Register, \(bytes.count / 1_000_000) MB, \(count) records (median of 5)")
print(String(format: "  swift-xoev tables: %.1f ms", ours))
print(String(format: "  XMLCoder 0.18.2: %.1f ms, %.0f times as long (goal 25)", theirs, theirs / ours))
