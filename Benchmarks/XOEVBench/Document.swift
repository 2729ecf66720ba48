import Foundation

/// A document to measure on.
struct Document {
    var name: String
    var bytes: [UInt8]

    /// A register of persons as an XÖV message would carry it: short elements, some attributes, German text.
    static func register(megabytes: Int) -> Document {
        var text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<m:register.0101 xmlns:m=\"urn:beispiel:register:1.0\">\n"
        var number = 0
        while text.utf8.count < megabytes * 1_000_000 {
            number += 1
            text += """
                  <m:eintrag id="e\(number)" stand="2026-11-23">
                    <m:name><m:familienname>Müller-Lüdenscheidt</m:familienname><m:vorname>Jürgen</m:vorname></m:name>
                    <m:anschrift>
                      <m:strasse>Am Abdinghof</m:strasse><m:hausnummer>\(number % 300)</m:hausnummer>
                      <m:postleitzahl>33098</m:postleitzahl><m:ort>Paderborn</m:ort>
                    </m:anschrift>
                    <m:gemeinde listURI="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs" \
                listVersionID="2026-04-30"><code>057740032032</code></m:gemeinde>
                    <m:bemerkung>Antrag &amp; Anlage geprüft, Bescheid versandt</m:bemerkung>
                  </m:eintrag>

                """
        }
        text += "</m:register.0101>\n"
        return Document(name: "register", bytes: Array(text.utf8))
    }

    /// A message of the corpus with one of its records repeated, or nil without the corpus.
    static func xdomea(megabytes: Int) -> Document? {
        let corpus = ProcessInfo.processInfo.environment["XOEV_CORPUS"] ?? "../shared/corpus"
        let folder = corpus + "/xdomea/3.0.0/messages"
        guard
            let file = try? FileManager.default.subpathsOfDirectory(atPath: folder)
                .filter({ $0.contains("0503") && $0.hasSuffix(".xml") }).min(),
            let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8),
            let open = text.range(of: "<xdomea:Schriftgutobjekt>"),
            let close = text.range(of: "</xdomea:Schriftgutobjekt>", options: .backwards)
        else { return nil }
        let record = String(text[open.lowerBound..<close.upperBound])
        let count = max(1, megabytes * 1_000_000 / record.utf8.count)
        let whole =
            text[..<open.lowerBound] + String(repeating: record, count: count) + text[close.upperBound...]
        return Document(name: "xdomea 0503", bytes: Array(whole.utf8))
    }
}
