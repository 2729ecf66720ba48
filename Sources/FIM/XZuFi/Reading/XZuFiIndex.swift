import Findings

extension XZuFi {
    /// An index file (`index.txt`): the names of the XZuFi files of a publisher, one a line.
    public struct Index: Sendable, Hashable {
        /// The names, in the order of the file, each once.
        public var dateien: [String]

        /// An index from its names.
        public init(dateien: [String]) { self.dateien = dateien }

        /// Reads an index; lines end with LF or CRLF, blank lines do not count.
        ///
        /// - Throws: `XZuFiError.Code.emptyIndex` when it names no file: taken as a full stock it would delete
        ///   everything the publisher has.
        public init(text: String, name: String? = nil) throws(XZuFiError) {
            var seen: Set<String> = []
            dateien = text.split(whereSeparator: \.isNewline).map { String($0).trimmedXML }
                .map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
                .filter { !$0.isEmpty && seen.insert($0).inserted }
            guard !dateien.isEmpty else {
                throw XZuFiError(
                    .emptyIndex, at: Location(file: name),
                    Message(
                        de: "Die Indexdatei nennt keine einzige Datei.",
                        en: "The index file names not a single file."),
                    hint: Message(
                        de:
                            "Ein leerer Index würde den ganzen Bestand des Herausgebers löschen; den Export wiederholen.",
                        en: "An empty index would delete the publisher's whole stock; repeat the export."))
            }
        }

        /// The index as a file, lines ended by CRLF as the Sammlerdienst gets them.
        public var text: String { dateien.map { $0 + "\r\n" }.joined() }
    }

    /// What a delivery means for what is not in it.
    public enum Lieferart: Sendable, Hashable {
        /// The whole stock of the publisher: what is not in it is deleted.
        case vollbestand
        /// Only what changed: what is not in it stays.
        case delta
    }

    /// What a delivery does to a stock, before it is done.
    public struct Bestandsabgleich: Sendable, Hashable {
        /// What is new.
        public var neu: [Identitaet]
        /// What is replaced.
        public var ersetzt: [Identitaet]
        /// What is deleted, because it is said so or because it is missing from a full stock.
        public var geloescht: [Identitaet]

        /// Compares a delivery with the stock of its publisher.
        ///
        /// - Throws: `XZuFiError.Code.deletesRefused` when something would be deleted and `allowDeletes` is false: an
        ///   incomplete index deletes a publisher's objects, and nobody asked for that.
        public init(
            bestand: Set<Identitaet>, geschrieben: Set<Identitaet>, geloescht deletions: Set<Identitaet> = [],
            lieferart: Lieferart, allowDeletes: Bool
        ) throws(XZuFiError) {
            neu = geschrieben.subtracting(bestand).sorted()
            ersetzt = geschrieben.intersection(bestand).sorted()
            var gone = deletions.intersection(bestand)
            if lieferart == .vollbestand { gone.formUnion(bestand.subtracting(geschrieben)) }
            geloescht = gone.subtracting(geschrieben).sorted()
            guard allowDeletes || geloescht.isEmpty else {
                let first = geloescht.prefix(3).map(\.description).joined(separator: ", ")
                throw XZuFiError(
                    .deletesRefused,
                    Message(
                        de: "Die Lieferung würde \(geloescht.count) Objekte löschen, darunter \(first).",
                        en: "The delivery would delete \(geloescht.count) objects, among them \(first)."),
                    hint: Message(
                        de:
                            "Wenn das gewollt ist, --allow-deletes angeben; sonst den Index vervollständigen oder als Delta liefern.",
                        en: "If that is intended, pass --allow-deletes; else complete the index or deliver a delta."))
            }
        }
    }
}
