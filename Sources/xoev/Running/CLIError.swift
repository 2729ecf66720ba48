import Findings
import SchemaCodegen
import SchemaModel
import ServiceTransfer

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What goes wrong in the command line itself: files that cannot be written, options that do not fit.
struct CLIError: FindingConvertible {
    /// With which exit code the program ends.
    let exitCode: Findings.ExitCode
    let finding: Finding

    init(
        _ id: FindingID, _ exitCode: Findings.ExitCode, file: String? = nil, _ message: Message, hint: Message? = nil
    ) {
        self.exitCode = exitCode
        finding = Finding(id, at: Location(file: file), message, hint: hint)
    }

    init(_ exitCode: Findings.ExitCode, _ finding: Finding) {
        self.exitCode = exitCode
        self.finding = finding
    }

    static func unwritable(_ path: String, _ error: Int32) -> CLIError {
        let (reason, remedy) = explain(error)
        return CLIError(
            "cli.unwritable", .unreadable, file: path,
            Message(
                de: "Die Datei kann nicht geschrieben werden: \(text: reason.de).",
                en: "The file cannot be written: \(text: reason.en)."),
            hint: remedy)
    }

    static func formatNotSupported(_ format: ReportFormat, known: [ReportFormat]) -> CLIError {
        let names = known.map(\.rawValue).joined(separator: ", ")
        return CLIError(
            "cli.format-not-supported", .usage,
            Message(
                de: "Dieser Befehl kann sein Ergebnis nicht als \(format.rawValue) ausgeben.",
                en: "This command cannot write its result as \(format.rawValue)."),
            hint: Message(de: "Möglich sind: \(names).", en: "Possible are: \(names)."))
    }

    static let standardInputTwice = CLIError(
        "cli.standard-input-twice", .usage,
        Message(
            de: "Die Standardeingabe (-) ist mehrmals genannt.",
            en: "Standard input (-) is named more than once."),
        hint: Message(
            de: "Sie lässt sich nur einmal lesen; nennen Sie - einmal.",
            en: "It can be read only once; name - once."))

    static func exists(_ path: String) -> CLIError {
        CLIError(
            "cli.exists", .usage, file: path,
            Message(de: "Das Ziel gibt es schon.", en: "The target exists already."),
            hint: Message(
                de: "Nennen Sie ein anderes Ziel, oder überschreiben Sie es mit --force.",
                en: "Name another target, or overwrite it with --force."))
    }

    /// Exit codes that do not follow from the form of an identifier.
    private static let byIdentifier: [String: Findings.ExitCode] = [
        "store.missing": .notFound, "store.unknown-municipality": .notFound, "store.unknown-service": .notFound,
        "store.exists": .usage, "package.already-exists": .usage, "package.manifest-missing": .unreadable,
        "store.not-a-database": .unreadable, "store.not-a-portal-store": .unreadable,
        "store.newer-schema": .unreadable, "store.locked": .unreadable, "store.read-only": .unreadable,
        "store.disk-full": .unreadable, "store.corrupt": .unreadable, "store.failed": .unreadable,
        "trust.unreadable-entry": .unreadable, "transfer.plan-unreadable": .unreadable,
        "transfer.cancelled": .incomplete,
        "codegen.foreign-file": .usage, "codegen.bad-configuration": .unreadable, "codegen.bad-manifest": .unreadable,
        "codegen.unwritable": .unreadable, "codegen.unknown-setting": .unreadable, "codegen.not-a-folder": .usage,
        "codegen.schema-missing": .notFound,
        "json.malformed": .unreadable, "convert.unknown-root": .notFound,
        "import.ambiguous-service": .usage, "stock.portal-missing": .usage, "stock.since-invalid": .usage,
        "decisions.invalid": .unreadable,
        "decisions.unknown-format-version": .unreadable, "transfer.unknown-field": .notFound,
        "rollout.running": .unreadable, "rollout.mismatch": .usage, "rollout.no-profiles": .usage,
        "store.unknown-entry": .notFound, "store.state-unknown": .notFound,
    ]

    /// Everything that an error tells.
    static func findings(of error: any FindingConvertible) -> [Finding] {
        switch error {
        case let error as SchemaError: error.findings
        case let error as GeneratorError: error.findings
        case let error as TransferError where !error.findings.isEmpty: error.findings
        default: [error.finding]
        }
    }

    /// The exit code that tells the class of an error. What was named and is not there is not found.
    static func exitCode(for error: any FindingConvertible) -> Findings.ExitCode {
        let code = classOf(error)
        return code == .unreadable && NamedFile.isMissing(error.finding) ? .notFound : code
    }

    private static func classOf(_ error: any FindingConvertible) -> Findings.ExitCode {
        if let error = error as? CLIError { return error.exitCode }
        if let error = error as? SchemaError {
            switch error.code {
            case .storeNotFound: return .notFound
            case .storeExists: return .findings
            case .storeName: return .usage
            case .storeUnwritable, .unreadable, .notWellFormed: return .unreadable
            // Schemas that cannot be used keep a check from running.
            default: return .incomplete
            }
        }
        let id = error.finding.id.rawValue
        if let known = byIdentifier[id] { return known }
        if id.hasSuffix("not-found") || id.hasSuffix(".unknown") { return .notFound }
        if id.hasPrefix("xml.") || id.hasPrefix("archive.") || id.hasSuffix("unreadable") { return .unreadable }
        return .findings
    }

    /// An errno in words, and what can be done about it.
    private static func explain(_ error: Int32) -> (reason: Message, remedy: Message) {
        switch error {
        case EACCES, EPERM:
            (
                Message(de: "keine Berechtigung", en: "permission denied"),
                Message(
                    de: "Prüfen Sie die Rechte am Ordner, oder nennen Sie einen anderen Ort.",
                    en: "Check the folder's permissions, or name another place.")
            )
        case ENOENT, ENOTDIR:
            (
                Message(de: "den Ordner gibt es nicht", en: "there is no such folder"),
                Message(
                    de: "Legen Sie den Ordner an, oder nennen Sie einen anderen Ort.",
                    en: "Create the folder, or name another place.")
            )
        case EISDIR:
            (
                Message(de: "dort ist ein Ordner", en: "it is a folder"),
                Message(de: "Nennen Sie eine Datei.", en: "Name a file.")
            )
        case ENOSPC, EDQUOT:
            (
                Message(de: "der Datenträger ist voll", en: "no space is left on the device"),
                Message(
                    de: "Schaffen Sie Platz, oder nennen Sie einen anderen Ort.",
                    en: "Make room, or name another place.")
            )
        case EROFS:
            (
                Message(de: "der Datenträger ist schreibgeschützt", en: "the file system is read-only"),
                Message(de: "Nennen Sie einen anderen Ort.", en: "Name another place.")
            )
        default:
            (
                Message(de: "\(String(cString: strerror(error)))", en: "\(String(cString: strerror(error)))"),
                Message(de: "Nennen Sie einen anderen Ort.", en: "Name another place.")
            )
        }
    }
}
