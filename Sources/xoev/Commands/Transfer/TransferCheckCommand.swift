import Archives
import ArgumentParser
import Findings
import Foundation
import ServiceTransfer

/// `xoev transfer check`: how ready municipalities are for a service.
struct TransferCheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tells how ready municipalities are for a service: what is missing, and who supplies it.",
        discussion: """
            For each part of the profile that the service needs, each capability and each parameter: the status 0 \
            (new), 2 (incomplete), 9 (complete) or 10 (confirmed), what is missing, and the contact who supplies it. \
            For several profiles a matrix follows. The exit code is 0 when all are ready, else 1.

            EXAMPLES
              xoev transfer check hundesteuer.dienst --profile soest.xml
              xoev transfer check hundesteuer.dienst --profile profiles/ --matrix matrix.csv --matrix matrix.html
            """)

    static let formats: [ReportFormat] = [.text, .json, .html]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The package: an archive or a folder.", completion: .file())
    var package: String

    @Option(
        help: ArgumentHelp(
            "A portal profile, or a folder of them (*.xml). May be repeated.", valueName: "file|folder"),
        completion: .file())
    var profile: [String]

    @Option(help: ArgumentHelp("Writes the matrix, as .csv or .html. May be repeated.", valueName: "file"))
    var matrix: [String] = []

    @Option(help: ArgumentHelp("Certificates that expire within so many days are told.", valueName: "days"))
    var warningDays = 60

    func validate() throws {
        if profile.isEmpty { throw ValidationError("Name at least one profile with --profile.") }
        for file in matrix where !file.hasSuffix(".csv") && !file.hasSuffix(".html") {
            throw ValidationError("--matrix takes a file that ends with .csv or .html.")
        }
        if warningDays < 0 { throw ValidationError("--warning-days must not be negative.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        for file in matrix { try AtomicFile(file).check() }
        let loaded = try PackageReader().read(package)
        let check = ReadinessCheck(
            loaded, options: ReadinessCheck.Options(now: session.moment, warningDays: warningDays))
        var towns: [Readiness] = []
        var exitCode = Findings.ExitCode.fine
        let items = try InputList(profile).items
        for (index, item) in items.enumerated() {
            session.progress(index, of: items.count, item.name)
            do {
                switch item {
                case .file(let path): towns.append(try check.run(profile: path))
                case .standardInput: throw CLIError.noSuchPath(item.name)
                case .nothing(_, let finding): throw CLIError(.unreadable, finding)
                }
            } catch let error as any FindingConvertible {
                // One bad profile does not hide the others.
                for finding in CLIError.findings(of: error) { session.tell(finding) }
                exitCode = exitCode.combined(
                    withInput: CLIError.exitCode(for: error) == .notFound ? .notFound : .unreadable)
            }
        }
        let matrix = ReadinessMatrix(loaded, towns)
        for file in self.matrix {
            let text = file.hasSuffix(".csv") ? matrix.csv(session.language) : matrix.html(session.language)
            try AtomicFile(file).write(text)
        }
        switch global.format {
        case .json: session.write(try ReadinessJSON(matrix).text(session.language))
        case .html: session.write(matrix.html(session.language))
        default: session.write(ReadinessText(session.language).render(matrix))
        }
        if exitCode != .fine { return exitCode }
        return towns.allSatisfy(\.istBereit) ? .fine : .findings
    }
}

/// Readiness for people.
struct ReadinessText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }

    func render(_ matrix: ReadinessMatrix) -> String {
        var text = ""
        for town in matrix.kommunen { text += render(town, matrix.paket) }
        if matrix.kommunen.count > 1 { text += table(matrix) }
        return text
    }

    private func render(_ town: Readiness, _ package: String) -> String {
        let place = town.kommune.map { name in town.ars.map { "\(name) (ARS \($0))" } ?? name } ?? town.datei
        let verdict =
            town.istBereit
            ? pick("bereit", "ready")
            : pick("nicht bereit, offen: \(town.offen.count)", "not ready, open: \(town.offen.count)")
        var text = SafeText.line("\(place) – \(package): \(verdict)") + "\n"
        var rows: [[String]] = []
        for requirement in town.anforderungen {
            let needs = requirement.fehlt.map { $0[language] }
            // What is complete, and what may be left out and is, needs no line each.
            guard requirement.blockiert || !requirement.hinweise.isEmpty || requirement.kind == .teil else { continue }
            let mark = requirement.blockiert ? "!" : ""
            var detail = requirement.fehlt.isEmpty ? [] : [pick("fehlt: ", "missing: ") + needs.joined(separator: "; ")]
            detail += requirement.hinweise.map { $0[language] }
            if !requirement.fehlt.isEmpty { detail.append("→ " + requirement.ansprechpartner.line(language)) }
            rows.append(["\(requirement.status.rawValue)\(mark)", requirement.id, detail.joined(separator: "  ")])
        }
        text += TextTable(rows, indent: "  ").text
        return text
    }

    /// The requirements that differ or are open, a row each: a screen is narrower than a matrix.
    private func table(_ matrix: ReadinessMatrix) -> String {
        let open = matrix.anforderungen.filter { id in
            matrix.kommunen.contains { matrix.cell(id, $0).hasSuffix("!") }
        }
        guard !open.isEmpty else { return "" }
        let names = matrix.kommunen.map { $0.kommune ?? $0.datei }
        let rows = [[""] + names] + open.map { id in [id] + matrix.kommunen.map { matrix.cell(id, $0) } }
        return "\n" + TextTable(rows).text
    }
}

/// Readiness for programs.
struct ReadinessJSON {
    private let matrix: ReadinessMatrix

    init(_ matrix: ReadinessMatrix) { self.matrix = matrix }

    private struct Document: Encodable {
        let schemaVersion = "1.0"
        let package: String
        let municipalities: [Town]
    }

    private struct Town: Encodable {
        let profile: String
        let name: String?
        let ars: String?
        let ready: Bool
        let requirements: [Requirement]
    }

    private struct Requirement: Encodable {
        let id: String
        let status: Int
        let required: Bool
        let blocks: Bool
        let missing: [String]
        let notes: [String]
        let role: String
        let contact: String?
        let email: String?
    }

    func text(_ language: Language) throws -> String {
        let document = Document(
            package: matrix.paket,
            municipalities: matrix.kommunen.map { town in
                Town(
                    profile: town.datei, name: town.kommune, ars: town.ars, ready: town.istBereit,
                    requirements: town.anforderungen.map { requirement in
                        Requirement(
                            id: requirement.id, status: requirement.status.rawValue, required: requirement.istPflicht,
                            blocks: requirement.blockiert, missing: requirement.fehlt.map { $0[language] },
                            notes: requirement.hinweise.map { $0[language] }, role: requirement.ansprechpartner.rolle,
                            contact: requirement.ansprechpartner.name, email: requirement.ansprechpartner.email)
                    })
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}
