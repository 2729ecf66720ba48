import ArgumentParser
import CodeLists
import FIM
import Findings
import Foundation
import SchemaModel
import XMLCore
import XOEV

/// A character set by a name that can be typed.
struct CharacterSetName: ExpressibleByArgument, Sendable {
    let set: NormedCharacterSet

    private static let names: [(name: String, set: NormedCharacterSet)] = [
        ("din91379-a", .din91379A), ("din91379-b", .din91379B), ("din91379-c", .din91379C),
        ("din91379-d", .din91379D), ("din91379-e", .din91379E), ("dinspec91379-a", .dinSpec91379A),
        ("dinspec91379-b", .dinSpec91379B), ("dinspec91379-c", .dinSpec91379C), ("dinspec91379-d", .dinSpec91379D),
        ("dinspec91379-e", .dinSpec91379E), ("string-latin", .stringLatin11), ("string-latin-1.1", .stringLatin11),
        ("string-latin-1.2", .stringLatin12),
    ]

    init?(argument: String) {
        guard let known = Self.names.first(where: { $0.name == argument }) else { return nil }
        set = known.set
    }

    static var allValueStrings: [String] { names.map(\.name) }
}

/// A layer of the check that can be asked for.
enum LayerName: String, CaseIterable, ExpressibleByArgument {
    case schema
    case codeLists = "code-lists"
    case characterSets = "character-sets"
    case rules
    case profile
}

/// Layers by their names, separated by commas.
struct LayerNames: ExpressibleByArgument {
    var names: Set<LayerName>

    init?(argument: String) {
        names = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let name = LayerName(rawValue: String(word)) else { return nil }
            names.insert(name)
        }
    }

    static var allValueStrings: [String] { LayerName.allCases.map(\.rawValue) }
}

/// A part of a delivery: which one, and its file.
struct DeliveryPart: ExpressibleByArgument, Equatable {
    enum Kind: String, CaseIterable {
        case index
        case metadata = "metadaten"
        case destination = "zustelladresse"
        case attachment = "anlage"
    }

    var kind: Kind
    var path: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]) else { return nil }
        self.kind = kind
        path = parts[1]
    }
}

