import Findings
import XMLCore

/// The check of one input: everything that `xoev validate` asks for. Shared by all tasks.
struct DocumentCheck: Sendable {
    private let maxFindings: Int
    private let limits: XMLLimits

    init(schemas: [String], catalog: String?, maxFindings: Int, limits: XMLLimits, session: Session) throws {
        self.maxFindings = maxFindings
        self.limits = limits
    }

    @Sendable func callAsFunction(_ item: InputList.Item) -> CheckResult {
        let source: XMLSource
        switch item {
        case .nothing(let argument, let finding):
            return CheckResult(subject: argument, findings: [finding], isUnreadable: true)
        case .file(let path): source = .file(path)
        case .standardInput: source = .standardInput
        }
        do throws(XMLError) {
            var reader = try XMLEventReader(source, limits: limits)
            while try reader.next() != nil {}
        } catch {
            return CheckResult(subject: item.name, findings: [error.finding], isUnreadable: true)
        }
        return CheckResult(
            subject: item.name,
            layers: [
                Layer(name: "well-formed", outcome: .passed),
                Layer(
                    name: "schema",
                    outcome: .couldNotRun(Message(de: "Es ist kein Schema genannt.", en: "No schema is named."))),
            ])
    }
}
