import Findings

/// Checks the mappings of a package against its forms and schemas. Hints are left to `xoev mapping check`.
struct MappingPartCheck {
    let package: LoadedPackage
    let intact: Set<String>

    private var parts: [Bestandteil] {
        package.manifest.bestandteile.filter { PackageMapping.isMapping($0) && intact.contains($0.id) }
    }

    /// Whether there is anything to check.
    var isNeeded: Bool { !parts.isEmpty }

    func run() -> LayerCheck {
        var check = LayerCheck()
        for part in parts {
            do throws(TransferError) {
                let mapping = try PackageMapping(package, part: part.id)
                check.findings += mapping.check().findings.filter { $0.severity > .hint }
            } catch {
                check.findings += error.findings.isEmpty ? [error.finding] : error.findings
            }
        }
        return check
    }
}
