import FIM
import Findings

/// The configuration of one municipality in one portal, format 1.0 (`Documentation/Formate/Portalprofil.md`). It holds
/// references to secrets, never secrets.
public struct Portalprofil: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:portalprofil:1.0"
    /// The version of the format that is read.
    public static let formatVersion = "1.0"

    /// The municipality.
    public var kommune: Kommune
    /// The portal.
    public var portal: Portal
    /// Under which identifier the municipality publishes; nil where the profile does not say.
    public var herausgeber: Herausgeberangabe?
    /// The municipality's general opening hours per language.
    public var oeffnungszeiten: MehrsprachigerText
    /// The units of the municipality.
    public var organisationseinheiten: [Organisationseinheit]
    /// What the portal offers.
    public var faehigkeiten: [Faehigkeit]
    /// Which services are switched on.
    public var dienste: [Dienst]
    /// The municipality's key in the DVDV (`dvdvXta/organisationsschluessel`); nil where the profile has none.
    public var organisationsschluessel: DVDVSchluessel? = nil
    /// The values of parameters.
    public var parameterwerte: [Parameterwert]
    /// The parts of the profile with their status, in the order of the file.
    public var teile: [Teil]
    /// SHA-256 over the bytes of the file.
    public var digest: String
    /// The bytes of the file: the store keeps them, so that a service can be bound again as it was.
    var bytes: [UInt8] = []

    /// How complete a part is, as the onboarding model of Kommunalportal.NRW counts.
    public enum Status: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Nothing has been entered.
        case neu = 0
        /// Something is missing.
        case unvollstaendig = 2
        /// Everything has been entered.
        case vollstaendig = 9
        /// The municipality has confirmed it.
        case bestaetigt = 10

        /// The less complete comes first.
        public static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
    }

    /// A part of the profile and its status.
    public struct Teil: Sendable, Hashable {
        /// The part's element, such as `impressum`.
        public var name: String
        /// Its status.
        public var status: Status
        /// Its line in the file.
        public var zeile: Int?
    }

    /// The municipality.
    public struct Kommune: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its Amtlicher Regionalschlüssel.
        public var ars: ARS
        /// Its Amtlicher Gemeindeschlüssel.
        public var ags: AGS
    }

    /// The portal.
    public struct Portal: Sendable, Hashable {
        /// Its short identifier.
        public var kennung: String
        /// Its name.
        public var name: String
        /// Its address.
        public var adresse: String
    }

    /// Who publishes.
    public struct Herausgeberangabe: Sendable, Hashable {
        /// The identifier of the publisher.
        public var identifikator: ObjektKennung?
        /// The name per language.
        public var bezeichnung: MehrsprachigerText
    }

    /// A unit of the municipality.
    public struct Organisationseinheit: Sendable, Hashable {
        /// Its identifier within the profile.
        public var id: String
        /// Its superior unit within the profile.
        public var uebergeordnet: String?
        /// Its identifier in the portal.
        public var identifikator: ObjektKennung
        /// Its name per language.
        public var name: MehrsprachigerText
        /// Its addresses.
        public var anschriften: [Anschrift]
        /// How it is reached.
        public var erreichbarkeiten: [Erreichbarkeit]
        /// What it is responsible for.
        public var zustaendigkeiten: [Zustaendigkeit]
    }

    /// An address.
    public struct Anschrift: Sendable, Hashable {
        /// The kind, a code of `urn:xoev-de:fim:codeliste:xzufi.anschrifttyp`.
        public var typ: String
        /// The street.
        public var strasse: String?
        /// The number.
        public var hausnummer: String?
        /// The post-office box.
        public var postfach: String?
        /// The name of a bulk recipient.
        public var grossempfaenger: String?
        /// The postcode.
        public var postleitzahl: String
        /// The place.
        public var ort: String
        /// An addition.
        public var zusatz: String?
    }

    /// A way to reach a unit.
    public struct Erreichbarkeit: Sendable, Hashable {
        /// The channel, a code of `urn:de:xoev:codeliste:erreichbarkeit`.
        public var kanal: String
        /// The address or number.
        public var kennung: String
        /// An addition.
        public var zusatz: String?
    }

    /// What a unit is responsible for.
    public struct Zustaendigkeit: Sendable, Hashable {
        /// The key of the service.
        public var leistungsschluessel: String
        /// The area as an ARS or its beginning; the municipality's where it is nil.
        public var gebiet: String?
        /// The role; `01` is the responsible authority.
        public var rolle: String
    }

    /// Something the portal offers.
    public struct Faehigkeit: Sendable, Hashable {
        /// The kind.
        public var art: Voraussetzung.Art
        /// The value.
        public var wert: String
    }

    /// A service that is switched on.
    public struct Dienst: Sendable, Hashable {
        /// The package.
        public var paket: String
        /// In the portal.
        public var kommunalportal: Bool
        /// With payment through ePayBL.
        public var epaybl: Bool
        /// With payment through pmPayment.
        public var pmPayment: Bool
    }

    /// The value of a parameter, or the reference to it.
    public struct Parameterwert: Sendable, Hashable {
        /// What is set.
        public enum Inhalt: Sendable, Hashable {
            /// A value.
            case wert(String)
            /// Where the secret is found.
            case geheimnis(verweis: String)
        }

        /// The parameter's name.
        public var name: String
        /// The level on which it is set.
        public var ebene: ParameterDeklaration.Ebene
        /// The unit, where it is set for one.
        public var organisationseinheit: String?
        /// The package, where it is set for one.
        public var paket: String?
        /// What is set.
        public var inhalt: Inhalt
        /// Its line in the file.
        public var zeile: Int?
    }

    /// The unit that is responsible for a service in the role of responsible authority, or nil.
    public func zustaendigeStelle(fuer schluessel: String) -> Organisationseinheit? {
        let matching = organisationseinheiten.filter { unit in
            unit.zustaendigkeiten.contains { $0.leistungsschluessel == schluessel }
        }
        let competent = matching.first { unit in
            unit.zustaendigkeiten.contains { $0.leistungsschluessel == schluessel && $0.rolle == "01" }
        }
        return competent ?? matching.first
    }
}

/// The identity of an object of XZuFi: never the bare value (UN/CEFACT Identifier).
public struct ObjektKennung: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// Who gives the identifiers.
    public var schemeAgencyID: String
    /// The scheme within the agency.
    public var schemeID: String
    /// The identifier.
    public var value: String

    /// An identity from its parts.
    public init(schemeAgencyID: String, schemeID: String, value: String) {
        self.schemeAgencyID = schemeAgencyID
        self.schemeID = schemeID
        self.value = value
    }

    /// `agency|scheme|value`, for people.
    public var description: String { "\(schemeAgencyID)|\(schemeID)|\(value)" }

    /// Ordered by agency, scheme and value.
    public static func < (left: ObjektKennung, right: ObjektKennung) -> Bool {
        (left.schemeAgencyID, left.schemeID, left.value) < (right.schemeAgencyID, right.schemeID, right.value)
    }
}
