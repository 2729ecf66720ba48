import FIM

extension XZuFi.Organisationseinheit {
    /// Sets names, addresses and ways to reach the unit as a profile has them.
    mutating func setProfile(_ own: Portalprofil.Organisationseinheit) {
        // The names in the languages of the profile; one in another language would be that of the origin's unit.
        setNames(own.name.eintraege.map { XZuFi.LocalizedString($0.text, languageCode: $0.sprache) })
        setAnschrift(
            own.anschriften.map { address in
                XZuFi.AnschriftAngaben(
                    typ: address.typ, strasse: address.strasse, hausnummer: address.hausnummer,
                    postfach: address.postfach, postleitzahl: address.postleitzahl, ort: address.ort)
            })
        setErreichbarkeit(
            own.erreichbarkeiten.map { XZuFi.ErreichbarkeitAngaben(kanal: $0.kanal, kennung: $0.kennung) })
    }
}
