import Archives
import FIM
import Findings
import XMLCore

/// Makes the skeleton of a package from what a municipality has of a service: its description in XZuFi (transfer files,
/// single objects, a stock with its index), forms in XDatenfelder 2.0 or 3.0.0, code lists, processes and process
/// templates of the OZG-Hub. What no source says comes back as tasks, in the package as `TODO.md` and `todo.json`.
///
///     let outcome = try PackageImporter(options: options).run(["bestand/", "formular.xml"])
///     try outcome.write(to: "hundesteuer")
///
/// Nothing is guessed in silence: what was concluded is a task to confirm, and what belongs to the town it comes from
/// (links, parameters, delivery addresses) becomes a parameter without value.
public struct PackageImporter: Sendable {
    /// What is imported and how the package is called.
    public struct Options: Sendable {
        /// Which services: a key, an id, or `agency/scheme/id` each. The only one of the sources where it is empty.
        public var leistungen: [String]
        /// Forms to take besides those that the sources link, by id (`S…`), with or without version.
        public var formulare: [String]
        /// The package's identifier; derived from publisher and name where it is nil.
        public var kennung: String?
        /// The package's version.
        public var version: SemanticVersion
        /// The name of who publishes the package; that of the service's publisher where it is nil.
        public var herausgeber: String?
        /// The publisher's Amtlicher Regionalschlüssel; from its area where it is nil.
        public var ars: String?
        /// The licence as an SPDX expression; a task where it is nil.
        public var lizenz: String?
        /// The name of the portal it comes from; the sender of the transfer where it is nil.
        public var portal: String?
        /// The address of the portal it comes from; links that begin with it are rewritten for each target.
        public var adresse: String?
        /// The moment that is written as `erstellt`: `xs:dateTime` with a zone. There is no clock inside.
        public var erstellt: String
        /// How many files and bytes are read at the most; for archives also how much they may unpack.
        public var limits: ArchiveLimits
        /// What a document may be.
        public var xmlLimits: XMLLimits

        /// Options from their parts.
        public init(
            leistungen: [String] = [], formulare: [String] = [], kennung: String? = nil,
            version: SemanticVersion? = nil, herausgeber: String? = nil, ars: String? = nil, lizenz: String? = nil,
            portal: String? = nil, adresse: String? = nil, erstellt: String,
            limits: ArchiveLimits = ArchiveLimits(maxEntries: 100_000), xmlLimits: XMLLimits = .standard
        ) throws(TransferError) {
            self.leistungen = leistungen
            self.formulare = formulare
            self.kennung = kennung
            self.version = if let version { version } else { try SemanticVersion("0.1.0") }
            self.herausgeber = herausgeber
            self.ars = ars
            self.lizenz = lizenz
            self.portal = portal
            self.adresse = adresse
            self.erstellt = erstellt
            self.limits = limits
            self.xmlLimits = xmlLimits
        }
    }

    /// A skeleton that has not been written yet.
    public struct Outcome: Sendable {
        /// The files of the package.
        public let contents: PackageContents
        /// Its table of contents.
        public let manifest: Dienstpaket
        /// What is left to do.
        public let todos: [ImportTodo]
        /// Where its parts come from.
        public let origins: [ImportOrigin]
        /// What was found in the sources and not used.
        public let notes: [Finding]
        /// What `PackageVerifier` says of it.
        public let verification: CheckResult

        /// Writes the package into a folder that does not exist yet or is empty: whole or not at all.
        public func write(to folder: String) throws(TransferError) { try FolderWriter().write(contents, to: folder) }
    }

    private let options: Options

    /// An importer with options.
    public init(options: Options) { self.options = options }

    /// The services that the sources describe.
    public func services(in sources: [String]) throws(TransferError) -> [ImportService] {
        try services(in: sources, .silent)
    }

    func services(in sources: [String], _ monitor: TransferMonitor) throws(TransferError) -> [ImportService] {
        var seen: Set<XZuFi.Identitaet> = []
        return try catalogue(sources, monitor).services.filter { seen.insert($0.id).inserted }
    }

    /// Makes the skeleton. Throws `import.ambiguous-service` and `import.service-not-found` when the choice is not
    /// clear, `import.no-service` when the sources describe none, errors of the sources otherwise.
    public func run(_ sources: [String]) throws(TransferError) -> Outcome { try run(sources, .silent) }

    func run(_ sources: [String], _ monitor: TransferMonitor) throws(TransferError) -> Outcome {
        let catalogue = try catalogue(sources, monitor)
        let chosen: [ImportService]
        if catalogue.services.isEmpty {
            try requireSomething(catalogue, sources)
            chosen = []
        } else {
            chosen = try ImportChoice(services: catalogue.services).chosen(options.leistungen)
        }
        let name = chosen.first?.name
        try monitor.step(.planning, 0, of: 3, name)
        let objects = try ImportedObjects(of: chosen, in: catalogue, limits: options.xmlLimits)
        var builder = try SkeletonBuilder(options: options, catalogue: catalogue)
        try builder.add(chosen, objects)
        try monitor.step(.planning, 1, of: 3, name)
        try builder.addForms()
        try monitor.step(.planning, 2, of: 3, name)
        try builder.addProcesses()
        try monitor.step(.planning, 3, of: 3)
        try monitor.step(.verifying, 0, of: 1, name)
        let outcome = try builder.finish(name: "import")
        try monitor.step(.verifying, 1, of: 1)
        return outcome
    }

    private func catalogue(
        _ sources: [String], _ monitor: TransferMonitor
    ) throws(TransferError) -> ImportCatalogue {
        if let ars = options.ars {
            do throws(KeyError) { _ = try ARS(ars) } catch { throw TransferError(wrapping: error) }
        }
        if let kennung = options.kennung, !PackageInitializer.isKennung(kennung) {
            throw PackageInitializer.notAKennung(kennung)
        }
        var files = ImportFiles(limits: options.limits)
        for source in sources { try files.add(source) }
        return try ImportCatalogue(files, options: options, monitor)
    }

    /// Without a description a package can still be made of forms or templates, when the key of the service is said.
    private func requireSomething(_ catalogue: ImportCatalogue, _ sources: [String]) throws(TransferError) {
        let hasParts = !catalogue.forms.isEmpty || !catalogue.templates.isEmpty
        if hasParts, let key = options.leistungen.first {
            do throws(KeyError) { _ = try Leistungsschluessel(key) } catch { throw TransferError(wrapping: error) }
            return
        }
        throw TransferError(
            .init(id: "import.service-not-found"), at: Location(file: sources.first),
            Message(
                de: "Die Quellen beschreiben keine Leistung.", en: "The sources describe no service."),
            hint: hasParts
                ? Message(
                    de: "Nennen Sie mit --leistung den Schlüssel der Leistung, für die Formulare und Vorlagen sind.",
                    en: "Name with --leistung the key of the service that forms and templates are for.")
                : Message(
                    de: "Nennen Sie eine XZuFi-Datei mit einer Leistung oder einen Ordner mit solchen Dateien.",
                    en: "Name a file of XZuFi with a service, or a folder with such files."))
    }
}
