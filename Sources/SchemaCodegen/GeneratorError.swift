import Findings

/// Why no code could be made.
public struct GeneratorError: Error, FindingConvertible, Sendable {
    /// One thing that is wrong, and what in the configuration it is about.
    struct Fault: Sendable {
        var subject: String?
        var finding: Finding

        init(subject: String?, _ finding: Finding) {
            self.subject = subject
            self.finding = finding
        }
    }

    private var faults: [Fault]

    /// All that is wrong, at least one finding. Those about a configuration name its file and line.
    public var findings: [Finding] { faults.map(\.finding) }
    /// The first finding.
    public var finding: Finding { faults[0].finding }

    /// `faults` is not empty.
    init(_ faults: [Fault]) { self.faults = faults }

    init(_ id: FindingID, at location: Location = Location(), _ message: Message, hint: Message? = nil) {
        faults = [Fault(subject: nil, Finding(id, .error, at: location, message, hint: hint))]
    }

    /// The error with the places of the configuration at which its subjects stand.
    func located(in configuration: GeneratorConfiguration) -> GeneratorError {
        var copy = self
        for index in copy.faults.indices {
            guard let subject = copy.faults[index].subject, copy.faults[index].finding.location == Location(),
                let place = configuration.place(of: subject)
            else { continue }
            copy.faults[index].finding.location = place
        }
        return copy
    }
}
