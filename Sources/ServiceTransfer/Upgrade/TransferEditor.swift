import Archives
import FIM
import Findings
import GRDB
import XMLCore

/// Edits an installed service in the portal: texts, fees, units, values of parameters, whole parts. What is edited stays
/// the municipality's through every upgrade until it decides otherwise.
public struct TransferEditor: Sendable {
    /// One edit.
    public struct Edit: Sendable, Hashable {
        /// What the field becomes.
        public enum Value: Sendable, Hashable {
            /// This text; a whole part becomes its UTF-8.
            case text(String)
            /// These bytes, for whole parts.
            case bytes([UInt8])
            /// What package and profile have.
            case packageValue
            /// Nothing: the field is removed.
            case removed
        }

        /// The field's path; keys may be left out or be given without agency and scheme where that names one field.
        public var path: String
        /// What it becomes.
        public var value: Value

        /// An edit from its parts.
        public init(_ path: String, _ value: Value) {
            self.path = path
            self.value = value
        }

        /// The edits that a file of decisions names: `wert` sets, `ihre` takes what the package has.
        public static func edits(_ decisions: Entscheidungen) -> [Edit] {
            decisions.felder.compactMap { field in
                switch field.wahl {
                case .wert(let text): Edit(field.feld.text, .text(text))
                case .ihre: Edit(field.feld.text, .packageValue)
                case .unsere, .offen: nil
                }
            }
        }
    }

    /// Which service is edited, by whom, and when.
    public struct Options: Sendable {
        /// The service.
        public var service: ServiceAddress
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String
        /// How conflicts are decided when a parameter changes that stands in a text that was edited, too.
        public var merge: MergeRules
        /// The profile, for services that a version of the store installed that did not keep it.
        public var profile: Portalprofil?
        /// Called between the writes of the transaction. Tests stop or kill the process here.
        package var faultPoint: (@Sendable (String) -> Void)?

        /// Options from their parts.
        public init(
            service: ServiceAddress, actor: String, moment: String, merge: MergeRules = MergeRules(),
            profile: Portalprofil? = nil
        ) {
            self.service = service
            self.actor = actor
            self.moment = moment
            self.merge = merge
            self.profile = profile
        }
    }

    /// What editing came to.
    public struct Outcome: Sendable, Hashable {
        /// The fields that changed, those of texts that a parameter stands in among them.
        public let changes: [TransferDiff.Change]
        /// Whether anything changed.
        public var isChanged: Bool { !changes.isEmpty }
    }

    private let options: Options

    /// An editor with options.
    public init(options: Options) { self.options = options }

    /// Does all edits in one transaction, or none.
    ///
    /// - Throws: `transfer.unknown-field`, `transfer.edit-invalid`, `transfer.refused` when a changed parameter meets an
    ///   edited text, and errors of the store. The store is then as it was.
    public func edit(_ edits: [Edit], in store: PortalStore) throws(TransferError) -> Outcome {
        try edit(edits, in: store, .silent)
    }

    func edit(
        _ edits: [Edit], in store: PortalStore, _ monitor: TransferMonitor
    ) throws(TransferError) -> Outcome {
        try store.write { db in
            let municipality = try options.service.municipality(in: db, path: store.path)
            guard let before = try db.serviceState(of: options.service.kennung, in: municipality.id) else {
                throw options.service.notInstalled(in: municipality, path: store.path)
            }
            let service = try InstalledService(state: before, db: db)
            var after = before
            try PartEditor(service: service).apply(edits.filter { !Self.isParameter($0) }, to: &after, db)
            let parameterEdits = edits.filter(Self.isParameter)
            if !parameterEdits.isEmpty {
                try rebind(&after, parameterEdits, service, municipality, db, path: store.path)
            }
            guard after != before else { return Outcome(changes: []) }
            let changes = try StateDifference(blob: { try db.requiredBlob($0) }).changes(from: before, to: after)
            let change = ServiceChange(
                actor: options.actor, moment: options.moment, municipality: municipality,
                kennung: options.service.kennung, vorgang: "bearbeiten",
                einzelheiten: changes.map { "feld \($0.path)" }, faultPoint: options.faultPoint, monitor: monitor)
            try change.write(after, to: db, path: store.path)
            return Outcome(changes: changes)
        }
    }

    private static func isParameter(_ edit: Edit) -> Bool { edit.path.hasPrefix(FieldPath.parameterPrefix) }

    /// A parameter stands in texts: the parts are bound again, and what was edited in them is merged with that.
    private func rebind(
        _ after: inout ServiceState, _ edits: [Edit], _ service: InstalledService, _ municipality: StoredMunicipality,
        _ db: Database, path: String
    ) throws {
        let package = try service.package()
        let profile = try service.profile(given: options.profile)
        var state = try PlanningState(db, package, profile, path: path)
        state.parts = after.storedParts
        state.parameters = try ParameterEditor(package: package, profile: profile).apply(edits, to: state.parameters)
        let planner = TransferPlanner(
            options: .init(sameService: .adopt, allowsDowngrade: true, confirmsBreaking: true, merge: options.merge))
        let draft = try planner.draft(PreparedPackage(package), profile, state)
        guard draft.plan.isApplicable else { throw TransferApplier.refused(draft.plan) }
        var new = try StateBuilder(
            draft: draft, package: package, profile: profile, actor: after.installiertVon, moment: after.installiertAm
        ).build(in: db)
        new.signatur = after.signatur
        after = new
    }
}

