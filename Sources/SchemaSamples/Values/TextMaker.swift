import Foundation
import SchemaBinding
import SchemaModel

/// Makes texts of words, within bounds of length.
struct TextMaker {
    private let facets: Facets
    private let builtin: BuiltinType

    init(_ facets: Facets, _ builtin: BuiltinType) {
        self.facets = facets
        self.builtin = builtin
    }

    private static let words = [
        "Amt", "Antrag", "Bescheid", "Gemeinde", "Rathaus", "Straße", "Müller", "Bürger", "Auskunft", "Frist",
        "Behörde", "Größe", "Anlage", "Prüfung", "Verfahren", "Akte", "Hinweis", "Löschung", "Ort", "Übersicht",
    ]

    /// Words for text between child elements and in content that has no type.
    static func word(_ random: inout SampleRandom) -> String { random.pick(words) ?? "Text" }

    func make(_ random: inout SampleRandom) -> String {
        let least = facets.length ?? facets.minLength ?? 0
        let most = facets.length ?? facets.maxLength ?? Int.max
        var text: String
        switch builtin {
        case .language: return random.pick(["de", "en", "de-DE", "fr"]) ?? "de"
        case .anyURI: text = "https://beispiel.example/" + Self.ascii(&random)
        case .qName, .notation, .name, .ncName, .id, .idref, .entity, .nmtoken:
            text = Self.ascii(&random) + "-\(random.below(10_000))"
        default:
            text = Self.word(&random)
            for _ in 0..<random.below(3) { text += " " + Self.word(&random) }
        }
        // Bounds count characters, so they are applied to scalars.
        var scalars = Array(text.unicodeScalars)
        while scalars.count < least, scalars.count < most {
            scalars += Array((builtin == .string ? " " : "").unicodeScalars)
            scalars += Array(Self.ascii(&random).unicodeScalars)
        }
        if scalars.count > most { scalars = Array(scalars.prefix(most)) }
        if scalars.last == " " { scalars[scalars.count - 1] = "x" }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func ascii(_ random: inout SampleRandom) -> String {
        random.pick(["a", "akte", "beispiel", "ort", "teil", "vorgang"]) ?? "a"
    }
}

/// The lexical forms of octets.
enum Octets {
    static func hexadecimal(_ bytes: [UInt8]) -> String { XSDHexBinary(bytes).xmlText }
    static func base64(_ bytes: [UInt8]) -> String { XSDBase64(bytes).xmlText }
}
