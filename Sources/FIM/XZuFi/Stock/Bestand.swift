import Findings
import XMLCore

extension XZuFi {
    /// A publisher's stock as an index and its transfer files hold it: of each object what is needed to compare and to
    /// follow references, not its content.
    public struct Bestand: Sendable, Hashable {
        /// An object that is written.
        public struct Eintrag: Sendable, Hashable {
            /// What tells it from all others.
            public var schluessel: Objektschluessel
            /// What to call it in German, where it has a name.
            public var name: String?
            /// The file it is in.
            public var datei: String
            /// Where in the file.
            public var position: XMLPosition?
            /// SHA-256 of its content, without prefixes, comments and white space between elements.
            public var digest: String
            /// The objects it refers to.
            public var verweise: [Verweis]
        }

        /// A reference from one object to another.
        public struct Verweis: Sendable, Hashable {
            /// The element that holds it, such as `leistungID`.
            public var element: String
            /// The object referred to.
            public var ziel: Objektschluessel
        }

        /// A transfer file.
        public struct Datei: Sendable, Hashable {
            /// Its name, as the index gives it.
            public var name: String
            /// Its version.
            public var version: Version
            /// The transaction it belongs to.
            public var transaktionID: String?
            /// Its place in the transaction.
            public var transaktionPosition: String?
            /// How many records it has.
            public var saetze: Int
        }

        /// The files that could be read, in the order of the index.
        public var dateien: [Datei] = []
        /// What is written, by key. Where an object is written twice, the first.
        public var eintraege: [Objektschluessel: Eintrag] = [:]
        /// What is deleted in words (`loesche`), with the file that says so. A deletion that does not say the kind of
        /// object stands for every kind.
        public var loeschungen: [Objektschluessel: String] = [:]
        /// Further identities of objects (`idSekundaer`), to which references may go as well.
        public var weitereIdentitaeten: Set<Objektschluessel> = []

        /// A stock with nothing in it.
        public init() {}

        /// The digests of what is written.
        public var digests: [Objektschluessel: String] { eintraege.mapValues(\.digest) }

        /// The agencies whose ids the objects have: the publishers of the stock.
        public var herausgeber: [String] {
            Set(eintraege.keys.compactMap(\.identitaet.schemeAgencyID)).sorted()
        }

        /// The elements that refer to objects of a stock, and to which kind.
        static let verweisende: [String: Objektart] = [
            "leistungID": .leistung, "idLeistungImKontext": .leistung, "leistungImKontextID": .leistung,
            "organisationseinheitID": .organisationseinheit,
            "uebergeordneteOrganisationseinheitID": .organisationseinheit,
            "untergeordneteOrganisationseinheitID": .organisationseinheit, "onlinedienstID": .onlinedienst,
            "referenzFormularID": .formular, "formularReferenz": .formular, "uebergeordneteKategorieID": .kategorie,
            "untergeordneteKategorieID": .kategorie, "uebergeordnetesGebietID": .gebiet,
            "untergeordnetesGebietID": .gebiet,
        ]

        /// The references in an element, at any depth.
        static func verweise(_ element: XMLTree.Element) -> [Verweis] {
            var result: [Verweis] = []
            func visit(_ element: XMLTree.Element) {
                for child in element.elements {
                    if let art = verweisende[child.name.local] {
                        let target = Objektschluessel(art, Identifikator(child).identity)
                        result.append(Verweis(element: child.name.local, ziel: target))
                    } else {
                        visit(child)
                    }
                }
            }
            visit(element)
            return result
        }
    }
}
