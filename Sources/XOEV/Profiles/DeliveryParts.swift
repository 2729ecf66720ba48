import Archives
import Findings
import Foundation
import SchemaBinding
import XMLCore

/// Why a rule's subject is not at hand.
struct NotAtHand: Error {
    var why: Message
}

/// The parts of a delivery as rules ask for them; files are read when they are first needed.
struct DeliveryParts {
    private let delivery: Delivery
    private let document: XMLSource
    private let bytes: Int
    private var read: [String: Result<SubmissionMetadata, NotAtHand>] = [:]

    init(_ delivery: Delivery, document: XMLSource, bytes: Int) {
        self.delivery = delivery
        self.document = document
        self.bytes = bytes
    }

    /// The values of a subject.
    mutating func values(_ subject: String) -> DeliverySubject {
        let isDestination = subject.hasPrefix("zustelladresse")
        guard let path = isDestination ? delivery.destination : delivery.metadata else {
            let (name, option) = isDestination ? ("zustelladresse", "zustelladresse") : ("metadaten", "metadaten")
            return .missing(
                Message(
                    de: "„\(name)“ liegt nicht vor (--part \(option)=DATEI).",
                    en: "“\(name)” is not at hand (--part \(option)=FILE)."))
        }
        switch json(path) {
        case .failure(let error): return .missing(error.why)
        case .success(let metadata):
            return metadata.values(subject).map { .values($0) }
                ?? .missing(
                    Message(
                        de: "Den Gegenstand „\(subject)“ kennt xoev nicht.",
                        en: "xoev does not know the subject “\(subject)”.")
                )
        }
    }

    /// The media types of a subject. The document is XML; what the metadata say of it counts, where they are at hand.
    mutating func mediaTypes(_ subject: String) -> DeliverySubject {
        if subject == "fachdaten", delivery.metadata == nil { return .values(["application/xml"]) }
        return values(subject)
    }

    /// The sizes of the parts that a subject names.
    func sizes(_ subject: String) -> Result<[(name: String, bytes: Int)], NotAtHand> {
        switch subject {
        case "fachdaten": return .success([(document.name ?? "-", bytes)])
        case "anlage":
            guard !delivery.attachments.isEmpty else { return .failure(Self.noAttachments) }
            return .success(delivery.attachments.map { ($0, size($0)) })
        default:
            return .failure(
                NotAtHand(
                    why: Message(
                        de: "Die Größe von „\(subject)“ ist nicht bekannt.",
                        en: "The size of “\(subject)” is not known.")))
        }
    }

    /// Whether the digests in the metadata have their form and are those of the files.
    mutating func digests(_ subject: String, method: String, pattern: XMLPattern?) -> Result<[Message], NotAtHand> {
        let values: [String?]
        switch self.values(subject + "/hash") {
        case .missing(let why): return .failure(NotAtHand(why: why))
        case .values(let found): values = found
        }
        guard method == "sha512" else {
            return .failure(
                NotAtHand(
                    why: Message(
                        de: "Das Verfahren „\(method)“ kennt xoev nicht.",
                        en: "xoev does not know the method “\(method)”.")))
        }
        var breaches = values.compactMap { value -> Message? in
            guard let value else { return Message(de: "Die Prüfsumme fehlt.", en: "The digest is missing.") }
            return pattern?.matches(value) == false
                ? Message(
                    de: "Die Prüfsumme hat nicht die verlangte Form.",
                    en: "The digest does not have the form that is demanded.")
                : nil
        }
        if subject == "anlage", !values.isEmpty, delivery.attachments.isEmpty, breaches.isEmpty {
            return .failure(Self.noAttachments)
        }
        let known = Set(values.compactMap { $0?.lowercased() })
        for (name, digest) in own(subject) where digest == nil || !known.contains(digest ?? "") {
            breaches.append(
                digest == nil
                    ? Message(de: "\(name) ist nicht lesbar.", en: "\(name) cannot be read.")
                    : Message(
                        de: "Die SHA-512-Prüfsumme von \(name) steht nicht in den Metadaten.",
                        en: "The SHA-512 digest of \(name) is not in the metadata."))
        }
        return .success(breaches)
    }

    /// The files of a subject with their digests; nil for one that cannot be read.
    private func own(_ subject: String) -> [(name: String, digest: String?)] {
        switch subject {
        case "fachdaten": [(document.name ?? "-", document.path.flatMap(digest))]
        case "anlage": delivery.attachments.map { ($0, digest($0)) }
        default: []
        }
    }

    private func digest(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { SHA512Text.digest(Array($0)) }
    }

    private func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    private mutating func json(_ path: String) -> Result<SubmissionMetadata, NotAtHand> {
        if let known = read[path] { return known }
        let result: Result<SubmissionMetadata, NotAtHand>
        do throws(ProfileError) {
            result = .success(try SubmissionMetadata(path: path))
        } catch {
            let message = error.finding.message
            result = .failure(
                NotAtHand(why: Message(de: "\(path): \(text: message.de)", en: "\(path): \(text: message.en)")))
        }
        read[path] = result
        return result
    }

    private static let noAttachments = NotAtHand(
        why: Message(
            de: "Die Anlagen liegen nicht vor (--part anlage=DATEI).",
            en: "The attachments are not at hand (--part anlage=FILE)."))
}

/// Whether a document is in the list of its delivery, and the list is complete.
struct IndexCheck {
    /// What is wrong, or why it could not be checked.
    let result: Result<[Message], NotAtHand>

    init(_ name: String, _ delivery: Delivery, document: String?) {
        let folder = document.map { URL(filePath: $0).deletingLastPathComponent().path }
        guard let path = delivery.index ?? folder.map({ $0 + "/" + name }),
            let data = FileManager.default.contents(atPath: path)
        else {
            result = .failure(
                NotAtHand(
                    why: Message(
                        de: "Neben dem Dokument liegt kein \(name) (sonst --part index=DATEI).",
                        en: "There is no \(name) beside the document (else --part index=FILE).")))
            return
        }
        var text = String(decoding: data, as: UTF8.self)[...]
        if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
        let named = text.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        guard !named.isEmpty else {
            result = .success([
                Message(de: "\(path) nennt keine Datei.", en: "\(path) names no file.")
            ])
            return
        }
        var breaches: [Message] = []
        if let document {
            let own = URL(filePath: document).lastPathComponent
            if !named.contains(own) {
                breaches.append(
                    Message(de: "\(own) steht nicht in \(path).", en: "\(own) is not in \(path)."))
            }
        }
        let home = URL(filePath: path).deletingLastPathComponent()
        let missing = named.filter { !FileManager.default.fileExists(atPath: home.appending(path: $0).path) }
        if !missing.isEmpty {
            let some = missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " …" : "")
            breaches.append(
                Message(
                    de: "\(missing.count) Dateien aus \(path) fehlen: \(some)",
                    en: "\(missing.count) files of \(path) are missing: \(some)"))
        }
        result = .success(breaches)
    }
}
