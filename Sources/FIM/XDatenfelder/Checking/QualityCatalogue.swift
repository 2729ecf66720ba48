/// The official quality messages 1001–1144 (`urn:xoev-de:fim-datenfelder:codeliste:xdfm`), with their weight, whether this
/// library can raise them, and a short text of our own. The official texts come from a list file at run time.
extension QualityMessage {
    static let catalogue: [QualityMessage] = [
        QualityMessage(
            1001, .methodisch, .implemented, "In der Regel genanntes Element gibt es im Geltungsbereich nicht",
            "A rule names an element that is not in its scope"),
        QualityMessage(1002, .kritisch, .implemented, "Name fehlt", "The name is missing"),
        QualityMessage(
            1003, .warnung, .implemented, "Dasselbe Element steht in mehreren Versionen im Schema",
            "One element stands in the form in several versions"),
        QualityMessage(
            1004, .warnung, .implemented, "Dasselbe Element steht in gleicher Version mehrfach in der Gruppe",
            "One element of one version stands in the group more than once"),
        QualityMessage(
            1005, .kritisch, .implemented, "Kennung der Codeliste ist keine URN",
            "The code list's identification is no URN"),
        QualityMessage(
            1006, .kritisch, .implemented, "Rechtsnormgebundenes Element ohne Handlungsgrundlage",
            "An element bound to a law names no law"),
        QualityMessage(1007, .kritisch, .implemented, "Dokumentsteckbrief fehlt", "No document profile is assigned"),
        QualityMessage(
            1008, .kritisch, .notApplicable, "Steckbrief ohne Handlungsgrundlage (durch 1052 ersetzt)",
            "A profile names no law (superseded by 1052)"),
        QualityMessage(1009, .kritisch, .implemented, "Bezeichnung Eingabe fehlt", "The input label is missing"),
        QualityMessage(1010, .kritisch, .implemented, "Bezeichnung Ausgabe fehlt", "The output label is missing"),
        QualityMessage(
            1011, .kritisch, .implemented, "Auswahlfeld hat nicht den Datentyp Text",
            "A select field is not of type text"),
        QualityMessage(
            1012, .methodisch, .implemented, "Auswahl- oder statisches Feld mit Feldlänge",
            "A select or static field has a length"),
        QualityMessage(
            1013, .methodisch, .implemented, "Abstraktes Element in Schema oder Gruppe verwendet",
            "An abstract element is used in a form or group"),
        QualityMessage(1014, .kritisch, .implemented, "Datenfeld ist abstrakt", "A field is abstract"),
        QualityMessage(
            1015, .kritisch, .implemented, "Feldlänge bei einem Datentyp, der kein Text ist",
            "A length on a type that is no text"),
        QualityMessage(
            1016, .kritisch, .implemented, "Wertebereich bei einem Datentyp, der weder Zahl noch Zeit ist",
            "A range on a type that is neither number nor time"),
        QualityMessage(
            1017, .kritisch, .implemented, "Liste zugeordnet, aber das Feld ist kein Auswahlfeld",
            "A list is assigned but the field is no select field"),
        QualityMessage(
            1018, .warnung, .implemented, "Auswahlfeld ohne Code- oder Werteliste",
            "A select field has neither code list nor values"),
        QualityMessage(
            1019, .methodisch, .implemented, "Regel nennt ein Element mit Versionsangabe",
            "A rule names an element with its version"),
        QualityMessage(1021, .kritisch, .implemented, "Multiplizität fehlt", "The multiplicity is missing"),
        QualityMessage(
            1022, .methodisch, .implemented,
            "Abstraktes oder harmonisiertes Element in rechtsnormgebundener Gruppe ohne Grundlage der Multiplizität",
            "An abstract or harmonised element in a group bound to a law gives no law for its multiplicity"),
        QualityMessage(1023, .kritisch, .implemented, "Gruppe ist leer", "The group is empty"),
        QualityMessage(1024, .methodisch, .implemented, "Freitextregel ist leer", "The rule has no text"),
        QualityMessage(
            1025, .methodisch, .implemented, "Dasselbe Element steht in gleicher Version mehrfach auf oberster Ebene",
            "One element of one version stands at the top level more than once"),
        QualityMessage(1026, .kritisch, .implemented, "Element enthält sich selbst", "An element holds itself"),
        QualityMessage(
            1027, .kritisch, .implemented, "Feldart fehlt oder ist unbekannt", "The field kind is missing or unknown"),
        QualityMessage(
            1028, .kritisch, .implemented, "Datentyp fehlt oder ist unbekannt", "The data type is missing or unknown"),
        QualityMessage(
            1029, .kritisch, .implemented, "Relationsart fehlt oder ist unbekannt",
            "The relation's kind is missing or unknown"),
        QualityMessage(
            1030, .kritisch, .implemented, "Vorbefüllungsart fehlt oder ist unbekannt",
            "The kind of prefilling is missing or unknown"),
        QualityMessage(
            1031, .kritisch, .implemented, "Strukturelementart fehlt oder ist unbekannt",
            "The kind of element is missing or unknown"),
        QualityMessage(
            1032, .kritisch, .implemented, "Status fehlt oder ist unbekannt", "The state is missing or unknown"),
        QualityMessage(
            1033, .kritisch, .implemented, "Änderbarkeit der Struktur fehlt oder ist unbekannt",
            "The changeability of the structure is missing or unknown"),
        QualityMessage(
            1034, .kritisch, .implemented, "Änderbarkeit der Repräsentation fehlt oder ist unbekannt",
            "The changeability of the presentation is missing or unknown"),
        QualityMessage(
            1035, .methodisch, .notApplicable, "Hinweis in altem Format (in XDF3-Dateien nicht erkennbar)",
            "A hint in the old format (not told apart in XDF3 files)"),
        QualityMessage(
            1036, .methodisch, .notApplicable, "Codeliste nicht eindeutig (betrifft den Bestand einer Redaktion)",
            "A code list is not unique (about a publisher's stock)"),
        QualityMessage(
            1037, .warnung, .implemented, "Codeliste in mehreren Versionen verwendet",
            "A code list is used in several versions"),
        QualityMessage(1038, .kritisch, .implemented, "ID fehlt", "The id is missing"),
        QualityMessage(
            1039, .kritisch, .implemented, "ID hat nicht die vorgeschriebene Form", "The id has not the prescribed form"
        ),
        QualityMessage(
            1040, .kritisch, .implemented, "Kennung der Codeliste ist leer", "The code list's identification is empty"),
        QualityMessage(
            1041, .methodisch, .implemented, "Regel nennt ein Element mit alter, kurzer ID",
            "A rule names an element by its old short id"),
        QualityMessage(1042, .kritisch, .implemented, "Gruppenart ist unbekannt", "The group's kind is unknown"),
        QualityMessage(
            1043, .methodisch, .implemented, "Auswahlgruppe mit nur einem Element",
            "A choice group has one element only"),
        QualityMessage(
            1044, .methodisch, .implemented, "Liste mit weniger als zwei Einträgen", "A list has fewer than two entries"
        ),
        QualityMessage(
            1045, .kritisch, .implemented, "Code kommt in der Liste doppelt vor", "A code occurs twice in the list"),
        QualityMessage(
            1046, .kritisch, .implemented, "Multiplizität hat nicht die Form min:max",
            "The multiplicity has not the form min:max"),
        QualityMessage(
            1047, .kritisch, .implemented, "Multiplizität: min größer als max", "Multiplicity: min is greater than max"),
        QualityMessage(
            1048, .methodisch, .implemented, "URN der Codeliste ist nicht wohlgeformt",
            "The code list's URN is not well-formed"),
        QualityMessage(
            1049, .kritisch, .implemented, "Definition des Steckbriefs fehlt", "The profile's definition is missing"),
        QualityMessage(1050, .kritisch, .implemented, "Bezeichnung fehlt", "The title is missing"),
        QualityMessage(1051, .kritisch, .implemented, "Schema ohne Handlungsgrundlage", "The form names no law"),
        QualityMessage(
            1052, .kritisch, .implemented, "Konkreter Steckbrief ohne Handlungsgrundlage",
            "A concrete profile names no law"),
        QualityMessage(
            1053, .kritisch, .implemented, "Konkreter Steckbrief mit zugeordneten Steckbriefen",
            "A concrete profile has profiles assigned to it"),
        QualityMessage(
            1054, .kritisch, .implemented, "Abstrakter Steckbrief mit weniger als zwei zugeordneten Steckbriefen",
            "An abstract profile has fewer than two profiles assigned to it"),
        QualityMessage(
            1055, .kritisch, .implemented, "Dokumentart fehlt oder ist unbekannt",
            "The kind of document is missing or unknown"),
        QualityMessage(
            1056, .kritisch, .implemented, "Dateigröße bei einem Feld, das keine Anlage ist",
            "A file size on a field that is no file"),
        QualityMessage(
            1057, .kritisch, .implemented, "Medientypen bei einem Feld, das keine Anlage ist",
            "Media types on a field that is no file"),
        QualityMessage(1058, .methodisch, .implemented, "Spaltenangabe ohne Codeliste", "Columns without a code list"),
        QualityMessage(
            1059, .kritisch, .implemented, "Minimale Länge ist keine ganze Zahl ab 0",
            "The least length is no integer from 0"),
        QualityMessage(
            1060, .kritisch, .implemented, "Maximale Länge ist keine ganze Zahl ab 1",
            "The greatest length is no integer from 1"),
        QualityMessage(
            1061, .kritisch, .implemented, "Minimale Länge größer als maximale",
            "The least length is greater than the greatest"),
        QualityMessage(1062, .kritisch, .implemented, "Untere Grenze ist keine Zahl", "The lower bound is no number"),
        QualityMessage(1063, .kritisch, .implemented, "Obere Grenze ist keine Zahl", "The upper bound is no number"),
        QualityMessage(
            1064, .kritisch, .implemented, "Untere Grenze liegt über der oberen", "The lower bound is above the upper"),
        QualityMessage(
            1065, .kritisch, .implemented, "Untere Grenze ist keine ganze Zahl", "The lower bound is no integer"),
        QualityMessage(
            1066, .kritisch, .implemented, "Obere Grenze ist keine ganze Zahl", "The upper bound is no integer"),
        QualityMessage(1067, .kritisch, .implemented, "Untere Grenze ist kein Datum", "The lower bound is no date"),
        QualityMessage(1068, .kritisch, .implemented, "Obere Grenze ist kein Datum", "The upper bound is no date"),
        QualityMessage(1069, .kritisch, .implemented, "Inhalt ist keine Zahl", "The content is no number"),
        QualityMessage(1070, .kritisch, .implemented, "Inhalt ist keine ganze Zahl", "The content is no integer"),
        QualityMessage(1071, .kritisch, .implemented, "Inhalt ist kein Datum", "The content is no date"),
        QualityMessage(
            1072, .kritisch, .implemented, "Inhalt liegt unter der unteren Grenze",
            "The content is below the lower bound"),
        QualityMessage(
            1073, .kritisch, .implemented, "Inhalt liegt über der oberen Grenze", "The content is above the upper bound"
        ),
        QualityMessage(
            1074, .kritisch, .implemented, "Inhalt ist kürzer als erlaubt", "The content is shorter than allowed"),
        QualityMessage(
            1075, .kritisch, .implemented, "Inhalt ist länger als erlaubt", "The content is longer than allowed"),
        QualityMessage(
            1076, .methodisch, .needsCodeList, "Inhalt ist kein Code der Codeliste",
            "The content is no code of the code list"),
        QualityMessage(1077, .kritisch, .implemented, "Inhalt ist kein Wahrheitswert", "The content is no truth value"),
        QualityMessage(1078, .kritisch, .implemented, "Schema ist leer", "The form is empty"),
        QualityMessage(
            1079, .kritisch, .implemented, "Untere Grenze ist kein Zeitpunkt", "The lower bound is no date and time"),
        QualityMessage(
            1080, .kritisch, .implemented, "Obere Grenze ist kein Zeitpunkt", "The upper bound is no date and time"),
        QualityMessage(1081, .kritisch, .implemented, "Untere Grenze ist keine Uhrzeit", "The lower bound is no time"),
        QualityMessage(1082, .kritisch, .implemented, "Obere Grenze ist keine Uhrzeit", "The upper bound is no time"),
        QualityMessage(1083, .kritisch, .implemented, "Inhalt ist kein Zeitpunkt", "The content is no date and time"),
        QualityMessage(1084, .kritisch, .implemented, "Inhalt ist keine Uhrzeit", "The content is no time"),
        QualityMessage(
            1085, .methodisch, .implemented, "Inhalt ist kein Code der Werteliste",
            "The content is no code of the values"),
        QualityMessage(
            1087, .kritisch, .implemented, "Relation zu einem Objekt unzulässiger Art",
            "A relation to an object of a kind that is not allowed"),
        QualityMessage(
            1088, .methodisch, .implemented, "Relation ist an diesem Objekt nicht vorgesehen",
            "The relation is not meant for this object"),
        QualityMessage(1089, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(
            1090, .kritisch, .implemented, "Statisches Feld mit unzulässigem Datentyp",
            "A static field has a type that is not allowed"),
        QualityMessage(1091, .kritisch, .implemented, "Relation ohne Objekt", "A relation names no object"),
        QualityMessage(
            1092, .kritisch, .implemented, "IstAbstrakt fehlt oder ist falsch", "istAbstrakt is missing or wrong"),
        QualityMessage(
            1093, .warnung, .implemented, "Name kommt in der Liste doppelt vor", "A name occurs twice in the list"),
        QualityMessage(
            1094, .methodisch, .implemented, "Default-Datenfeld neben anderen Elementen",
            "The default field stands beside other elements"),
        QualityMessage(1095, .warnung, .implemented, "Default-Datenfeld verwendet", "The default field is used"),
        QualityMessage(
            1096, .warnung, .implemented, "Default-Dokumentsteckbrief zugeordnet", "The default profile is assigned"),
        QualityMessage(
            1097, .methodisch, .implemented, "Freigegebenes Schema mit Default-Dokumentsteckbrief",
            "An approved form has the default profile"),
        QualityMessage(
            1098, .methodisch, .implemented, "Hilfetext wiederholt die Bezeichnung", "The help repeats the label"),
        QualityMessage(
            1099, .methodisch, .implemented, "Hilfetext wiederholt den Namen des Wertes",
            "The help repeats the value's name"),
        QualityMessage(
            1100, .kritisch, .implemented, "Anlage oder statisches Objekt mit Inhalt",
            "A file or static object has content"),
        QualityMessage(
            1101, .warnung, .implemented, "Harmonisiertes Element ohne Handlungsgrundlage",
            "A harmonised element names no law"),
        QualityMessage(1102, .warnung, .implemented, "Texteingabe ohne Feldlänge", "A text input has no length"),
        QualityMessage(
            1103, .warnung, .implemented, "Zahl oder Datum ohne Wertebereich", "A number or date has no range"),
        QualityMessage(1104, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(
            1105, .warnung, .needsCodeList, "Version der Codeliste ist kein Datum", "The code list's version is no date"
        ),
        QualityMessage(1106, .warnung, .implemented, "Gruppe mit nur einem Element", "A group has one element only"),
        QualityMessage(1107, .warnung, .implemented, "Steckbrief ohne Hilfetext", "The profile has no help"),
        QualityMessage(1108, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(1109, .warnung, .implemented, "Statisches Feld ohne Inhalt", "A static field has no content"),
        QualityMessage(1110, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(1111, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(1112, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(1113, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(1114, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(
            1115, .warnung, .needsNetwork, "Codeliste im XRepository nicht erreichbar",
            "The code list is not to be had from XRepository"),
        QualityMessage(1116, .warnung, .implemented, "Inaktives Element verwendet", "An inactive element is used"),
        QualityMessage(
            1117, .hinweis, .implemented, "Fachlicher Ersteller fehlt", "Nobody is named as having set the state"),
        QualityMessage(
            1118, .kritisch, .implemented, "Element einer Auswahlgruppe hat nicht die Multiplizität 0:1",
            "An element of a choice group has not the multiplicity 0:1"),
        QualityMessage(1119, .deaktiviert, .notApplicable, "abgeschaltet", "switched off"),
        QualityMessage(
            1120, .methodisch, .implemented, "Pattern bei Anlage oder statischem Objekt",
            "A pattern on a file or static object"),
        QualityMessage(
            1121, .warnung, .needsNetwork, "Inhalt fehlt in der neuesten Version der Codeliste",
            "The content is missing from the list's newest version"),
        QualityMessage(
            1122, .methodisch, .needsCodeList, "Spalte fehlt in der Codeliste",
            "The column is missing from the code list"),
        QualityMessage(
            1123, .warnung, .needsNetwork, "Spalte fehlt in der neuesten Version der Codeliste",
            "The column is missing from the list's newest version"),
        QualityMessage(
            1124, .methodisch, .implemented, "Dokumentsteckbrief ist nicht aus KATE (D99)",
            "The profile is not from KATE (D99)"),
        QualityMessage(
            1125, .warnung, .needsNetwork, "Dokumentsteckbrief im Sammelrepository nicht erreichbar",
            "The profile is not to be had from the repository"),
        QualityMessage(
            1126, .warnung, .needsNetwork, "Im Sammelrepository gibt es eine neuere Version",
            "The repository has a newer version"),
        QualityMessage(
            1127, .hinweis, .implemented, "Unveröffentlichtes Element in veröffentlichtem Schema",
            "An unpublished element in a published form"),
        QualityMessage(
            1128, .hinweis, .implemented, "Unveröffentlichtes Element in veröffentlichter Gruppe",
            "An unpublished element in a published group"),
        QualityMessage(
            1129, .hinweis, .implemented, "Element unter Status Entwurf in veröffentlichtem Schema",
            "An element below draft in a published form"),
        QualityMessage(
            1130, .hinweis, .implemented, "Element unter Status Entwurf in veröffentlichter Gruppe",
            "An element below draft in a published group"),
        QualityMessage(
            1131, .kritisch, .implemented, "Zeichen außerhalb von String.Latin", "A character outside of String.Latin"),
        QualityMessage(
            1132, .warnung, .implemented, "Mehrere Handlungsgrundlagen in einer Angabe", "Several laws in one entry"),
        QualityMessage(
            1133, .warnung, .implemented, "Adresse der Handlungsgrundlage ist keine URL", "The law's address is no URL"),
        QualityMessage(
            1134, .hinweis, .implemented,
            "Versioniertes rechtsnormgebundenes Element des eigenen Nummernkreises in einer Arbeitskopie",
            "A versioned element of one's own number range, bound to a law, in a working copy"),
        QualityMessage(
            1135, .kritisch, .implemented, "Unversioniertes Element in versioniertem Schema oder Gruppe",
            "An element without version in a versioned form or group"),
        QualityMessage(
            1136, .hinweis, .implemented, "Text ist länger als empfohlen", "A text is longer than recommended"),
        QualityMessage(
            1137, .hinweis, .implemented, "URI ist länger als empfohlen", "A URI is longer than recommended"),
        QualityMessage(
            1138, .hinweis, .implemented, "Link ist länger als empfohlen", "A link is longer than recommended"),
        QualityMessage(
            1139, .hinweis, .implemented, "Anlage ist nicht beliebig oft erlaubt (n:*)",
            "A file may not be given any number of times (n:*)"),
        QualityMessage(
            1140, .methodisch, .implemented, "FIM-Baustein als Ersteller eines Elements außerhalb von Nummernkreis 60",
            "The FIM building kit is named for an element outside number range 60"),
        QualityMessage(
            1141, .methodisch, .implemented, "FIM-Baustein als Ersteller eines Schemas außerhalb von Nummernkreis 60",
            "The FIM building kit is named for a form outside number range 60"),
        QualityMessage(
            1142, .kritisch, .implemented, "Status des Elements ohne Datum", "The element's state has no date"),
        QualityMessage(1143, .kritisch, .implemented, "Status des Schemas ohne Datum", "The form's state has no date"),
        QualityMessage(
            1144, .kritisch, .implemented, "Status des Steckbriefs ohne Datum", "The profile's state has no date"),
    ]

    static let byNumber: [Int: QualityMessage] = Dictionary(uniqueKeysWithValues: catalogue.map { ($0.number, $0) })
}
