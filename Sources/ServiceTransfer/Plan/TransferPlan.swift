import Findings

/// What a transfer will do, before it does it. A plan is a value: it can be shown, kept as JSON, and handed to
/// `TransferApplier`, which does exactly this or nothing.
public struct TransferPlan: Sendable, Hashable, Codable {
    /// The version of the JSON form.
    public static let formatVersion = "1.2"

    /// What happens to an object.
    public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is new.
        case create
        /// It is there and changes.
        case update
        /// It is there and stays.
        case unchanged
        /// It is there and the new version no longer has it.
        case remove
        /// It contradicts something that is there.
        case conflict
        /// A rule forbids it.
        case refused
    }

    /// Text in German and English.
    public struct Text: Sendable, Hashable, Codable {
        /// German.
        public var de: String
        /// English.
        public var en: String

        /// Text in both languages.
        public init(de: String, en: String) {
            self.de = de
            self.en = en
        }

        /// The text in a language.
        public subscript(language: Language) -> String { language == .de ? de : en }

        /// The text as a message.
        public var message: Message { Message(de: MessageText(de), en: MessageText(en)) }
    }

    /// What happens to one object, and why.
    public struct Entry: Sendable, Hashable, Codable {
        /// The kind: `paket`, `leistung`, `onlinedienst`, `organisationseinheit`, or the part's role.
        public var kind: String
        /// The package's identifier, or the part's.
        public var id: String
        /// Its name in German, where it has one.
        public var title: String?
        /// What happens.
        public var action: Action
        /// The stable identifier of the reason, such as `transfer.same-service`; nil where the action says it all.
        public var reasonID: String?
        /// Why, where that is not evident.
        public var reason: Text?
        /// How to get past a conflict or a refusal.
        public var hint: Text?
        /// The identity where the object comes from, `agency|scheme|value`.
        public var source: String?
        /// The identity in the target.
        public var target: String?
        /// The digest of what is there.
        public var from: String?
        /// The digest of what will be there.
        public var to: String?
    }

    /// A field that is not the same in the installed package, the new one and the portal.
    public struct Field: Sendable, Hashable, Codable {
        /// What becomes of it.
        public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
            /// Only the package changed it: its value is taken.
            case theirs
            /// Only the municipality changed it: its value stays.
            case ours
            /// Both changed it to the same.
            case same
            /// Both changed it, and nobody has decided.
            case conflict
            /// Both changed it; the municipality's value was chosen.
            case choseOurs
            /// Both changed it; the package's value was chosen.
            case choseTheirs
            /// Both changed it; another value was chosen.
            case choseValue
        }

        /// Which field.
        public var path: FieldPath
        /// What becomes of it.
        public var outcome: Outcome
        /// Its value in the package as it is installed; nil where it had none. Whole parts show their digest.
        public var base: String?
        /// Its value in the new package, bound to the municipality.
        public var theirs: String?
        /// Its value in the portal.
        public var ours: String?
        /// Its value afterwards; in a conflict the portal's.
        public var result: String?
        /// Whether a decision was given that was made about other values and therefore does not count.
        public var isDecisionOutdated = false
    }

    /// Something that is missing or wrong in profile or store.
    public struct Missing: Sendable, Hashable, Codable {
        /// What kind of thing.
        public enum Kind: String, Sendable, Hashable, Codable {
            /// The value of a parameter.
            case parameter
            /// A capability of the portal.
            case capability
            /// A part of the profile.
            case profilePart
            /// A code list or another package.
            case dependency
        }

        /// The stable identifier, such as `transfer.parameter-missing`.
        public var id: String
        /// What kind of thing.
        public var kind: Kind
        /// Its name.
        public var name: String
        /// Whether the transfer cannot be done without it.
        public var isRequired: Bool
        /// What is missing.
        public var text: Text
        /// How to supply it.
        public var hint: Text
        /// Where in the package it is needed or wrong; nil where it is no place of the package.
        public var place: Place?

        init(
            _ id: String, _ kind: Kind, _ name: String, isRequired: Bool, at place: Place? = nil, de: String,
            en: String,
            hintDE: String, hintEN: String
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.isRequired = isRequired
            self.place = place
            text = Text(de: de, en: en)
            hint = Text(de: hintDE, en: hintEN)
        }
    }

    /// A place in a package.
    public struct Place: Sendable, Hashable, Codable {
        /// The part.
        public var part: String
        /// Its path in the package.
        public var file: String
        /// The field.
        public var path: FieldPath
        /// The line in the file, from 1.
        public var line: Int?
        /// The column in the file, from 1.
        public var column: Int?

        init(part: String, file: String, path: FieldPath, line: Int?, column: Int?) {
            self.part = part
            self.file = file
            self.path = path
            self.line = line
            self.column = column
        }

        /// The place as the location of a finding.
        public var location: Location {
            Location(file: file, line: line, column: column, path: path.description)
        }
    }

    /// The package that is transferred.
    public struct Package: Sendable, Hashable, Codable {
        /// Its identifier.
        public var kennung: String
        /// Its version.
        public var version: String
        /// Its digest.
        public var digest: String
        /// Its name in German.
        public var bezeichnung: String
        /// The version that is installed now.
        public var installedVersion: String?
    }

    /// Where it goes.
    public struct Target: Sendable, Hashable, Codable {
        /// The portal's identifier.
        public var portal: String
        /// The municipality's Amtlicher Regionalschlüssel.
        public var ars: String
        /// The municipality's name.
        public var name: String
    }

    /// The version of the JSON form.
    public var formatVersion: String
    /// What is transferred.
    public var package: Package
    /// Where it goes.
    public var target: Target
    /// The digest of the profile the plan was made with.
    public var profileDigest: String
    /// The digest of the municipality's services when the plan was made.
    public var storeDigest: String
    /// What was allowed.
    public var options: TransferPlanner.Options
    /// What happens to the package and each of its objects, in the package's order.
    public var entries: [Entry]
    /// The fields that are not the same in the installed package, the new one and the portal; empty for a package that
    /// is new to the municipality.
    public var fields: [Field]
    /// Everything that is missing.
    public var missing: [Missing]
    /// The plans of the packages that come along because they are needed and not installed, those that others need
    /// first; nil where none does.
    public var along: [TransferPlan]?

    /// Whether the plan can be applied: nothing conflicts, nothing is refused, nothing required is missing.
    public var isApplicable: Bool {
        !entries.contains { $0.action == .conflict || $0.action == .refused } && !missing.contains(where: \.isRequired)
            && !fields.contains { $0.outcome == .conflict } && (along ?? []).allSatisfy(\.isApplicable)
    }

    /// The fields that someone has to decide about.
    public var conflicts: [Field] { fields.filter { $0.outcome == .conflict } }

    /// Whether applying would change nothing.
    public var changesNothing: Bool {
        entries.allSatisfy { $0.action == .unchanged } && (along ?? []).allSatisfy(\.changesNothing)
    }

    /// How many objects meet an action.
    public func count(_ action: Action) -> Int { entries.lazy.filter { $0.action == action }.count }

    /// What stands against the plan, as findings: conflicts, refusals and what is missing (errors where it is required,
    /// warnings else). What stands against a package that comes along names that package as its file.
    public var findings: [Finding] {
        let blocked = entries.filter {
            // Said field by field below.
            $0.reasonID != Self.mergeConflictID && ($0.action == .conflict || $0.action == .refused)
        }
        .map { entry in
            Finding(
                FindingID(rawValue: entry.reasonID ?? "transfer.\(entry.action.rawValue)"), .error,
                at: Location(path: "\(entry.kind)/\(entry.id)"),
                entry.reason?.message ?? Message(de: "Nicht möglich.", en: "Not possible."), hint: entry.hint?.message)
        }
        let lacking = missing.map { item in
            Finding(
                FindingID(rawValue: item.id), item.isRequired ? .error : .warning,
                at: item.place?.location ?? Location(path: "\(item.kind.rawValue)/\(item.name)"), item.text.message,
                hint: item.hint.message)
        }
        let others = (along ?? []).flatMap { plan in
            plan.findings.map { finding in
                var copy = finding
                copy.location = copy.location.inFile(plan.package.kennung)
                return copy
            }
        }
        return others + blocked + conflicts.map(\.conflictFinding) + lacking
    }
}
