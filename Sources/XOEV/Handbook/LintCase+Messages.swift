import Findings
import SchemaModel
import XMLCore

/// Messages and what their headers fix.
extension LintCase {
    /// How many numbers a finding lists.
    private static let listed = 8

    mutating func checkMessages() {
        let finder = MessageFinder(components)
        noteAbsentDescriptions()
        for message in standard.messages {
            checkName(message)
            checkDescription(message)
            let id = components.elementsByName[message.name]
            let first = id.flatMap { finder.firstChild(of: components[$0].type) }
            let name = first.map { components[$0].name.local }
            if name.map({ MessageHeader.elementNames.contains($0) }) != true {
                note(
                    "message-header", at: message.location,
                    Message(
                        de: "„\(message.name.local)“ beginnt nicht mit einem Nachrichtenkopf.",
                        en: "“\(message.name.local)” does not begin with a message header."))
            }
        }
        checkNumbers()
        checkTypeList()
        checkFixedHeader(finder)
    }

    /// A standard none of whose messages has a title, or a legal basis, does not describe them so: said once.
    private mutating func noteAbsentDescriptions() {
        let count = standard.messages.count
        guard count > 0 else { return }
        if standard.messages.allSatisfy({ $0.title == nil }) {
            note(
                "message-title", at: home,
                Message(
                    de: "Keine der \(count) Nachrichten hat einen Titel.",
                    en: "None of the \(count) messages has a title."))
        }
        if standard.messages.allSatisfy(\.legalBases.isEmpty) {
            note(
                "message-legal-basis", at: home,
                Message(
                    de: "Keine der \(count) Nachrichten nennt eine Rechtsgrundlage.",
                    en: "None of the \(count) messages names a legal basis."))
        }
    }

    private mutating func checkName(_ message: XOEVStandard.Message) {
        guard message.number == nil || message.name.local.split(separator: ".").count < 3 else { return }
        note(
            "message-name", at: message.location,
            message.number == nil
                ? Message(
                    de: "„\(message.name.local)“ endet nicht auf eine Nummer.",
                    en: "“\(message.name.local)” does not end in a number.")
                : Message(
                    de: "„\(message.name.local)“ hat vor der Nummer keine Gruppe und keinen Namen.",
                    en: "“\(message.name.local)” has no group and name before the number."))
    }

    private mutating func checkDescription(_ message: XOEVStandard.Message) {
        let name = message.name.local
        if message.documentation == nil {
            note(
                "documentation-message", at: message.location,
                Message(de: "„\(name)“ ist nicht dokumentiert.", en: "“\(name)” is not documented."))
        }
        if message.title == nil, standard.messages.contains(where: { $0.title != nil }) {
            note(
                "message-title", at: message.location,
                Message(de: "„\(name)“ hat keinen Titel.", en: "“\(name)” has no title."))
        }
        let bases = message.legalBases
        if bases.isEmpty {
            guard standard.messages.contains(where: { !$0.legalBases.isEmpty }) else { return }
            note(
                "message-legal-basis", at: message.location,
                Message(de: "„\(name)“ nennt keine Rechtsgrundlage.", en: "“\(name)” names no legal basis."))
        } else if bases.allSatisfy({ ["rechtsgrundlage", "todo", "tbd", "-", "–"].contains($0.lowercased()) }) {
            note(
                "message-legal-basis", at: message.location,
                Message(
                    de: "„\(name)“ nennt als Rechtsgrundlage nur einen Platzhalter.",
                    en: "“\(name)” names only a placeholder as its legal basis."))
        }
    }

    private mutating func checkNumbers() {
        var byNumber: [String: [XOEVStandard.Message]] = [:]
        for message in standard.messages {
            if let number = message.number { byNumber[number, default: []].append(message) }
        }
        for (number, messages) in byNumber.sorted(by: { $0.key < $1.key }) where messages.count > 1 {
            let names = messages.map(\.name.local).joined(separator: ", ")
            note(
                "message-number-repeated", at: messages[1].location,
                Message(
                    de: "Die Nummer \(number) haben mehrere Nachrichten: \(names).",
                    en: "The number \(number) is that of several messages: \(names)."))
        }
        let lengths = Set(byNumber.keys.map(\.count)).sorted()
        if lengths.count > 1 {
            let list = lengths.map { "\($0)" }.joined(separator: ", ")
            note(
                "message-number-length", at: home,
                Message(
                    de: "Nachrichtennummern sind \(list) Ziffern lang.",
                    en: "Message numbers are \(list) digits long."))
        }
    }

    /// The codes of an enumerated message type against the numbers of the messages.
    private mutating func checkTypeList() {
        let numbers = Set(standard.messages.compactMap(\.number))
        guard !numbers.isEmpty else { return }
        for use in standard.codeLists
        where use.type.kind == .enumerated
            && use.places.contains(where: { $0.element.local.lowercased() == "nachrichtentyp" })
        {
            guard let name = use.typeName, let id = components.typesByName[name],
                let values = collector.enumeration(of: id)
            else { continue }
            let codes = Set(values.map(\.value))
            let missing = numbers.subtracting(codes).sorted()
            let superfluous = codes.subtracting(numbers).sorted()
            if !missing.isEmpty {
                let list = Self.list(missing)
                note(
                    "message-type-list", at: components[id].location,
                    Message(
                        de: "Für \(missing.count) Nachrichten fehlt der Nachrichtentyp: \(list).",
                        en: "The message type of \(missing.count) messages is missing: \(list)."))
            }
            if !superfluous.isEmpty {
                let list = Self.list(superfluous)
                note(
                    "message-type-list", at: components[id].location,
                    Message(
                        de: "Zu \(superfluous.count) Nachrichtentypen gibt es keine Nachricht: \(list).",
                        en: "There is no message for \(superfluous.count) message types: \(list)."))
            }
        }
    }

    private static func list(_ values: [String]) -> String {
        values.prefix(listed).joined(separator: ", ") + (values.count > listed ? " …" : "")
    }

    /// Attributes of messages and headers that fix standard or version.
    private mutating func checkFixedHeader(_ finder: MessageFinder) {
        guard let metadata = standard.metadata else { return }
        var seen = Set<Location>()
        for message in standard.messages {
            guard let id = components.elementsByName[message.name] else { continue }
            let header = finder.firstChild(of: components[id].type).map { components[$0].type }
            for type in [components[id].type] + (header.map { [$0] } ?? []) {
                for attribute in components[type].complex?.attributes ?? [] {
                    guard let fixed = attribute.fixedValue, attribute.location.file.map(fileNames.contains) == true,
                        seen.insert(attribute.location).inserted
                    else { continue }
                    checkFixed(attribute.name.local, fixed, metadata, attribute.location)
                }
            }
        }
    }

    private mutating func checkFixed(
        _ name: String, _ fixed: String, _ metadata: SchemaMetadata, _ location: Location
    ) {
        let versions = ["version", (metadata.technicalName ?? "") + "Version"].map { $0.lowercased() }
        let expected: [String?]
        if name == "standard" {
            expected = [metadata.shortName, metadata.longName, metadata.technicalName]
        } else if versions.contains(name.lowercased()) {
            expected = [metadata.version]
        } else {
            return
        }
        let known = expected.compactMap { $0 }
        guard !known.isEmpty, !known.contains(fixed) else { return }
        note(
            "header-version", at: location,
            Message(
                de: "Das Attribut \(name) ist auf „\(fixed)“ festgelegt, die Metadaten sagen „\(known[0])“.",
                en: "The attribute \(name) is fixed to “\(fixed)”, the metadata say “\(known[0])”."))
    }
}
