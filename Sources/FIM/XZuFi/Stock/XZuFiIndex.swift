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
}
