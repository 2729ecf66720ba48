extension XDF3.Nachricht {
    /// The places of the form or group at the top.
    public var struktur: [XDF3.Struktur] {
        switch inhalt {
        case .stammdatenschema(let schema): schema.struktur
        case .datenfeldgruppe(let group): group.struktur
        case .datenfeld, .dokumentsteckbrief: []
        }
    }

    /// The common part of the object at the top.
    public var angaben: XDF3.Angaben {
        switch inhalt {
        case .stammdatenschema(let schema): schema.angaben
        case .datenfeldgruppe(let group): group.angaben
        case .datenfeld(let field): field.angaben
        case .dokumentsteckbrief(let profile): profile.angaben
        }
    }

    /// All fields, in the order of the form; one that stands in several places is listed for each.
    public var alleFelder: [XDF3.Datenfeld] {
        var result: [XDF3.Datenfeld] = []
        if case .datenfeld(let field) = inhalt { result.append(field) }
        struktur.visit { if case .datenfeld(let field) = $0.element { result.append(field) } }
        return result
    }

    /// All groups, in the order of the form, the top one first.
    public var alleGruppen: [XDF3.Datenfeldgruppe] {
        var result: [XDF3.Datenfeldgruppe] = []
        if case .datenfeldgruppe(let group) = inhalt { result.append(group) }
        struktur.visit { if case .datenfeldgruppe(let group) = $0.element { result.append(group) } }
        return result
    }

    /// All rules: of the form, of its groups and of its fields.
    public var alleRegeln: [XDF3.Regel] {
        var result: [XDF3.Regel] = []
        switch inhalt {
        case .stammdatenschema(let schema): result += schema.regel
        case .datenfeldgruppe(let group): result += group.regel
        case .datenfeld(let field): result += field.regel
        case .dokumentsteckbrief: break
        }
        struktur.visit {
            switch $0.element {
            case .datenfeldgruppe(let group): result += group.regel
            case .datenfeld(let field): result += field.regel
            }
        }
        return result
    }

    /// The code lists that fields refer to, each once, in the order of the form.
    public var codelisten: [XDF3.CodelisteReferenz] {
        var seen: Set<XDF3.CodelisteReferenz> = []
        return alleFelder.compactMap(\.codelisteReferenz).filter { seen.insert($0).inserted }
    }
}

extension Array where Element == XDF3.Struktur {
    /// Visits every place, top down, in order.
    func visit(_ body: (XDF3.Struktur) -> Void) {
        for place in self {
            body(place)
            if case .datenfeldgruppe(let group) = place.element { group.struktur.visit(body) }
        }
    }
}
