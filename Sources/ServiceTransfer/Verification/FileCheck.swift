import Archives
import Findings

/// Compares the files of a package with what its table of contents says of them (DP-2, DP-3, DP-5, DP-30, DP-31).
struct FileCheck {
    let package: LoadedPackage

    struct Outcome {
        var check = LayerCheck()
        /// The parts whose file is there and unaltered.
        var intact: Set<String> = []
    }

    func run() -> Outcome {
        var outcome = Outcome()
        let contents = package.contents
        let manifestFile = Location(file: contents.displayName(Dienstpaket.fileName))
        var declared: Set<String> = [Dienstpaket.fileName, Signatur.path]
        for part in package.manifest.bestandteile {
            declared.insert(part.pfad)
            if part.pfad == Dienstpaket.fileName {
                outcome.check.findings.append(selfDeclared(at: manifestFile))
                continue
            }
            if part.pfad.uppercased().hasPrefix(Signatur.folder) {
                outcome.check.findings.append(reserved(part, at: manifestFile))
            }
            guard let bytes = package.bytes(of: part) else {
                outcome.check.findings.append(PackageBuilder.missing(part.pfad, at: manifestFile))
                continue
            }
            if bytes.count != part.groesse || SHA256Text.digest(bytes) != part.sha256 {
                outcome.check.findings.append(altered(part, bytes))
            } else {
                outcome.intact.insert(part.id)
            }
        }
        for path in contents.sortedPaths where !declared.contains(path) {
            outcome.check.findings.append(PackageBuilder.undeclared(path, at: contents.displayName(path)))
        }
        return outcome
    }

    private func altered(_ part: Bestandteil, _ bytes: [UInt8]) -> Finding {
        let size =
            bytes.count == part.groesse
            ? Message(de: "die Größe stimmt, die Prüfsumme nicht", en: "the size is right, the digest is not")
            : Message(
                de: "\(bytes.count) statt \(part.groesse) Bytes", en: "\(bytes.count) instead of \(part.groesse) bytes")
        return Finding(
            "package.part-altered", .error, at: Location(file: package.contents.displayName(part.pfad)),
            Message(
                de: "Der Bestandteil „\(part.id)“ ist nicht der, den dienstpaket.xml nennt: \(text: size.de).",
                en: "The part “\(part.id)” is not the one that dienstpaket.xml names: \(text: size.en)."),
            hint: Message(
                de: "Fordern Sie das Paket neu an; wer den Bestandteil absichtlich geändert hat, packt es neu.",
                en: "Request the package anew; who changed the part on purpose packs it again."))
    }

    private func reserved(_ part: Bestandteil, at location: Location) -> Finding {
        Finding(
            "package.part-reserved", .error, at: location,
            Message(
                de: "Der Bestandteil „\(part.id)“ liegt in META-INF; der Ordner ist Signaturen vorbehalten (DP-5).",
                en: "The part “\(part.id)” lies in META-INF; the folder is reserved for signatures (DP-5)."),
            hint: Message(de: "Legen Sie ihn in einen anderen Ordner.", en: "Put it into another folder."))
    }

    private func selfDeclared(at location: Location) -> Finding {
        Finding(
            "package.manifest-as-part", .error, at: location,
            Message(
                de: "dienstpaket.xml nennt sich selbst als Bestandteil.",
                en: "dienstpaket.xml declares itself as a part."),
            hint: Message(de: "Entfernen Sie diesen Bestandteil.", en: "Remove this part."))
    }
}
