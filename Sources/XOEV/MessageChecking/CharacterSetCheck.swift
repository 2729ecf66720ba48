import Findings
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
    /// between elements; within a text it is judged by the set.
    ///
    /// - Throws: `XMLError` when the document cannot be read or is not well-formed.
    public func findings(_ source: XMLSource) throws(XMLError) -> (findings: [Finding], suppressed: Int) {
        var reader = try XMLEventReader(source, limits: limits)
        var findings: [Finding] = []
        var suppressed = 0
        var path = ElementPath()
        var place = Location(file: source.name)
        func judge(_ text: String, at location: Location) {
            guard let violation = characterSet.firstViolation(in: text) else { return }
            if findings.count < maxFindings {
                findings.append(violation.finding(at: location))
            } else {
                suppressed += 1
            }
        }
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                path.open(start.name)
                place.line = start.position.line
                place.column = start.position.column
                for attribute in start.attributes {
                    var location = place
                    location.path = path.text + "/@" + attribute.name.local
                    judge(attribute.value, at: location)
                }
            case .text(let text), .cdata(let text):
                if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { continue }
                var location = place
                location.path = path.text
                judge(text, at: location)
            case .endElement: path.close()
            case .comment, .processingInstruction: break
            }
        }
        return (findings, suppressed)
    }
}

/// The path to the element that is being read, with positions among siblings of the same name.
struct ElementPath: Sendable {
    private struct Step: Sendable {
        var name: XMLName
        var position: Int
        var counts: [XMLName: Int] = [:]
    }

    private var steps: [Step] = []

    /// Goes into an element.
    mutating func open(_ name: XMLName) {
        var position = 1
        if let parent = steps.indices.last {
            steps[parent].counts[name, default: 0] += 1
            position = steps[parent].counts[name] ?? 1
        }
        steps.append(Step(name: name, position: position))
    }

    /// Leaves the element.
    mutating func close() { steps.removeLast() }

    /// The path, such as `/g2g/kopf[1]/autor[1]`.
    var text: String {
        var result = ""
        for (index, step) in steps.enumerated() {
            result += "/" + step.name.local
            if index > 0 { result += "[\(step.position)]" }
        }
        return result
    }
}
