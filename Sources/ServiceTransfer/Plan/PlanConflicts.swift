import Findings

extension TransferPlan {
    static let mergeConflictID = "transfer.merge-conflict"
}

extension TransferPlan.Field {
    /// Whether the new package has no place for the field: a whole part that is gone.
    public var isGone: Bool { theirs == nil && path.steps.isEmpty && path.parameterName == nil }

    /// What the report says about a field that someone has to decide about.
    var conflictFinding: Finding {
        Finding(
            FindingID(rawValue: TransferPlan.mergeConflictID), .error, at: Location(path: path.description),
            conflictMessage, hint: conflictHint)
    }

    private var conflictMessage: Message {
        if isDecisionOutdated {
            return Message(
                de: "Hier und im neuen Paket verschieden geändert; die genannte Entscheidung galt anderen Werten.",
                en: "Changed differently here and in the new package; the decision given was made about other values.")
        }
        if isGone {
            return Message(
                de: "Hier geändert, aber das neue Paket hat den Bestandteil nicht mehr.",
                en: "Changed here, but the new package no longer has the part.")
        }
        return Message(
            de: "Hier und im neuen Paket verschieden geändert.",
            en: "Changed differently here and in the new package.")
    }

    private var conflictHint: Message {
        if isGone {
            return Message(
                de: "Übernehmen Sie mit --prefer \(path)=theirs, dass er entfällt; sein Stand bleibt im Verlauf.",
                en: "Accept with --prefer \(path)=theirs that it goes; its state stays in the history.")
        }
        return Message(
            de: """
                Entscheiden Sie mit --prefer '\(path)=ours' oder '=theirs', am Terminal mit --interactive oder in einer \
                Datei (--write-resolutions, --resolutions).
                """,
            en: """
                Decide with --prefer '\(path)=ours' or '=theirs', at a terminal with --interactive, or in a file \
                (--write-resolutions, --resolutions).
                """)
    }
}
