/// The rules of `xs:ID` and `xs:IDREF` (XML Schema 1.0 Structures, 3.15.4, cvc-id): every ID is unique in the document,
/// every IDREF names one.
struct IdentityCheck {
    /// Where a value stands.
    struct Place {
        var line: Int
        var column: Int
        var attribute: String?
    }

    /// A reference and the element it stands in.
    struct Reference {
        var value: String
        var place: Place
        var path: String?
    }

    private var lines: [String: Int] = [:]
    private var waiting: [Reference] = []

    /// How many IDs there are.
    var count: Int { lines.count }

    /// The references that name no ID. To be asked at the end of the document.
    var unresolved: [Reference] { waiting.filter { lines[$0.value] == nil } }

    /// Takes an ID; returns the line of the first one when it is there already.
    mutating func define(_ value: String, at place: Place) -> Int? {
        if let first = lines[value] { return first }
        lines[value] = place.line
        return nil
    }

    /// Takes a reference. Those to an ID that has come already need not be kept.
    mutating func refer(to value: String, at place: Place, path: () -> String?) {
        guard lines[value] == nil else { return }
        waiting.append(Reference(value: value, place: place, path: path()))
    }
}
