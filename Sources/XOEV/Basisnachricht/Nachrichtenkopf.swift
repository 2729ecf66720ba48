import Foundation
import XMLCore

/// The header of a message between authorities: what identifies it, who wrote it, who is to read it, and with what it was
/// made. One model for the XÖV basic message G2G 1.0 and 1.1 (qualified, unqualified, and as standards restrict it) and for
/// the older headers of XInneres, XJustiz and xdomea; `Kopfform` tells how a message writes it.
public struct Nachrichtenkopf: Sendable, Hashable {
    /// The message's identifier (RFC 4122). Each message has a new one; a message that is sent again keeps it.
    public var nachrichtenUUID: UUID
    /// The message that this one answers (`referenzUUID`, `fremdeNachrichtenID`).
    public var referenzUUID: UUID?
    /// The type of the message: the code of its number. Nil where the header has none (XJustiz).
    public var nachrichtentyp: Codewert?
    /// When the message was made; not when it was sent.
    public var erstellungszeitpunkt: Erstellungszeitpunkt
    /// The authority that is to read the message.
    public var leser: Behoerde
    /// The authority that made the message.
    public var autor: Behoerde
    /// The service in the DVDV over which the message goes (`dvdvDienstkennung` of XWasser).
    public var dvdvDienstkennung: String?
    /// The program that made the message.
    public var produkt: Produkt
    /// The standard's name; nil to take the one that the schema fixes.
    public var standard: String?
    /// The standard's version; nil to take the one that the schema fixes.
    public var version: String?
    /// The content of the attribute `test`. Its presence marks a message that must not be processed in production,
    /// whatever the content (XÖV basic message 1.1).
    public var test: String?

    /// A header from its parts.
    public init(
        nachrichtenUUID: UUID, nachrichtentyp: Codewert?, erstellungszeitpunkt: Erstellungszeitpunkt, leser: Behoerde,
        autor: Behoerde, produkt: Produkt, standard: String? = nil, version: String? = nil, test: String? = nil,
        referenzUUID: UUID? = nil, dvdvDienstkennung: String? = nil
    ) {
        self.nachrichtenUUID = nachrichtenUUID
        self.nachrichtentyp = nachrichtentyp
        self.erstellungszeitpunkt = erstellungszeitpunkt
        self.leser = leser
        self.autor = autor
        self.produkt = produkt
        self.standard = standard
        self.version = version
        self.test = test
        self.referenzUUID = referenzUUID
        self.dvdvDienstkennung = dvdvDienstkennung
    }

    /// A code with the list that it is from, as far as the message says (XÖV data type `Code`).
    public struct Codewert: Sendable, Hashable {
        /// The code.
        public var code: String
        /// Its name.
        public var name: String?
        /// The list (`listURI`).
        public var listURI: String?
        /// The list's version (`listVersionID`).
        public var listVersionID: String?

        /// A code from its parts.
        public init(_ code: String, name: String? = nil, listURI: String? = nil, listVersionID: String? = nil) {
            self.code = code
            self.name = name
            self.listURI = listURI
            self.listVersionID = listVersionID
        }
    }

    /// An authority in a directory.
    public struct Behoerde: Sendable, Hashable {
        /// The directory (list `urn:xoev-de:kosit:codeliste:verzeichnisdienst`), such as `DVDV`.
        public var verzeichnisdienst: Codewert
        /// The key in the directory; of the DVDV prefix, colon and key: `psw:01003110`.
        public var kennung: String
        /// The authority's name.
        public var name: String
        /// How it is reached.
        public var erreichbarkeiten: [Erreichbarkeit]
        /// The list that the key without its prefix is from, and its version; only XInneres and xdomea name it. The code
        /// in it counts for nothing.
        public var kennungsliste: Codewert?
        /// Where it is; only XInneres has it, and demands it of the author.
        public var anschrift: Anschrift?
        /// The code of a court (list `urn:xoev-de:xjustiz:codeliste:gds.gerichte`); only XJustiz has it, where the name
        /// stands in for it otherwise.
        public var gericht: Codewert?

        /// An authority from its parts.
        public init(
            verzeichnisdienst: Codewert = .dvdv, kennung: String, name: String,
            erreichbarkeiten: [Erreichbarkeit] = [], kennungsliste: Codewert? = nil, anschrift: Anschrift? = nil,
            gericht: Codewert? = nil
        ) {
            self.verzeichnisdienst = verzeichnisdienst
            self.kennung = kennung
            self.name = name
            self.erreichbarkeiten = erreichbarkeiten
            self.kennungsliste = kennungsliste
            self.anschrift = anschrift
            self.gericht = gericht
        }
    }

    /// A way to reach an authority.
    public struct Erreichbarkeit: Sendable, Hashable {
        /// The channel (list `urn:de:xoev:codeliste:erreichbarkeit`): 01 e-mail, 02 telephone.
        public var kanal: Codewert
        /// The address or number.
        public var kennung: String
        /// An addition.
        public var zusatz: String?

        /// The list that channels are of where neither the schema nor the caller names another.
        static let vorgabe = (listURI: "urn:de:xoev:codeliste:erreichbarkeit", listVersionID: "3")

        /// A way to reach an authority; of the channel the code in version 3 of the list, or in the list that the schema
        /// of the message fixes.
        public init(kanal: String, kennung: String, zusatz: String? = nil) {
            self.init(
                kanal: Codewert(
                    kanal, listURI: Self.vorgabe.listURI, listVersionID: Self.vorgabe.listVersionID),
                kennung: kennung, zusatz: zusatz)
        }

        /// A way to reach an authority.
        public init(kanal: Codewert, kennung: String, zusatz: String? = nil) {
            self.kanal = kanal
            self.kennung = kennung
            self.zusatz = zusatz
        }
    }

    /// The address of a building.
    public struct Anschrift: Sendable, Hashable {
        /// The street.
        public var strasse: String
        /// The number; digits only, as XInneres writes it.
        public var hausnummer: String?
        /// The postcode.
        public var postleitzahl: String
        /// The place.
        public var ort: String

        /// An address from its parts.
        public init(strasse: String, hausnummer: String? = nil, postleitzahl: String, ort: String) {
            self.strasse = strasse
            self.hausnummer = hausnummer
            self.postleitzahl = postleitzahl
            self.ort = ort
        }
    }

    /// A program.
    public struct Produkt: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Who is responsible for it.
        public var hersteller: String
        /// Its version.
        public var version: String?

        /// A program from its parts.
        public init(name: String, hersteller: String, version: String? = nil) {
            self.name = name
            self.hersteller = hersteller
            self.version = version
        }
    }
}

extension Nachrichtenkopf.Codewert {
    /// The DVDV in version 3 of the list of directories.
    public static let dvdv = Nachrichtenkopf.Codewert(
        "DVDV", listURI: "urn:xoev-de:kosit:codeliste:verzeichnisdienst", listVersionID: "3")
}
