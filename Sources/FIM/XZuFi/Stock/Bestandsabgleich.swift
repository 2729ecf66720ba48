import Findings

extension XZuFi {
    /// What tells an object of a stock from all others: its kind and its identity. A unit and a service may have ids that
    /// are otherwise equal.
    public struct Objektschluessel: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The kind.
        public var art: Objektart
        /// The id, with who gave it and in which scheme.
        public var identitaet: Identitaet

        /// A key from its parts.
        public init(_ art: Objektart, _ identitaet: Identitaet) {
            self.art = art
            self.identitaet = identitaet
        }

        /// `leistung L100042/schema/4711`.
        public var description: String { "\(art.rawValue) \(identitaet)" }

        /// The order for lists: by kind, then by identity.
        public static func < (left: Self, right: Self) -> Bool {
            (left.art.rawValue, left.identitaet) < (right.art.rawValue, right.identitaet)
        }
    }

    /// What a delivery means for what is not in it.
    public enum Lieferart: String, Sendable, Hashable, CaseIterable {
        /// The whole stock of the publisher: what is not in it is deleted (how the PVOG takes an index).
        case vollbestand
        /// Only what changed: what is not in it stays.
        case delta
    }

    /// What a delivery does to a stock, before it is done.
    public struct Bestandsabgleich: Sendable, Hashable {
        /// What is new.
        public var neu: [Objektschluessel]
        /// What is replaced by something else.
        public var geaendert: [Objektschluessel]
        /// What is replaced by the same.
        public var unveraendert: [Objektschluessel]
        /// What is deleted, because it is said so or because it is missing from a full stock.
        public var geloescht: [Objektschluessel]

        /// Compares a delivery with the stock it goes to. The digests say whether two versions of an object are the same.
        ///
        /// - Parameters:
        ///   - bestand: The digests of what is there.
        ///   - geschrieben: The digests of what the delivery writes.
        ///   - geloescht: What the delivery deletes in words (`loesche`).
        public init(
            bestand: [Objektschluessel: String], geschrieben: [Objektschluessel: String],
            geloescht deletions: Set<Objektschluessel> = [], lieferart: Lieferart
        ) {
            neu = geschrieben.keys.filter { bestand[$0] == nil }.sorted()
            geaendert = geschrieben.filter { bestand[$0.key].map { [digest = $0.value] in $0 != digest } ?? false }
                .keys.sorted()
            unveraendert = geschrieben.filter { bestand[$0.key] == $0.value }.keys.sorted()
            let gone =
                switch lieferart {
                case .vollbestand: bestand.keys.filter { geschrieben[$0] == nil }
                case .delta: bestand.keys.filter { deletions.contains($0) && geschrieben[$0] == nil }
                }
            geloescht = gone.sorted()
        }

        /// Refuses to delete what nobody said may be deleted: an incomplete index deletes a publisher's objects.
        ///
        /// - Throws: `XZuFiError.Code.deletesRefused` when something would be deleted and `allowDeletes` is false.
        public func requireDeletesAllowed(_ allowDeletes: Bool) throws(XZuFiError) {
            guard !allowDeletes, !geloescht.isEmpty else { return }
            let first = geloescht.prefix(3).map(\.description).joined(separator: ", ")
            throw XZuFiError(
                .deletesRefused,
                geloescht.count == 1
                    ? Message(
                        de: "Die Lieferung würde ein Objekt löschen: \(first).",
                        en: "The delivery would delete one object: \(first).")
                    : Message(
                        de: "Die Lieferung würde \(geloescht.count) Objekte löschen, darunter \(first).",
                        en: "The delivery would delete \(geloescht.count) objects, among them \(first)."),
                hint: Message(
                    de:
                        "Wenn das gewollt ist, --allow-deletes angeben; sonst den Index vervollständigen oder als Delta liefern.",
                    en: "If that is intended, pass --allow-deletes; else complete the index or deliver a delta."))
        }
    }
}
