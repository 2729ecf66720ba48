import Foundation

/// A municipality of a roll-out: its profile, or why there is none.
public struct RolloutTarget: Sendable {
    /// The file of the profile, as reports name it.
    public let file: String
    /// The profile, or why it cannot be used.
    public let profile: Result<Portalprofil, TransferError>

    /// A target from a profile that was read.
    public init(_ profile: Portalprofil, file: String) {
        self.file = file
        self.profile = .success(profile)
    }

    /// A target from the file of a profile. A file that cannot be read, or is no usable profile, is a target, too: the
    /// roll-out reports it among the municipalities that failed.
    public init(path: String) {
        file = path
        do throws(TransferError) {
            profile = .success(try ProfileReader().read(path: path))
        } catch {
            profile = .failure(error)
        }
    }

    /// The targets of profiles (`reading`), each file once, in the order in which it is named first.
    public static func reading(_ paths: [String]) -> TransferOperation<[RolloutTarget]> {
        TransferOperation { monitor throws(TransferError) in
            var seen: Set<String> = []
            let files = paths.filter { seen.insert(URL(filePath: $0).resolvingSymlinksInPath().path).inserted }
            var targets: [RolloutTarget] = []
            for (number, path) in files.enumerated() {
                try monitor.step(.reading, number, of: files.count, path)
                targets.append(RolloutTarget(path: path))
            }
            try monitor.step(.reading, files.count, of: files.count)
            return targets
        }
    }

    /// Portal and key, which name the municipality; nil where the profile cannot be used.
    var key: Key? {
        guard case .success(let profile) = profile else { return nil }
        return Key(portal: profile.portal.kennung, ars: profile.kommune.ars.text)
    }

    struct Key: Hashable {
        var portal: String
        var ars: String
    }
}
