import Findings
import SchemaModel
import SchemaValidation
import XMLCore

/// Validates the messages of a package against the schemas they are linked to. The schemas come from the package alone:
/// nothing is loaded from elsewhere.
struct MessageCheck {
    let package: LoadedPackage
    let intact: Set<String>
    let limits: XMLLimits

    func run() -> LayerCheck {
        var check = LayerCheck()
        var compiled: [String: Result<SchemaSet, SchemaError>] = [:]
        let messages = package.manifest.bestandteile.filter { $0.rolle == .nachricht }
        if messages.isEmpty {
            check.skipped = Message(de: "Das Paket hat keine Nachrichten.", en: "The package has no messages.")
        }
        for message in messages where intact.contains(message.id) {
            guard let bytes = package.bytes(of: message) else { continue }
            let schemas = linkedSchemas(of: message)
            if schemas.isEmpty {
                check.couldNotRun = Message(
                    de:
                        "Die Nachricht „\(message.id)“ ist mit keinem XML-Schema des Pakets verknüpft (nachricht-schema).",
                    en: "The message “\(message.id)” is linked to no XML schema of the package (nachricht-schema).")
            }
            for schema in schemas where intact.contains(schema.id) {
                let set = compiled[schema.id] ?? compile(schema)
                compiled[schema.id] = set
                switch set {
                case .success(let set):
                    let validator = DocumentValidator(set, options: .init(limits: limits))
                    let source = XMLSource.bytes(bytes, name: package.contents.displayName(message.pfad))
                    check.findings += validator.validate(source).findings
                case .failure(let error):
                    let known = Set(check.findings)
                    check.findings += error.findings.filter { !known.contains($0) }
                }
            }
        }
        return check
    }

    private func linkedSchemas(of message: Bestandteil) -> [Bestandteil] {
        package.manifest.verknuepfungen.compactMap { link in
            guard link.art == "nachricht-schema", case .bestandteil(message.id, _) = link.von,
                case .bestandteil(let id, _) = link.nach, let schema = package.manifest.bestandteil(id),
                schema.rolle == .schema, schema.pfad.lowercased().hasSuffix(".xsd")
            else { return nil }
            return schema
        }
    }

    private func compile(_ schema: Bestandteil) -> Result<SchemaSet, SchemaError> {
        func source(_ part: Bestandteil) -> SchemaSource? {
            package.bytes(of: part).map { .bytes($0, name: package.contents.displayName(part.pfad)) }
        }
        let others = package.manifest.bestandteile.filter {
            $0.rolle == .schema && $0.id != schema.id && $0.pfad.lowercased().hasSuffix(".xsd")
                && intact.contains($0.id)
        }
        do throws(SchemaError) {
            let loader = SchemaLoader(.init(pool: others.compactMap(source)))
            return .success(try loader.load([source(schema)].compactMap { $0 }))
        } catch {
            return .failure(error)
        }
    }
}
