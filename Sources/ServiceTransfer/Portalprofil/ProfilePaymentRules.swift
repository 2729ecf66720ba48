import Findings
import XMLCore

/// PP-40 to PP-43, PP-50, PP-60 and PP-61: what is paid, how it is booked, and for which services.
extension ProfileRules {
    /// PP-40 to PP-43.
    func epaybl() -> [Finding] {
        guard let part = child(root, "epaybl") else { return [] }
        var findings: [Finding] = []
        if let sign = child(part, "kassenzeichen"), let prefix = attribute(sign, "praefix"),
            let length = attribute(sign, "laenge").flatMap({ Int($0) }), prefix.unicodeScalars.count >= length
        {
            findings.append(
                finding(
                    "profile.kassenzeichen-prefix", at: sign,
                    de:
                        "Das Präfix des Kassenzeichens hat \(prefix.unicodeScalars.count) Zeichen, das ganze Kassenzeichen nur \(length) (PP-42).",
                    en:
                        "The prefix of the Kassenzeichen has \(prefix.unicodeScalars.count) characters, the whole Kassenzeichen only \(length) (PP-42).",
                    hintDE: "Kürzen Sie „praefix“ oder berichtigen Sie „laenge“.",
                    hintEN: "Shorten “praefix” or correct “laenge”."))
        }
        let lengths = children(part, "kontierungsangabe").map { attribute($0, "laenge").flatMap { Int($0) } }
        if let delivery = child(part, "xfinanzDatei") { findings += days(of: delivery) }
        for service in children(part, "dienst") { findings += accounts(of: service, lengths) }
        return findings
    }

    private func days(of delivery: XMLTree.Element) -> [Finding] {
        let days = children(delivery, "tag").map { collapsed($0.text) ?? "" }
        if days.isEmpty, isTrue(attribute(delivery, "erforderlich")) {
            return [
                finding(
                    "profile.xfinanz-days", at: delivery,
                    de: "Eine XFinanz-Datei ist erforderlich, aber kein Tag der Lieferung genannt (PP-43).",
                    en: "An XFinanz file is required, but no day of delivery is named (PP-43).",
                    hintDE: "Ergänzen Sie mindestens einen „tag“ oder setzen Sie erforderlich=\"false\".",
                    hintEN: "Add at least one “tag” or set erforderlich=\"false\".")
            ]
        }
        guard Set(days).count < days.count else { return [] }
        return [
            finding(
                "profile.xfinanz-days", at: delivery,
                de: "Ein Tag der Lieferung von XFinanz-Dateien ist doppelt genannt (PP-43).",
                en: "A day of delivery of XFinanz files is named twice (PP-43).",
                hintDE: "Entfernen Sie den doppelten „tag“.", hintEN: "Remove the second “tag”.")
        ]
    }

    private func accounts(of service: XMLTree.Element, _ lengths: [Int?]) -> [Finding] {
        let package = attribute(service, "paket") ?? ""
        let values = children(service, "kontierungswert")
        guard values.count == lengths.count else {
            return [
                finding(
                    "profile.account-count", at: service,
                    de:
                        "Der Dienst „\(package)“ hat \(values.count) Kontierungswerte, es gibt aber \(lengths.count) Kontierungsangaben (PP-41).",
                    en:
                        "The service “\(package)” has \(values.count) values of accounts, but there are \(lengths.count) Kontierungsangaben (PP-41).",
                    hintDE: "Geben Sie zu jeder „kontierungsangabe“ genau einen „kontierungswert“ an.",
                    hintEN: "Give exactly one “kontierungswert” for each “kontierungsangabe”.")
            ]
        }
        return zip(values, lengths).enumerated().compactMap { index, pair in
            let count = (collapsed(pair.0.text) ?? "").unicodeScalars.count
            guard let length = pair.1, count != length else { return nil }
            return finding(
                "profile.account-length", at: pair.0,
                de:
                    "Der \(index + 1). Kontierungswert des Dienstes „\(package)“ hat \(count) statt \(length) Zeichen (PP-40).",
                en:
                    "Value \(index + 1) of the accounts of the service “\(package)” has \(count) instead of \(length) characters (PP-40).",
                hintDE: "Berichtigen Sie den Wert oder „laenge“ der \(index + 1). Kontierungsangabe.",
                hintEN: "Correct the value or “laenge” of Kontierungsangabe \(index + 1).")
        }
    }

    /// PP-50.
    func pmPayment() -> [Finding] {
        struct Range {
            let package, prefix: String
            let first, last: Int
        }
        var findings: [Finding] = []
        var ranges: [Range] = []
        for service in children(child(root, "pmPayment"), "dienst") {
            guard let first = text(service, "startnummer").flatMap({ Int($0) }),
                let last = text(service, "endnummer").flatMap({ Int($0) })
            else { continue }
            let package = attribute(service, "paket") ?? ""
            guard first <= last else {
                findings.append(
                    finding(
                        "profile.number-range", at: child(service, "endnummer") ?? service,
                        de:
                            "Der Nummernkreis des Dienstes „\(package)“ endet mit \(last) vor seinem Beginn \(first) (PP-50).",
                        en:
                            "The range of numbers of the service “\(package)” ends with \(last) before it begins with \(first) (PP-50).",
                        hintDE: "Berichtigen Sie „startnummer“ oder „endnummer“.",
                        hintEN: "Correct “startnummer” or “endnummer”."))
                continue
            }
            let range = Range(package: package, prefix: text(service, "praefix") ?? "", first: first, last: last)
            let other = ranges.first { $0.prefix == range.prefix && $0.first <= last && first <= $0.last }
            if let other {
                findings.append(
                    finding(
                        "profile.number-range-overlap", at: service,
                        de:
                            "Die Nummernkreise der Dienste „\(other.package)“ und „\(package)“ überlappen sich (PP-50).",
                        en:
                            "The ranges of numbers of the services “\(other.package)” and “\(package)” overlap (PP-50).",
                        hintDE: "Geben Sie einem der beiden ein anderes „praefix“ oder einen freien Nummernkreis.",
                        hintEN: "Give one of the two another “praefix” or a free range."))
            }
            ranges.append(range)
        }
        return findings
    }

    /// PP-60 and PP-61.
    func services() -> [Finding] {
        children(child(root, "dienste"), "dienst").flatMap { service -> [Finding] in
            let package = attribute(service, "paket") ?? ""
            let platforms = ["epaybl", "pmPayment"].filter { isTrue(attribute(service, $0)) }
            var findings = platforms.filter { child(root, $0) == nil }.map { platform in
                finding(
                    "profile.payment-not-connected", at: service,
                    de:
                        "Der Dienst „\(package)“ wird über \(platform) bezahlt, das Profil hat aber keinen Teil „\(platform)“ (PP-61).",
                    en:
                        "The service “\(package)” is paid through \(platform), but the profile has no part “\(platform)” (PP-61).",
                    hintDE: "Ergänzen Sie den Teil „\(platform)“ oder setzen Sie \(platform)=\"false\".",
                    hintEN: "Add the part “\(platform)” or set \(platform)=\"false\".")
            }
            if platforms.count == 2 {
                findings.append(
                    finding(
                        "profile.two-payments", at: service,
                        de: "Der Dienst „\(package)“ wird zugleich über ePayBL und pmPayment bezahlt (PP-60).",
                        en: "The service “\(package)” is paid through ePayBL and pmPayment at once (PP-60).",
                        hintDE: "Setzen Sie „epaybl“ oder „pmPayment“ auf false.",
                        hintEN: "Set “epaybl” or “pmPayment” to false."))
            }
            return findings
        }
    }
}
