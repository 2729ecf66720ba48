import Archives
import Findings
import Foundation

/// What binding a package to a municipality changes in it, place by place: before anything happens. `TransferPlanner`
/// makes it together with the plan.
///
/// Values of secrets are never in it: secrets stand in no part, and the list of parameters only says where one comes from.
public struct BindingDiff: Sendable, Hashable, Codable {
    /// The version of the JSON form.
    public static let formatVersion = "1.0"

    /// Why a place is changed.
    public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
        /// A placeholder gets the value of its parameter.
        case platzhalter
        /// A link into the origin's portal leads to the target's.
        case adresse
        /// The origin's area becomes the target's.
        case gebiet
        /// A reference to an object of the package gets its identity in the target.
        case verweis
        /// The publisher becomes the target's.
        case herausgeber
        /// The data of the origin's unit become those of the unit of the profile.
        case stelle
        /// The FIT-Connect destination becomes the target's.
        case zustellpunkt
        /// The object gets its identity in the target; the one it had stays beside it.
        case kennung
        /// The authorities in the head of a message become the target's.
        case nachrichtenkopf

        /// What the rule does.
        public var text: TransferPlan.Text {
            switch self {
            case .platzhalter: .init(de: "Platzhalter", en: "placeholder")
            case .adresse: .init(de: "Adresse", en: "address")
            case .gebiet: .init(de: "Gebiet", en: "area")
            case .verweis: .init(de: "Verweis", en: "reference")
            case .herausgeber: .init(de: "Herausgeber", en: "publisher")
            case .stelle: .init(de: "Stelle", en: "unit")
            case .zustellpunkt: .init(de: "Zustellpunkt", en: "destination")
            case .kennung: .init(de: "Kennung", en: "identity")
            case .nachrichtenkopf: .init(de: "Nachrichtenkopf", en: "message head")
            }
        }
    }

    /// A place that changes.
    public struct Change: Sendable, Hashable, Codable {
        /// Which place: as it is named after the change, for one that goes as it was named before. For a part that is no
        /// XML the part itself, and `line` tells which.
        public var path: FieldPath
        /// The attribute, where it is one.
        public var attribute: String?
        /// Why it changes.
        public var rule: Rule
        /// The parameters whose values come in.
        public var parameters: [String]
        /// What stands there in the package; nil where nothing does.
        public var before: String?
        /// What will stand there; nil where nothing will.
        public var after: String?
        /// The line in the file of the package, from 1.
        public var line: Int?
        /// The column in the file of the package, from 1.
        public var column: Int?

        init(
            path: FieldPath, attribute: String? = nil, rule: Rule, parameters: [String] = [], before: String?,
            after: String?, line: Int? = nil, column: Int? = nil
        ) {
            self.path = path
            self.attribute = attribute
            self.rule = rule
            self.parameters = parameters
            self.before = before
            self.after = after
            self.line = line
            self.column = column
        }
    }

    /// A part that changes.
    public struct Part: Sendable, Hashable, Codable {
        /// The part.
        public var id: String
        /// Its role.
        public var role: Rolle
        /// Its path in the package.
        public var file: String
        /// Its digest in the package.
        public var before: String
        /// Its digest afterwards.
        public var after: String
        /// The places that change, by rule in the order in which the rules run.
        public var changes: [Change]
    }

    /// A parameter of the package, and where its value comes from.
    public struct Parameter: Sendable, Hashable, Codable {
        /// Its name.
        public var name: String
        /// Its type.
        public var typ: ParameterTyp
        /// Whether it is a secret; then there is no value here.
        public var isSecret: Bool
        /// The value; nil for a secret and where there is none.
        public var value: String?
        /// Where the value comes from; nil where there is none.
        public var source: ParameterSource?
        /// In how many places it stands.
        public var uses: Int
    }

    /// The version of the JSON form.
    public var formatVersion: String
    /// What is transferred.
    public var package: TransferPlan.Package
    /// Where it goes.
    public var target: TransferPlan.Target
    /// The parameters, in the package's order.
    public var parameters: [Parameter]
    /// The parts that change, in the package's order.
    public var parts: [Part]

    /// How many places change.
    public var changeCount: Int { parts.reduce(0) { $0 + $1.changes.count } }

    /// How many places change by a rule.
    public func count(_ rule: Rule) -> Int {
        parts.reduce(0) { $0 + $1.changes.lazy.filter { $0.rule == rule }.count }
    }

    /// The diff as JSON with sorted keys: the same diff gives the same bytes. Throws `transfer.binding`.
    public func json() throws(TransferError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self)) + [0x0A]
        } catch {
            throw TransferError(
                .binding,
                Message(de: "Die Anpassung ist nicht darstellbar.", en: "The binding cannot be written."), hint: nil)
        }
    }
}

