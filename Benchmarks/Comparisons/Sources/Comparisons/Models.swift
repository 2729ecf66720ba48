import SchemaBinding
import XMLCore

/// The same register, once for tables as the generator writes them and once for `Codable` with XMLCoder.
enum Tables {
    static let ns = XMLNamespace("urn:beispiel:register:1.0", prefix: "m")

    struct Register: XMLComplex {
        var eintrag: [Eintrag]
        static let rootNames = [ns.name("register")]
        static let xml = XMLTable(Self.self, in: ns) { $0.element("eintrag", \.eintrag) }
    }

    struct Eintrag: XMLComplex {
        var id: String
        var stand: XSDDate
        var familienname: String
        var vorname: String?
        var anschrift: Anschrift
        var bemerkung: String?
        static let xml = XMLTable(Self.self, in: ns) {
            $0.element("familienname", \.familienname)
            $0.element("vorname", \.vorname)
            $0.element("anschrift", \.anschrift)
            $0.element("bemerkung", \.bemerkung)
            $0.attribute("id", \.id)
            $0.attribute("stand", \.stand)
        }
    }

    struct Anschrift: XMLComplex {
        var strasse: String
        var hausnummer: Int
        var postleitzahl: String
        var ort: String
        static let xml = XMLTable(Self.self, in: ns) {
            $0.element("strasse", \.strasse)
            $0.element("hausnummer", \.hausnummer)
            $0.element("postleitzahl", \.postleitzahl)
            $0.element("ort", \.ort)
        }
    }
}

enum Coded {
    struct Register: Codable {
        var eintrag: [Eintrag]
        enum CodingKeys: String, CodingKey { case eintrag = "m:eintrag" }
    }

    struct Eintrag: Codable {
        var id: String
        var stand: String
        var familienname: String
        var vorname: String?
        var anschrift: Anschrift
        var bemerkung: String?
        enum CodingKeys: String, CodingKey {
            case id, stand
            case familienname = "m:familienname"
            case vorname = "m:vorname"
            case anschrift = "m:anschrift"
            case bemerkung = "m:bemerkung"
        }
    }

    struct Anschrift: Codable {
        var strasse: String
        var hausnummer: Int
        var postleitzahl: String
        var ort: String
        enum CodingKeys: String, CodingKey {
            case strasse = "m:strasse"
            case hausnummer = "m:hausnummer"
            case postleitzahl = "m:postleitzahl"
            case ort = "m:ort"
        }
    }
}
