import Archives
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import XMLCore

extension XZuFi {
    /// Reads a stock from a folder as a collector of the portal federation would, and checks whether it is complete:
    /// the index and the files it names, each file against the schema and by its content, then what only shows when all
    /// files are seen: ids that come twice, references that lead nowhere, circles, gaps in the transaction.
    ///
    ///     let (stock, results) = XZuFi.Bestandspruefung(options).read(folder: "export")
    public struct Bestandspruefung: Sendable {
        /// How to read and what to check.
        public struct Options: Sendable {
            /// The index file's name in the folder.
            public var index: String
            /// What the delivery means. In a delta, references may go to objects that are there already.
            public var lieferart: Lieferart
            /// The schemas to check every file with; nil leaves that out.
            public var schemas: SchemaCatalogue?
            /// Whether texts, language codes and order are checked in every object.
            public var checksContent: Bool
            /// What is there already, to which references of a delta may go.
            public var bestand: Bestand?
            /// How many findings are kept for a file, and for the stock; further ones are counted.
            public var maxFindings: Int
            /// What is accepted at the most in a file.
            public var limits: XMLLimits

            /// Options from their parts.
            public init(
                index: String = "index.txt", lieferart: Lieferart = .vollbestand, schemas: SchemaCatalogue? = nil,
                checksContent: Bool = true, bestand: Bestand? = nil, maxFindings: Int = 200,
                limits: XMLLimits = .standard
            ) {
                self.index = index
                self.lieferart = lieferart
                self.schemas = schemas
                self.checksContent = checksContent
                self.bestand = bestand
                self.maxFindings = max(1, maxFindings)
                self.limits = limits
            }
        }

        let options: Options

        /// A check.
        public init(_ options: Options = Options()) { self.options = options }

        /// Reads and checks the stock in a folder. The first result is about the stock as a whole, the others about its
        /// files.
        public func read(folder: String) -> (bestand: Bestand, results: [CheckResult]) {
            read(folder: folder) { _ in }
        }

        /// As `read(folder:)`; `each` is told the name of each file before it is read, and can end the check.
        package func read<Stop: Error>(
            folder: String, each: (String) throws(Stop) -> Void
        ) throws(Stop) -> (bestand: Bestand, results: [CheckResult]) {
            var stock = Bestand()
            var whole = FindingCollector(options.maxFindings)
            let indexPath = folder + "/" + options.index
            let index: Index
            do throws(XZuFiError) {
                index = try Self.index(indexPath)
            } catch {
                let result = CheckResult(
                    subject: folder, layers: [Layer(name: "index", outcome: .failed)], findings: [error.finding],
                    isUnreadable: error.code == .notReadable)
                return (stock, [result])
            }
            let present = Self.names(in: folder)
            checkIndex(index, present, indexPath, &whole)
            var results: [CheckResult] = []
            for name in index.dateien where Self.isPlain(name) && present.contains(name) {
                try each(name)
                results.append(read(name, in: folder, into: &stock, &whole))
            }
            let indexFailed = whole.hasErrors
            checkTransaction(stock, folder, &whole)
            checkReferences(stock, folder, &whole)
            let failed = whole.hasErrors
            let layers = [
                Layer(name: "index", outcome: indexFailed ? .failed : .passed),
                Layer(name: "stock", outcome: failed ? .failed : .passed),
            ]
            let facts = [
                CheckResult.Fact("files", String(stock.dateien.count)),
                CheckResult.Fact("objects", String(stock.eintraege.count)),
                CheckResult.Fact("deletions", String(stock.loeschungen.count)),
            ]
            let result = CheckResult(
                subject: folder, facts: facts, layers: layers, findings: whole.findings,
                suppressedFindings: whole.suppressed)
            return (stock, [result] + results)
        }

        /// Reads an index file.
        ///
        /// - Throws: `XZuFiError` when there is none or it names no file.
        public static func index(_ path: String) throws(XZuFiError) -> Index {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw XZuFiError(
                    .notReadable, at: Location(file: path),
                    Message(de: "Die Indexdatei gibt es nicht.", en: "There is no index file."),
                    hint: Message(
                        de: "Ohne Index holt ein Sammlerdienst nichts ab; einen anderen Namen nennt --index.",
                        en: "Without an index a collector fetches nothing; --index names another file."))
            }
            return try Index(text: String(decoding: data, as: UTF8.self), name: path)
        }

        static func names(in folder: String) -> Set<String> {
            Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        }

        /// Whether a name of an index is that of a file beside it, and nothing that leads elsewhere.
        public static func isPlain(_ name: String) -> Bool {
            !name.contains("/") && !name.contains("\\") && name != "." && name != ".."
        }

        // MARK: The index

        private func checkIndex(
            _ index: Index, _ present: Set<String>, _ path: String, _ whole: inout FindingCollector
        ) {
            let place = Location(file: path)
            for name in index.dateien where !Self.isPlain(name) {
                whole.add(
                    "xzufi.index-name", .error, place,
                    Message(
                        de: "Der Index nennt „\(name)“: Das ist keine Datei neben dem Index.",
                        en: "The index names “\(name)”: that is no file beside the index."))
            }
            for name in index.dateien where Self.isPlain(name) && !present.contains(name) {
                let other = present.first { $0.lowercased() == name.lowercased() }
                whole.add(
                    "xzufi.index-file-missing", .error, place,
                    Message(
                        de: "Der Index nennt \(name), die Datei gibt es nicht. Der Import bricht daran ab.",
                        en: "The index names \(name), but there is no such file. The import stops at that."),
                    hint: other.map {
                        Message(
                            de: "Es gibt \($0): Schreibung angleichen.", en: "There is \($0): make the spelling agree.")
                    })
            }
            let named = Set(index.dateien)
            for name in present.sorted() where name.lowercased().hasSuffix(".xml") && !named.contains(name) {
                whole.add(
                    "xzufi.not-in-index", options.lieferart == .vollbestand ? .error : .warning, place,
                    Message(
                        de: "\(name) liegt im Ordner und steht nicht im Index.",
                        en: "\(name) lies in the folder and is not in the index."),
                    hint: options.lieferart == .vollbestand
                        ? Message(
                            de:
                                "Was darin steht, würde aus dem Bestand gelöscht: in den Index aufnehmen oder die Datei entfernen.",
                            en:
                                "What is in it would be deleted from the stock: put it into the index or remove the file."
                        )
                        : nil)
            }
        }