/// What `xoev validate` checks beyond the schema.
struct CheckOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The layers to check: \(LayerName.allCases.map(\.rawValue).joined(separator: ", ")). Default: schema and those \
            whose option is given.
            """, valueName: "layer,…"))
    var layers: LayerNames?

    @Option(
        help: ArgumentHelp(
            """
            Checks codes against the lists in a file, folder or ZIP archive. May be repeated. With --layers code-lists \
            alone: against the store of lists.
            """, valueName: "path"),
        completion: .file())
    var codeLists: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day on which versions of code lists must be in force. Default: the day the message was made.",
            valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Checks that every text belongs to a character set, such as din91379-c.", valueName: "set"))
    var characterSet: CharacterSetName?

    @Option(
        help: ArgumentHelp(
            """
            Checks what a destination demands: \(DestinationProfile.builtinNames.joined(separator: ", ")), or a file with \
            a profile.
            """, valueName: "name|file"),
        completion: .file())
    var profile: String?

    @Option(
        help: ArgumentHelp(
            """
            What belongs to the delivery, for rules of the profile: index=, metadaten=, zustelladresse= or anlage= and a \
            file. May be repeated.
            """, valueName: "part=file"))
    var part: [DeliveryPart] = []

    func validate() throws {
        if asOf != nil, !wants(.codeLists) {
            throw ValidationError("--as-of needs --code-lists or --layers code-lists.")
        }
        if !part.isEmpty, profile == nil { throw ValidationError("--part needs --profile.") }
        guard let layers else { return }
        for (layer, isGiven, option) in [
            (LayerName.codeLists, !codeLists.isEmpty, "--code-lists"),
            (.characterSets, characterSet != nil, "--character-set"), (.profile, profile != nil, "--profile"),
        ] {
            if isGiven, !layers.names.contains(layer) {
                throw ValidationError("\(option) is given, but --layers leaves \(layer.rawValue) out.")
            }
            if !isGiven, layers.names.contains(layer), layer != .codeLists {
                throw ValidationError("--layers \(layer.rawValue) needs \(option).")
            }
        }
    }

    private func wants(_ layer: LayerName) -> Bool { further.wants(layer) }

    /// What the options ask for.
    var further: FurtherChecks {
        FurtherChecks(
            layers: layers?.names, codeLists: codeLists, asOf: asOf, characterSet: characterSet?.set, profile: profile,
            parts: part)
    }
}

/// What is checked beyond the schema, however the command line was read.
struct FurtherChecks: Equatable {
    /// The layers that are asked for; nil for those whose input is named.
    var layers: Set<LayerName>?
    /// Files, folders and archives of code lists to check codes against.
    var codeLists: [String] = []
    /// The day on which versions of code lists must be in force.
    var asOf: CalendarDate?
    /// The character set to which every text must belong.
    var characterSet: NormedCharacterSet?
    /// The name or the file of a destination's profile.
    var profile: String?
    /// What belongs to the delivery beside the documents.
    var parts: [DeliveryPart] = []

    /// Whether a layer is asked for.
    func wants(_ layer: LayerName) -> Bool {
        if let layers { return layers.contains(layer) }
        return switch layer {
        case .schema: true
        case .codeLists: !codeLists.isEmpty
        case .characterSets: characterSet != nil
        case .rules: false
        case .profile: profile != nil
        }
    }

    /// The options of the check. What is wrong with lists is told, faulty lists are left out.
    func messageOptions(
        maxFindings: Int, limits: XMLLimits, schemas: [String], store: SchemaStore, session: Session
    ) throws -> MessageValidator.Options {
        var options = MessageValidator.Options(
            asOf: asOf, characterSet: characterSet, schematronFiles: try schematron(schemas, store),
            maxFindings: maxFindings, limits: limits)
        if !wants(.rules), !options.schematronFiles.isEmpty {
            let count = options.schematronFiles.count
            session.say(
                Message(
                    de:
                        "Schematron wird nicht unterstützt: \(count) Dateien (*.sch) bei den Schemas bleiben unausgewertet.",
                    en: "Schematron is not supported: \(count) files (*.sch) beside the schemas are not evaluated."))
        }
        if wants(.codeLists) {
            let paths = codeLists.isEmpty ? [session.codeListStore] : codeLists
            let registry =
                codeLists.isEmpty && !FileManager.default.fileExists(atPath: paths[0])
                ? CodeListRegistry() : try CodeListRegistry(paths: paths, session: session)
            for finding in registry.findings { session.tell(finding) }
            options.lists = registry
        }
        if wants(.rules) { options.rules = [XZuFiRules(), XDatenfelderRules()] }
        if let profile {
            options.profile = try DestinationProfile.named(profile)
            options.delivery = try delivery()
        }
        return options
    }

    /// The Schematron files among the schemas that were named; those of the store where rules are asked for.
    private func schematron(_ schemas: [String], _ store: SchemaStore) throws -> [SchematronFile] {
        if !schemas.isEmpty { return schemas.flatMap { SchematronFile.all(of: SchemaSource(path: $0)) } }
        guard wants(.rules) else { return [] }
        return try store.sets().filter { set in set.files.contains { $0.path.lowercased().hasSuffix(".sch") } }
            .flatMap { SchematronFile.all(of: .folder("\(store.path)/\($0.name)")) }
    }

    private func delivery() throws -> Delivery {
        var delivery = Delivery()
        for part in parts {
            guard FileManager.default.fileExists(atPath: part.path) else { throw CLIError.noSuchPath(part.path) }
            switch part.kind {
            case .index: delivery.index = part.path
            case .metadata: delivery.metadata = part.path
            case .destination: delivery.destination = part.path
            case .attachment: delivery.attachments.append(part.path)
            }
        }
        return delivery
    }
}

extension DestinationProfile {
    /// The profile in a file, or the built-in one of a name.
    static func named(_ text: String) throws -> DestinationProfile {
        let isFile = FileManager.default.fileExists(atPath: text)
        return isFile ? try DestinationProfile(.file(text)) : try .builtin(text)
    }
}
