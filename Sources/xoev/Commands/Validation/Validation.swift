import CodeLists
import Findings
import Foundation
import SchemaModel
import XMLCore
import XOEV

/// What `xoev validate` is asked to do, however its command line was read.
struct Validation: Equatable {
    /// Files, folders, patterns, `-`.
    var inputs: [String]
    /// Schema files, folders and archives; none means the store and the built-in schemas.
    var schemas: [String] = []
    /// OASIS catalogs for schema locations.
    var catalogs: [String] = []
    /// The folder of the schema store; nil for the usual one.
    var store: String?
    /// Reports that go to files.
    var reports: [ReportTarget] = []
    /// How many files are checked at once; nil for the number of processors.
    var jobs: Int?
    /// Whether the first file that is not valid ends the run.
    var failFast = false
    /// How many findings per file are listed.
    var maxFindings = 100
    /// What is checked beyond the schema.
    var checks = FurtherChecks()
    /// What is accepted at the most.
    var limits = XMLLimits.standard

    /// Checks everything and prints what was found.
    func run(in session: Session) throws -> Findings.ExitCode { try check(in: session).code }

    /// The same; also gives what it was checked with, which takes time to free.
    func check(in session: Session) throws -> (code: Findings.ExitCode, check: DocumentCheck) {
        let clock = ContinuousClock()
        let start = clock.now
        let printer = try ReportPrinter(session: session, targets: reports)
        let items = try InputList(inputs).items
        let store = SchemaStore(path: store, session: session)
        let check = try DocumentCheck(
            schemas: schemas, catalogs: catalogs, store: store,
            options: checks.messageOptions(
                maxFindings: maxFindings, limits: limits, schemas: schemas, store: store, session: session),
            session: session)
        let work = OrderedWork(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        if items.count > 1 { session.progress(0, of: items.count, "") }
        let done = work.run(items, work: check.callAsFunction) { index, result in
            printer.add(result)
            if items.count > 1 { session.progress(index + 1, of: items.count, result.subject) }
            return !failFast || result.verdict == .valid
        }
        if done < items.count {
            let rest = items.count - done
            session.say(
                Message(
                    de: "--fail-fast: \(rest) weitere Eingaben wurden nicht geprüft.",
                    en: "--fail-fast: \(rest) more inputs were not checked."))
        }
        return (try printer.finish(duration: clock.now - start), check)
    }
}
