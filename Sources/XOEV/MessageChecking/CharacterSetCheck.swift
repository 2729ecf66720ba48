import Findings
import SchemaValidation
import XMLCore

/// Checks all texts and attribute values of a document against a character set, whatever its schema says.
public struct CharacterSetCheck: Sendable {
    /// The set.
    public var characterSet: NormedCharacterSet
    /// How many findings are kept.
    public var maxFindings: Int
    /// What is accepted at the most.
    public var limits: XMLLimits

    /// A check against a set.
    public init(_ characterSet: NormedCharacterSet, maxFindings: Int = 1_000, limits: XMLLimits = .standard) {
        self.characterSet = characterSet
        self.maxFindings = max(1, maxFindings)
        self.limits = limits
    }

    /// What is found in a document: the first violation of each text, at the element that holds it. White space is free
    /// between elements; within a text it is judged by the set. What keeps the document from being read is a finding, too.
    public func findings(_ source: XMLSource) -> (findings: [Finding], suppressed: Int) {
        let observer = MessageObserver()
        observer.characters = CharacterSetRun(characterSet, file: source.name, maxFindings: maxFindings)
        let validator = DocumentValidator(options: DocumentValidator.Options(limits: limits))
        let result = validator.validate(source, observer: observer)
        let run = observer.characters
        return ((run?.findings ?? []) + result.findings, run?.suppressed ?? 0)
    }
}

/// The check of the characters of one document, text by text as the pass over it tells them.
struct CharacterSetRun {
    let characterSet: NormedCharacterSet
    private let file: String?
    private let maxFindings: Int
    private(set) var findings: [Finding] = []
    private(set) var suppressed = 0
    private var clock = ObservationClock()

    init(_ characterSet: NormedCharacterSet, file: String?, maxFindings: Int) {
        self.characterSet = characterSet
        self.file = file
        self.maxFindings = maxFindings
    }

    /// Takes a text or the value of an attribute.
    mutating func take(_ text: String, ofAttribute attribute: String?, at site: ObservationSite) {
        let start = ObservationClock.now()
        defer { clock.add(since: start) }
        guard let violation = characterSet.firstViolation(in: text) else { return }
        guard findings.count < maxFindings else {
            suppressed += 1
            return
        }
        var location = site.location
        location.file = file
        if let attribute { location.path = (location.path ?? "") + "/@" + attribute }
        findings.append(violation.finding(at: location))
    }

    /// What the layer came to in a document that was read to its end.
    var layer: Layer {
        Layer(name: "character-sets", outcome: findings.isEmpty ? .passed : .failed, duration: clock.total)
    }
}