/// Where the value of a parameter comes from.
public struct ParameterSource: Sendable, Hashable, Codable {
    /// What gives the value.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// The profile.
        case profil
        /// The package's default.
        case vorgabe
        /// The municipality, in its portal.
        case portal
    }

    /// What gives the value.
    public var kind: Kind
    /// The level, in a profile.
    public var ebene: ParameterDeklaration.Ebene?
    /// The unit in the profile, on its level.
    public var organisationseinheit: String?
    /// The package that the value is for, where the profile limits it to one.
    public var paket: String?
    /// The line in the profile, from 1.
    public var line: Int?

    init(
        kind: Kind, ebene: ParameterDeklaration.Ebene? = nil, organisationseinheit: String? = nil,
        paket: String? = nil, line: Int? = nil
    ) {
        self.kind = kind
        self.ebene = ebene
        self.organisationseinheit = organisationseinheit
        self.paket = paket
        self.line = line
    }

    init(_ value: Portalprofil.Parameterwert) {
        self.init(
            kind: .profil, ebene: value.ebene, organisationseinheit: value.organisationseinheit, paket: value.paket,
            line: value.zeile)
    }

    /// The source for people.
    public var text: TransferPlan.Text {
        switch kind {
        case .vorgabe: return .init(de: "Vorgabe des Pakets", en: "default of the package")
        case .portal: return .init(de: "im Portal gesetzt", en: "set in the portal")
        case .profil:
            let place = [ebene?.rawValue, organisationseinheit, paket].compactMap { $0 }.joined(separator: " ")
            let (de, en) = line.map { (", Zeile \($0)", ", line \($0)") } ?? ("", "")
            return .init(de: "Profil, \(place)\(de)", en: "profile, \(place)\(en)")
        }
    }
}

extension TransferPlanner.Draft {
    /// What binding changes in the package. The draft must have been recorded.
    func bindingDiff(_ package: LoadedPackage) -> BindingDiff {
        let own = Dictionary(parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let uses = changes.values.joined().reduce(into: [String: Int]()) { counts, change in
            for name in change.parameters { counts[name, default: 0] += 1 }
        }
        return BindingDiff(
            formatVersion: BindingDiff.formatVersion, package: plan.package, target: plan.target,
            parameters: package.manifest.parameter.map { declaration in
                let value = own[declaration.name]
                return BindingDiff.Parameter(
                    name: declaration.name, typ: declaration.typ, isSecret: declaration.geheim,
                    value: declaration.geheim ? nil : value?.effective?.wert,
                    source: value?.isLocal == true ? ParameterSource(kind: .portal) : sources[declaration.name],
                    uses: uses[declaration.name] ?? 0)
            },
            parts: package.manifest.bestandteile.compactMap { part in
                guard let changes = changes[part.id] else { return nil }
                return BindingDiff.Part(
                    id: part.id, role: part.rolle, file: part.pfad, before: part.sha256,
                    after: SHA256Text.digest(boundParts[part.id] ?? []), changes: changes)
            })
    }
}
