import SchemaModel
import XMLCore

/// Writes down what a plan made.
struct ManifestBuilder {
    let plan: SwiftPlan
    let families: [Int: (base: XMLName, members: [XMLName], isElement: Bool)]
    let components: SchemaComponents
    let access: String

    func manifest() -> GeneratedManifest {
        var digests: [String] = []
        var inputs: [GeneratedManifest.Input] = []
        for document in components.documents {
            let digest = SwiftGenerator.digest(document.bytes)
            digests.append(digest)
            let name = document.name.split(separator: "/").last.map(String.init) ?? document.name
            inputs.append(GeneratedManifest.Input(file: name, sha256: digest))
        }
        var types: [GeneratedManifest.Entry] = []
        var roots: [GeneratedManifest.Entry] = []
        var groups: (families: [GeneratedManifest.Entry], substitutions: [GeneratedManifest.Entry]) = ([], [])
        for (index, type) in plan.types.enumerated() where type.module == nil && type.parent == nil {
            func entry(_ name: XMLName, members: [String]? = nil) -> GeneratedManifest.Entry {
                GeneratedManifest.Entry(
                    namespace: name.namespace, name: name.local, swift: type.name,
                    sha256: digests.indices.contains(type.document) ? digests[type.document] : nil, members: members)
            }
            if let family = families[index] {
                let members = family.members.map(ReuseIndex.text).sorted()
                if family.isElement {
                    groups.substitutions.append(entry(family.base, members: members))
                } else {
                    groups.families.append(entry(family.base, members: members))
                }
            } else if let name = type.xmlName {
                types.append(entry(name))
            }
            for root in type.rootNames { roots.append(entry(root)) }
        }
        func sorted(_ entries: [GeneratedManifest.Entry]) -> [GeneratedManifest.Entry] {
            entries.sorted { ($0.namespace ?? "", $0.name) < ($1.namespace ?? "", $1.name) }
        }
        return GeneratedManifest(
            format: GeneratedManifest.currentFormat, access: access,
            inputs: inputs.sorted { ($0.file, $0.sha256) < ($1.file, $1.sha256) }, roots: sorted(roots),
            types: sorted(types), families: sorted(groups.families), substitutions: sorted(groups.substitutions))
    }
}
