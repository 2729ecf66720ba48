import Findings

/// A package whose files are those that its table of contents names, with the objects that its parts hold: what planning
/// needs of it, read once however many municipalities it goes to.
struct PreparedPackage {
    let package: LoadedPackage
    let objects: [PackageObject]
    /// The packages that come along where they are not installed, those that others need first.
    var along: [PreparedPackage] = []

    /// Throws `package.invalid` with the files that are missing, altered or undeclared.
    init(_ package: LoadedPackage, along: [LoadedPackage] = []) throws(TransferError) {
        let errors = FileCheck(package: package).run().check.findings.filter { $0.severity == .error }
        if let first = errors.first {
            throw TransferError(
                .packageInvalid, at: first.location,
                Message(
                    de: "Das Paket ist beschädigt: \(text: first.message.de)",
                    en: "The package is damaged: \(text: first.message.en)"),
                hint: first.hint, findings: errors)
        }
        self.package = package
        objects = try PackageObjects.read(package)
        for other in along { self.along.append(try PreparedPackage(other)) }
    }
}
