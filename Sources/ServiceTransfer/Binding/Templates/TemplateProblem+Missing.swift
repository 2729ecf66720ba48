extension TemplateProblem {
    /// What the plan says about it.
    var missing: TransferPlan.Missing {
        let name = note.name
        switch note.problem {
        case .unknown:
            return item(
                "transfer.unknown-placeholder",
                de: "Hier steht {{\(name)}}, aber das Paket erklärt keinen Parameter dieses Namens.",
                en: "This has {{\(name)}}, but the package declares no parameter of this name.",
                hintDE: "Der Herausgeber des Pakets muss den Parameter erklären oder den Platzhalter ändern.",
                hintEN: "The package's publisher must declare the parameter or change the placeholder.")
        case .secret:
            return item(
                "transfer.secret-placeholder",
                de: "Hier steht {{\(name)}}, aber der Parameter ist geheim und darf nicht in Texten stehen.",
                en: "This has {{\(name)}}, but the parameter is secret and must not stand in texts.",
                hintDE: "Der Herausgeber des Pakets muss den Platzhalter entfernen.",
                hintEN: "The package's publisher must remove the placeholder.")
        case .empty:
            return item(
                "transfer.parameter-missing",
                de: "Der Parameter „\(name)“ hat keinen Wert, steht aber in diesem Text.",
                en: "The parameter “\(name)” has no value but stands in this text.",
                hintDE: "Setzen Sie ihn im Profil unter parameterwerte.",
                hintEN: "Set it in the profile under parameterwerte.")
        case .malformed:
            return item(
                "transfer.malformed-placeholder", isRequired: false,
                de:
                    "Hier steht der Name des Parameters „\(name)“ zwischen Klammern mit Leerzeichen; ersetzt wird das nicht.",
                en: "This has the name of the parameter “\(name)” in braces with blanks; it is not replaced.",
                hintDE: "Ist ein Platzhalter gemeint, schreiben Sie {{\(name)}} ohne Leerzeichen.",
                hintEN: "If a placeholder is meant, write {{\(name)}} without blanks.")
        case .misplaced:
            return item(
                "transfer.placeholder-in-markup",
                de: "{{\(name)}} steht hier so im HTML, dass ein Wert zu Auszeichnung oder Programm würde.",
                en: "{{\(name)}} stands in the HTML where a value would become markup or a program.",
                hintDE: "Platzhalter stehen im Text oder in Anführungszeichen in einem Attribut wie href.",
                hintEN: "Placeholders stand in running text, or in quotes in an attribute such as href.")
        case .notALink:
            return item(
                "transfer.placeholder-not-a-link",
                de: "Eine Adresse beginnt mit {{\(name)}}, aber der Parameter ist nicht vom Typ url.",
                en: "An address begins with {{\(name)}}, but the parameter is not of type url.",
                hintDE:
                    "Erklären Sie den Parameter als url, oder schreiben Sie https:// und den Namen des Servers davor.",
                hintEN: "Declare the parameter as url, or write https:// and the server's name before it.")
        case .nested:
            return item(
                "transfer.template-in-value",
                de:
                    "Der Wert des Parameters „\(name)“ enthält selbst einen Platzhalter; das wird nicht ersetzt und nicht übertragen.",
                en:
                    "The value of the parameter “\(name)” holds a placeholder itself; that is neither replaced nor transferred.",
                hintDE: "Tragen Sie im Profil den fertigen Wert ein.", hintEN: "Enter the final value in the profile.")
        }
    }

    private func item(
        _ id: String, isRequired: Bool = true, de: String, en: String, hintDE: String, hintEN: String
    ) -> TransferPlan.Missing {
        TransferPlan.Missing(
            id, .parameter, note.name, isRequired: isRequired, at: place, de: de, en: en, hintDE: hintDE,
            hintEN: hintEN)
    }
}
