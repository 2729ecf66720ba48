import ArgumentParser
import CodeLists
import XOEV

/// A character set by a name that can be typed.
struct CharacterSetName: ExpressibleByArgument, Sendable {
    let set: NormedCharacterSet

    private static let names: [(name: String, set: NormedCharacterSet)] = [
        ("din91379-a", .din91379A), ("din91379-b", .din91379B), ("din91379-c", .din91379C),
        ("din91379-d", .din91379D), ("din91379-e", .din91379E), ("dinspec91379-a", .dinSpec91379A),
        ("dinspec91379-b", .dinSpec91379B), ("dinspec91379-c", .dinSpec91379C), ("dinspec91379-d", .dinSpec91379D),
        ("dinspec91379-e", .dinSpec91379E), ("string-latin", .stringLatin11),
    ]

    init?(argument: String) {
        guard let known = Self.names.first(where: { $0.name == argument }) else { return nil }
        set = known.set
    }

    static var allValueStrings: [String] { names.map(\.name) }
}

/// What `xoev validate` checks beyond the schema.
struct CheckOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Checks codes against the lists in a file, folder or ZIP archive. May be repeated.", valueName: "path"),
        completion: .file())
    var codeLists: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day on which versions of code lists must be in force. Default: the day the message was made.",
            valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Checks that every text belongs to a character set, such as din91379-c.", valueName: "set"))
    var characterSet: CharacterSetName?

    func validate() throws {
        if asOf != nil, codeLists.isEmpty { throw ValidationError("--as-of needs --code-lists.") }
    }
}
