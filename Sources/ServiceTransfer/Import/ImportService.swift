import FIM
import Findings

/// A service that the sources of an import describe, as a choice.
public struct ImportService: Sendable, Hashable {
    /// Its identity at its publisher.
    public let id: XZuFi.Identitaet
    /// Further identities (`idSekundaer`).
    public let weitere: [XZuFi.Identitaet]
    /// Its keys.
    public let schluessel: [String]
    /// Its name in German.
    public let name: String
    /// The file it is in.
    public let datei: String

    /// Whether a user means this service by a text: a key, an id, or an id with its agency and scheme as
    /// `agency/scheme/id`.
    func isMeant(by text: String) -> Bool {
        schluessel.contains(text) || id.value == text || id.description == text
    }
}

/// Chooses the services of an import.
struct ImportChoice {
    let services: [ImportService]

    /// The services that the texts name, each once, in their order; without any text the only one there is.
    func chosen(_ wanted: [String]) throws(TransferError) -> [ImportService] {
        guard !wanted.isEmpty else {
            guard services.count > 1 else { return services }
            throw severalServices(
                services,
                Message(
                    de:
                        "Die Quellen beschreiben \(services.count) Leistungen; welche ins Paket soll, ist nicht gesagt.",
                    en: "The sources describe \(services.count) services; which one is to be packed is not said."))
        }
        var result: [ImportService] = []
        for text in wanted {
            let found = services.filter { $0.isMeant(by: text) }
            guard let first = found.first else { throw notFound(text) }
            // The same service delivered twice is one; whether both say the same is checked where it is read.
            guard Set(found.map(\.id)).count == 1 else {
                throw severalServices(
                    found,
                    Message(
                        de: "„\(text)“ passt auf \(found.count) Leistungen.",
                        en: "“\(text)” fits \(found.count) services."))
            }
            if !result.contains(where: { $0.id == first.id }) { result.append(first) }
        }
        return result
    }

    private func severalServices(_ services: [ImportService], _ message: Message) -> TransferError {
        let shown = services.prefix(5).map(Self.line).joined(separator: "; ")
        let rest = services.count > 5 ? "; …" : ""
        return TransferError(
            .init(id: "import.ambiguous-service"), message,
            hint: Message(
                de:
                    "Nennen Sie eine mit --leistung SCHLÜSSEL oder --leistung VERGABESTELLE/SCHEMA/ID (--list zeigt alle): \(shown)\(rest)",
                en:
                    "Name one with --leistung KEY or --leistung AGENCY/SCHEME/ID (--list shows all): \(shown)\(rest)"))
    }

    private func notFound(_ text: String) -> TransferError {
        let near = services.filter { service in
            service.schluessel.contains { $0.hasPrefix(text.prefix(8)) }
                || (text.count > 2 && service.name.lowercased().contains(text.lowercased()))
        }.prefix(3).map(Self.line).joined(separator: "; ")
        return TransferError(
            .init(id: "import.service-not-found"),
            Message(
                de: "Keine der \(services.count) Leistungen der Quellen hat den Schlüssel oder die Kennung „\(text)“.",
                en: "None of the \(services.count) services of the sources has the key or id “\(text)”."),
            hint: near.isEmpty
                ? Message(
                    de: "--list zeigt alle Leistungen der Quellen.", en: "--list shows all services of the sources.")
                : Message(de: "Ähnlich: \(near).", en: "Similar: \(near)."))
    }

    /// A service in one line: key, identity, name.
    static func line(_ service: ImportService) -> String {
        [service.schluessel.first, service.id.description, service.name].compactMap { $0 }.joined(separator: " ")
    }
}