        // MARK: A file

        private func read(
            _ name: String, in folder: String, into stock: inout Bestand, _ whole: inout FindingCollector
        ) -> CheckResult {
            let path = folder + "/" + name
            var layers: [Layer] = []
            var own = FindingCollector(options.maxFindings)
            if let schemas = options.schemas {
                let validator = DocumentValidator(
                    schemas,
                    options: DocumentValidator.Options(limits: options.limits, maxFindings: options.maxFindings))
                let result = validator.validate(.file(path))
                layers += result.layers
                own.findings += result.findings
                own.suppressed += result.suppressedFindings
                if result.isUnreadable {
                    return CheckResult(subject: path, layers: layers, findings: own.findings, isUnreadable: true)
                }
            }
            do throws(XZuFiError) {
                try records(of: path, name, &stock, &own, &whole)
            } catch {
                own.add(error.finding)
                return CheckResult(
                    subject: path, layers: layers + [Layer(name: "content", outcome: .failed)], findings: own.findings,
                    suppressedFindings: own.suppressed, isUnreadable: error.code == .notReadable)
            }
            layers.append(Layer(name: "content", outcome: own.hasErrors ? .failed : .passed))
            let file = stock.dateien.last
            return CheckResult(
                subject: path,
                facts: [
                    .init("standard", "XZuFi"), .init("version", file?.version.rawValue ?? ""),
                    .init("records", String(file?.saetze ?? 0)),
                ], layers: layers, findings: own.findings, suppressedFindings: own.suppressed)
        }

        private func records(
            of path: String, _ name: String, _ stock: inout Bestand, _ own: inout FindingCollector,
            _ whole: inout FindingCollector
        ) throws(XZuFiError) {
            var reader = try TransferReader(.file(path), name: path, limits: options.limits)
            while true {
                let record: Transfersatz?
                do throws(XZuFiError) {
                    record = try reader.next()
                } catch {
                    guard error.code == .badRecord else { throw error }
                    own.add(error.finding)
                    continue
                }
                switch record {
                case nil:
                    stock.dateien.append(
                        Bestand.Datei(
                            name: name, version: reader.version, transaktionID: reader.transaktionID,
                            transaktionPosition: reader.transaktionPosition, saetze: reader.count))
                    return
                case .schreibe(let object)?:
                    if options.checksContent { own.add(Pruefung.check(object, file: path)) }
                    add(object, path, name, &stock, &whole)
                case .loesche(let deletion)?:
                    for art in deletion.art.map({ [$0] }) ?? Objektart.allCases {
                        stock.loeschungen[Objektschluessel(art, deletion.id.identity)] = name
                    }
                }
            }
        }

        private func add(
            _ object: Objekt, _ path: String, _ name: String, _ stock: inout Bestand, _ whole: inout FindingCollector
        ) {
            // An object without id is told by the check of its content.
            guard let id = object.id, !id.value.isEmpty else { return }
            let key = Objektschluessel(object.art, id.identity)
            let place = Location(file: path, object.element.position)
            if let first = stock.eintraege[key] {
                whole.add(
                    "xzufi.duplicate-id", .error, place,
                    Message(
                        de:
                            "\(key.description) wird zweimal geschrieben, zuerst in \(first.datei), Zeile \(first.position?.line ?? 0).",
                        en:
                            "\(key.description) is written twice, first in \(first.datei), line \(first.position?.line ?? 0)."
                    ),
                    hint: Message(
                        de: "Ein Objekt steht in einer Lieferung genau einmal.",
                        en: "An object is in a delivery exactly once."))
                return
            }
            stock.eintraege[key] = Bestand.Eintrag(
                schluessel: key, name: object.bezeichnung()?.trimmedXML, datei: name, position: object.element.position,
                digest: Self.digest(object.element), verweise: Bestand.verweise(object.element))
            for secondary in object.idSekundaer {
                stock.weitereIdentitaeten.insert(Objektschluessel(object.art, secondary.identity))
            }
        }

        static func digest(_ element: XMLTree.Element) -> String {
            // What cannot be written (a character XML has no place for) cannot have been read either.
            let bytes = try? XMLTree(root: Vergleich.bare(element)).serialized()
            return SHA256Text.digest(bytes ?? [])
        }
    }
}

/// Findings up to a number; further ones are counted.
struct FindingCollector {
    var findings: [Finding] = []
    var suppressed = 0
    private let maximum: Int
    private(set) var hasErrors = false

    init(_ maximum: Int) { self.maximum = maximum }

    mutating func add(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        if findings.count < maximum { findings.append(finding) } else { suppressed += 1 }
    }

    mutating func add(_ many: [Finding]) { for finding in many { add(finding) } }

    mutating func add(
        _ id: FindingID, _ severity: Severity, _ place: Location, _ message: Message, hint: Message? = nil
    ) {
        add(Finding(id, severity, at: place, message, hint: hint))
    }
}
