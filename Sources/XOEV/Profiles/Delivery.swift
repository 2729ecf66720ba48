import Archives
import Findings
import Foundation

/// What belongs to a delivery beside the document that is checked: a profile's rules may be about it.
public struct Delivery: Sendable, Hashable {
    /// The list of the delivery's files; nil for the one that lies beside the document.
    public var index: String?
    /// The metadata of the submission (FIT-Connect metadata 1.0.0 to 2.1.0, JSON).
    public var metadata: String?
    /// The content of the signed destination address (FIT-Connect, JSON).
    public var destination: String?
    /// The attachments.
    public var attachments: [String]

    /// A delivery from the paths of its parts.
    public init(index: String? = nil, metadata: String? = nil, destination: String? = nil, attachments: [String] = []) {
        self.index = index
        self.metadata = metadata
        self.destination = destination
        self.attachments = attachments
    }
}

/// What a rule finds when it looks for its subject in a delivery.
enum DeliverySubject {
    /// The part is not at hand, for this reason.
    case missing(Message)
    /// The values, one for each part that has to have one; nil where a part has none.
    case values([String?])
}

/// The metadata of a submission, read once.
struct SubmissionMetadata {
    private let json: Any
    private let file: String

    /// Reads a JSON file.
    init(path: String) throws(ProfileError) {
        file = path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProfileError(
                Finding(
                    "profil.part-unreadable", at: Location(file: path),
                    Message(de: "Die Datei ist nicht lesbar.", en: "The file cannot be read."),
                    hint: Message(de: "Prüfen Sie Pfad und Rechte.", en: "Check path and permissions.")))
        }
        guard let json = try? JSONSerialization.jsonObject(with: data) else {
            throw ProfileError(
                Finding(
                    "profil.part-unreadable", at: Location(file: path),
                    Message(de: "Die Datei ist kein gültiges JSON.", en: "The file is not valid JSON."),
                    hint: Message(
                        de: "Erwartet werden Metadaten oder der Inhalt einer Zustelladresse von FIT-Connect.",
                        en: "Expected are metadata or the content of a destination signature of FIT-Connect.")))
        }
        self.json = json
    }

    /// The value of a rule's subject (Documentation/Formate/Zielprofil.md, section 3), nil for a subject that is unknown.
    func values(_ subject: String) -> [String?]? {
        let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
        let entry = parts.count > 1 ? parts[1] : nil
        switch parts.first {
        case "fachdaten":
            let data = at("contentStructure", "data")
            switch entry {
            case nil: return [text(data, "submissionSchema", "mimeType")]
            case "hash": return [text(data, "hash", "content")]
            case let entry?: return [text(data, "submissionSchema", entry)]
            }
        case "anlage":
            let all = at("contentStructure", "attachments") as? [Any] ?? []
            switch entry {
            case nil: return all.map { text($0, "mimeType") }
            case "hash": return all.map { text($0, "hash", "content") }
            case let entry?: return all.map { text($0, entry) }
            }
        case "leistung": return [text(at("publicServiceType") ?? at("publicService"), entry ?? "identifier")]
        case "zustelladresse":
            let services = at("services") as? [Any] ?? []
            return services.flatMap { service -> [String?] in
                ((service as? [String: Any])?[entry ?? ""] as? [Any] ?? []).map { $0 as? String }
            }
        case "metadaten" where entry == "version":
            // The version stands in the address of the schema: …/metadata/2.1.0/metadata.schema.json.
            let address = text(json, "$schema")
            return [address?.split(separator: "/").dropLast().last.map(String.init)]
        default: return nil
        }
    }

    private func at(_ path: String...) -> Any? {
        var current: Any? = json
        for name in path { current = (current as? [String: Any])?[name] }
        return current
    }

    private func text(_ value: Any?, _ path: String...) -> String? {
        var current = value
        for name in path { current = (current as? [String: Any])?[name] }
        return current as? String
    }
}