/// What the store holds of an installed service, read as far as an edit needs it.
struct InstalledService {
    let state: ServiceState
    let db: Database
    let manifest: Dienstpaket

    init(state: ServiceState, db: Database) throws {
        self.state = state
        self.db = db
        let bytes = try db.requiredBlob(state.digest)
        guard let manifest = try ManifestReader().read(bytes, file: Dienstpaket.fileName).manifest else {
            throw TransferError(
                .manifestInvalid,
                Message(de: "Das Paket im Speicher ist beschädigt.", en: "The stored package is damaged."),
                hint: Message(de: "Spielen Sie die letzte Sicherung ein.", en: "Restore the last backup."))
        }
        self.manifest = manifest
    }

    /// The package with some of its parts, by part, as `bytes` gives them.
    func package(
        parts: Set<String>? = nil, _ bytes: (ServiceState.Part) throws -> [UInt8]
    ) throws -> LoadedPackage {
        var files = [Dienstpaket.fileName: try db.requiredBlob(state.digest)]
        for part in state.teile where parts?.contains(part.id) ?? true { files[part.pfad] = try bytes(part) }
        return LoadedPackage(
            manifest: manifest, contents: PackageContents(name: state.kennung, isArchive: false, files: files),
            findings: [])
    }

    /// The package as it was installed.
    func package() throws -> LoadedPackage { try package { try db.requiredBlob($0.original) } }

    /// The profile that the service is bound to.
    func profile(given: Portalprofil?) throws -> Portalprofil {
        if let given, given.digest == state.profil { return given }
        if let bytes = try db.blob(state.profil),
            let profile = try ProfileReader().read(bytes, file: "portalprofil").profile
        {
            return profile
        }
        throw TransferError(
            .profileInvalid,
            Message(
                de: "Das Profil, mit dem der Dienst eingerichtet wurde, ist nicht im Speicher.",
                en: "The profile with which the service was set up is not in the store."),
            hint: Message(
                de:
                    "Übertragen Sie das Paket einmal neu (transfer apply) oder geben Sie dieses Profil mit --profile an.",
                en: "Transfer the package once more (transfer apply) or name that profile with --profile."))
    }
}

extension ServiceState {
    var storedParts: [StoredPart] {
        teile.map {
            StoredPart(
                id: $0.id, rolle: $0.rolle, pfad: $0.pfad, original: $0.original, gebunden: $0.gebunden, lokal: $0.lokal
            )
        }
    }
}

/// Sets parameters to the municipality's own values.
struct ParameterEditor {
    let package: LoadedPackage
    let profile: Portalprofil

    func apply(_ edits: [TransferEditor.Edit], to stored: [StoredParameter]) throws -> [StoredParameter] {
        var parameters = stored
        for edit in edits {
            let name = String(edit.path.dropFirst(FieldPath.parameterPrefix.count))
            guard let declaration = package.manifest.parameter.first(where: { $0.name == name }) else {
                throw unknown(name)
            }
            var item = parameters.first { $0.name == name } ?? StoredParameter(name: name, bound: nil)
            switch edit.value {
            case .packageValue:
                item.isLocal = false
                item.local = nil
            case .removed: try set(&item, nil, declaration)
            case .text(let text):
                let value = ResolvedParameter(
                    name: name, wert: declaration.geheim ? nil : text, geheimnisverweis: declaration.geheim ? text : nil
                )
                try set(&item, value, declaration)
            case .bytes:
                throw TransferError(
                    .editInvalid, at: Location(path: edit.path),
                    Message(
                        de: "Der Wert eines Parameters ist ein Text, keine Datei.",
                        en: "The value of a parameter is a text, not a file."), hint: nil)
            }
            parameters.removeAll { $0.name == name }
            parameters.append(item)
        }
        return parameters.sorted { $0.name < $1.name }
    }

    private func set(
        _ item: inout StoredParameter, _ value: ResolvedParameter?, _ declaration: ParameterDeklaration
    ) throws {
        let resolver = ParameterResolver(package: package, profile: profile)
        if let problem = resolver.problem(of: value, declaration) {
            throw TransferError(
                .editInvalid, at: Location(path: FieldPath.parameterPrefix + item.name), problem.text.message,
                hint: problem.hint.message)
        }
        item.isLocal = value != item.bound
        item.local = value == item.bound ? nil : value
    }

    private func unknown(_ name: String) -> TransferError {
        let known = package.manifest.parameter.map(\.name).joined(separator: ", ")
        return TransferError(
            .unknownField, at: Location(path: FieldPath.parameterPrefix + name),
            Message(
                de: "Das Paket hat keinen Parameter „\(name)“.", en: "The package has no parameter “\(name)”."),
            hint: Message(de: "Es gibt: \(known).", en: "There are: \(known)."))
    }
}
