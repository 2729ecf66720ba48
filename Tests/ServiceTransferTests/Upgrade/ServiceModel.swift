import ServiceTransfer

/// What a service of a town is, told in the simplest way: for each field the package's value and the town's, where it
/// has one. Knows nothing of XML, stores or digests.
struct ServiceModel: Hashable {
    var version: Int
    /// By package and parameters.
    var base: [String: String]
    /// The town's own values.
    var own: [String: String] = [:]

    func value(_ field: String) -> String? { own[field] ?? base[field] }

    /// The package of a version, for a value of its parameter.
    static func base(_ version: Int, frist: String) -> [String: String] {
        let service = small(version)
        return [
            SmallField.kurztext: service.kurztext, SmallField.kurztextEN: service.kurztextEN,
            SmallField.volltext: service.volltext.replacing("{{frist}}", with: frist),
            SmallField.betrag: service.betrag, SmallField.merkblatt: service.merkblatt, SmallField.frist: service.frist,
        ]
    }

    /// Each version changes other fields; some are changed by several, some by none.
    static func small(_ version: Int) -> SmallService {
        SmallService(
            version: "1.\(version).0", kurztext: ["Kurz", "Kurz", "Kurz neu", "Kurz"][version],
            kurztextEN: ["Short", "Short 1", "Short 2", "Short 3"][version],
            volltext: [
                "Frist {{frist}} Tage", "Frist {{frist}} Tage", "Binnen {{frist}} Tagen", "Binnen {{frist}} Tagen",
            ][version],
            betrag: ["5.00", "5.00", "5.00", "6.00"][version], merkblatt: ["M", "M 1", "M 1", "M 3"][version],
            frist: ["14", "14", "21", "21"][version])
    }

    /// Whose value is taken where both changed a field; nil where that is refused.
    typealias Preference = MergeRules.Side?

    /// The service after another version; nil where a conflict stands against it.
    func upgraded(to version: Int, _ preference: Preference) -> ServiceModel? {
        var result = self
        result.version = version
        // The parameter first: the texts hold its value.
        let declared = Self.base(version, frist: "")[SmallField.frist] ?? ""
        guard result.merge(SmallField.frist, theirs: declared, preference) else { return nil }
        return result.rebound(preference)
    }

    /// The service after its parameter changed.
    func rebound(_ preference: Preference) -> ServiceModel? {
        var result = self
        let theirs = Self.base(version, frist: value(SmallField.frist) ?? "")
        for field in SmallField.all where field != SmallField.frist {
            guard result.merge(field, theirs: theirs[field] ?? "", preference) else { return nil }
        }
        return result
    }

    private mutating func merge(_ field: String, theirs: String, _ preference: Preference) -> Bool {
        let before = base[field]
        let ours = value(field)
        base[field] = theirs
        if ours == before || ours == theirs {
            own[field] = nil
        } else if theirs != before {
            switch preference {
            case .ours?: break
            case .theirs?: own[field] = nil
            case nil: return false
            }
        }
        return true
    }

    /// The service after an edit; nil where a conflict stands against it.
    func edited(_ field: String, _ text: String?, _ preference: Preference) -> ServiceModel? {
        var result = self
        result.own[field] = text == base[field] ? nil : text
        return field == SmallField.frist ? result.rebound(preference) : result
    }
}
