import Findings
import SchemaModel
import XMLCore

/// Names and documentation.
extension LintCase {
    mutating func checkNames() {
        let messages = Set(standard.messages.map(\.name.local))
        var types: [(name: String, location: Location)] = []
        for file in files {
            for found in Self.places(file) {
                let element = found.element
                guard let name = element["name"] else { continue }
                let location = place(element, file)
                switch element.name.local {
                case "complexType" where found.isTop:
                    if name.first?.isUppercase != true { noteCase("type-name", name, location) }
                    checkCharacters(name, location)
                    checkTypeDocumentation(element, name, location)
                    types.append((name, location))
                case "simpleType" where found.isTop:
                    // The generator names the type of an enumeration after its list.
                    if !element.appinfo.contains(where: { $0.name.local == "codeliste" }) {
                        checkCharacters(name, location)
                    }
                    checkTypeDocumentation(element, name, location)
                case "element" where !(found.isTop && messages.contains(name)):
                    // What a restriction restates was named and documented by its base.
                    guard !found.isRestated else { continue }
                    if name.first?.isLowercase != true { noteCase("element-name", name, location) }
                    checkCharacters(name, location)
                    if !element.isDocumented { noteUndocumented("documentation-element", name, location) }
                case "attribute":
                    guard !found.isRestated else { continue }
                    if name.first?.isLowercase != true { noteCase("attribute-name", name, location) }
                    checkCharacters(name, location)
                    if !element.isDocumented { noteUndocumented("documentation-attribute", name, location) }
                default: break
                }
            }
        }
        checkSuffix(types)
    }

    private mutating func noteCase(_ rule: String, _ name: String, _ location: Location) {
        note(
            rule, at: location,
            Message(
                de: "„\(name)“ beginnt mit dem falschen Buchstaben.", en: "“\(name)” begins with the wrong letter."))
    }

    private mutating func checkCharacters(_ name: String, _ location: Location) {
        var odd: [Character] = []
        for character in name
        where !(character.isASCII && (character.isLetter || character.isNumber || character == "."))
            && !odd.contains(character)
        {
            odd.append(character)
        }
        guard !odd.isEmpty else { return }
        let list = odd.map { "\($0)" }.joined(separator: " ")
        note(
            "name-characters", at: location,
            Message(de: "„\(name)“ enthält: \(list)", en: "“\(name)” holds: \(list)"))
    }

    private mutating func checkTypeDocumentation(_ element: XMLTree.Element, _ name: String, _ location: Location) {
        guard !element.isDocumented, !element.appinfo.contains(where: { $0.name.local == "codeliste" }) else { return }
        noteUndocumented("documentation-type", name, location)
    }

    private mutating func noteUndocumented(_ rule: String, _ name: String, _ location: Location) {
        note(
            rule, at: location, Message(de: "„\(name)“ ist nicht dokumentiert.", en: "“\(name)” is not documented."))
    }

    private mutating func checkSuffix(_ types: [(name: String, location: Location)]) {
        // In the name of a MIME type the word is no suffix.
        func hasSuffix(_ name: String) -> Bool { name.hasSuffix("Type") && !name.hasSuffix("MimeType") }
        let with = types.filter { hasSuffix($0.name) }
        let without = types.filter { !hasSuffix($0.name) }
        guard !with.isEmpty, !without.isEmpty else { return }
        let fewer = with.count < without.count ? with : without
        let list = fewer.prefix(3).map(\.name).joined(separator: ", ")
        note(
            "type-suffix", at: fewer[0].location,
            Message(
                de: "\(with.count) komplexe Datentypen enden auf Type, \(without.count) nicht: \(list) …",
                en: "\(with.count) complex types end in Type, \(without.count) do not: \(list) …"))
    }
}
