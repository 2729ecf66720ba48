/// The value of a parameter as a text shows it: by its type, in the language of the text (DP section 6.1).
struct PlaceholderValue: Hashable {
    /// The parameter's type.
    var typ: ParameterTyp
    /// The value as profile or package give it.
    var text: String
    /// The name of a code, where the package holds the list; nil else.
    var codeName: String?

    /// The value in a text of a language (RFC 5646): amounts, dates, yes and no and codes as people write them in German
    /// and English; in other languages, and for all other types, the value as it is.
    func formatted(in language: String) -> String {
        let primary = language.prefix { $0 != "-" }.lowercased()
        switch (typ, primary) {
        case (.amount, "de"): return amount(group: ".", decimal: ",")
        case (.amount, "en"): return amount(group: ",", decimal: ".")
        case (.date, "de"):
            guard let (year, month, day) = date else { return text }
            return "\(day). \(Self.germanMonths[month - 1]) \(year)"
        case (.date, "en"):
            guard let (year, month, day) = date else { return text }
            return "\(day) \(Self.englishMonths[month - 1]) \(year)"
        case (.boolean, "de"): return text == "true" ? "ja" : "nein"
        case (.boolean, "en"): return text == "true" ? "yes" : "no"
        case (.code, "de"): return codeName ?? text
        default: return text
        }
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private var date: (year: Int, month: Int, day: Int)? {
        guard ParameterTyp.isDate(text) else { return nil }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return (parts[0], parts[1], parts[2])
    }

    private func amount(group: String, decimal: String) -> String {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return text }
        var whole = ""
        for (offset, digit) in parts[0].reversed().enumerated() {
            if offset > 0, offset % 3 == 0 { whole = group + whole }
            whole = String(digit) + whole
        }
        // The minus sign, not the hyphen: a line must not break behind it.
        return (isNegative ? "\u{2212}" : "") + whole + decimal + parts[1]
    }
}

extension PlaceholderValue {
    /// The values of a package's parameters that may stand in texts: all but secrets.
    static func values(
        _ parameters: [String: ResolvedParameter], in package: LoadedPackage
    ) -> [String: PlaceholderValue] {
        var result: [String: PlaceholderValue] = [:]
        for declaration in package.manifest.parameter where !declaration.geheim {
            guard let value = parameters[declaration.name]?.wert else { continue }
            let lists = declaration.typ == .code ? declaration.codeliste : nil
            result[declaration.name] = PlaceholderValue(
                typ: declaration.typ, text: value,
                codeName: lists.flatMap { CodeListIdentity.lookup($0, in: package)?.name(of: value) })
        }
        return result
    }
}
