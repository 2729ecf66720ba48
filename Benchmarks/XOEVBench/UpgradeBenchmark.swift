import Archives
import Foundation
import ServiceTransfer

/// Planning, applying, upgrading with merges and telling the status, in a small store and in one with 100,000 services.
enum UpgradeBenchmark {
    static func run() {
        do {
            try measure()
        } catch {
            fatalError("benchmark failed: \(error)")
        }
    }

    private static let moment = "2026-11-23T12:00:00Z"

    private static func measure() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let example = URL(filePath: FileManager.default.currentDirectoryPath)
            .appending(path: "Documentation/Examples/hundesteuer").path
        guard FileManager.default.fileExists(atPath: example) else {
            print("\n## Upgrade: left out, run it in the project's folder")
            return
        }
        let first = try PackageBuilder().pack(folder: example).package
        let second = try version("1.1.0", of: first)
        let soest = try ProfileReader().read(
            path: example.replacingOccurrences(of: "hundesteuer", with: "profile/soest.xml"))
        try single(first, soest, folder)
        try town396(first, second, example, folder)
        try rollout(first, second, example, folder)
        try large(first, second, soest, folder)
    }

    /// Plan and apply of one package, warm: removed and installed again.
    private static func single(_ package: LoadedPackage, _ profile: Portalprofil, _ folder: URL) throws {
        let store = try store(folder.appending(path: "eins.sqlite").path, [profile])
        let address = ServiceAddress(ars: profile.kommune.ars.text, kennung: package.manifest.kennung)
        var times: [Duration] = []
        let clock = ContinuousClock()
        for _ in 0..<6 {
            times.append(try clock.measure { try install(package, profile, store) })
            _ = try TransferRemover(options: .init(service: address, actor: "bench", moment: moment)).run(in: store)
        }
        print("\n## Transfer of the example hundesteuer (18 parts, median of 5, warm)")
        print("plan + apply: \(milliseconds(median(Array(times.dropFirst())))) ms (goal 50 ms)")
    }

    /// 396 towns, each with four local changes, get a version that changes other fields and one of the same.
    private static func town396(
        _ first: LoadedPackage, _ second: LoadedPackage, _ example: String, _ folder: URL
    ) throws {
        let profiles = try (0..<396).map { try profile($0, example) }
        let store = try store(folder.appending(path: "nrw.sqlite").path, profiles)
        let clock = ContinuousClock()
        let installing = try clock.measure { for profile in profiles { try install(first, profile, store) } }
        let editing = try clock.measure {
            for profile in profiles {
                let address = ServiceAddress(ars: profile.kommune.ars.text, kennung: first.manifest.kennung)
                let outcome = try TransferEditor(options: .init(service: address, actor: "bench", moment: moment)).edit(
                    [
                        .init("leistung/modulText[03]/inhalt[de]", .text("Hund in \(profile.kommune.name) anmelden")),
                        .init("leistung/modulText[05]/inhalt[de]", .text("<p>Kurz</p>")),
                        .init("steueramt/erreichbarkeit[02]/kennung", .text("02921 1")),
                        .init("parameter:anmeldefristTage", .text("21")),
                    ], in: store)
                check(outcome.isChanged, "the town edits")
            }
        }
        let rules = MergeRules(rules: [.init(FieldPattern("*"), .ours)])
        let upgrading = try clock.measure { for profile in profiles { try install(second, profile, store, rules) } }
        let status = try StatusReporter(options: .init(ars: profiles[200].kommune.ars.text)).status(of: store)
        let service = status.municipalities.first?.services.first
        check(service?.version == "1.1.0" && service?.localParameters == ["anmeldefristTage"], "upgraded and merged")
        print("\n## 396 municipalities")
        print("install: \(rounded(seconds(installing))) s; edit four fields: \(rounded(seconds(editing))) s")
        print("upgrade with merges: \(rounded(seconds(upgrading))) s (goal 30 s)")
        let problem = try store.integrityProblem()
        check(problem == nil, "the store is whole")
    }

    /// The same 396 towns in one roll-out, from the profiles as files to the report: installed, then upgraded, then resumed
    /// when there is nothing left to do.
    private static func rollout(
        _ first: LoadedPackage, _ second: LoadedPackage, _ example: String, _ folder: URL
    ) throws {
        let place = folder.appending(path: "profile")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: example.replacingOccurrences(of: "hundesteuer", with: "profile/logo"),
            toPath: place.appending(path: "logo").path)
        var profiles: [Portalprofil] = []
        let files = try (0..<396).map { number in
            let profile = try profile(number, example)
            profiles.append(profile)
            let file = place.appending(path: "\(1_000 + number).xml")
            try text(number, example).write(to: file, atomically: false, encoding: .utf8)
            return file.path
        }
        let store = try store(folder.appending(path: "verteilung.sqlite").path, profiles)
        let clock = ContinuousClock()
        func measured(
            _ name: String, _ package: LoadedPackage, resumes: Bool = false, _ result: RolloutReport.Result
        ) throws {
            var report: RolloutReport?
            let time = try clock.measure {
                let targets = files.map { RolloutTarget(path: $0) }
                let options = TransferRollout.Options(
                    waves: RolloutWaves("1,10,rest"), resumes: resumes, actor: "bench", moment: moment)
                report = try TransferRollout(options: options).run(package, to: targets, in: store)
            }
            check(report?.count(result) == 396, "all towns are done")
            print("\(name): \(rounded(seconds(time))) s")
        }
        print("\n## Roll-out to 396 municipalities in waves 1,10,rest, with reading of the profiles (goal 20 s)")
        try measured("install", first, .installed)
        try measured("install again", first, .unchanged)
        try measured("upgrade", second, .upgraded)
        try measured("resume with nothing to do", second, resumes: true, .upgraded)
        let problem = try store.integrityProblem()
        check(problem == nil, "the store is whole")
    }

    /// A store with 100,000 services: 400 towns with 250 each.
    private static func large(
        _ first: LoadedPackage, _ second: LoadedPackage, _ soest: Portalprofil, _ folder: URL
    ) throws {
        let path = folder.appending(path: "gross.sqlite").path
        let store = try store(path, [soest])
        try install(first, soest, store)
        try LargeStore.fill(path: path, municipalities: 400, servicesEach: 250)
        let planner = TransferPlanner()
        let status = StatusReporter(options: .init(ars: soest.kommune.ars.text))
        let address = ServiceAddress(ars: soest.kommune.ars.text, kennung: first.manifest.kennung)
        let other = StatusReporter(options: .init(ars: "100000000007"))
        let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0) / 1_000_000
        compare(
            "Store with 100,000 installed services, \(size) MB",
            [
                (
                    "plan of an upgrade (goal 100 ms)",
                    { check((try? planner.plan(second, for: soest, in: store))?.isApplicable == true, "applicable") }
                ),
                (
                    "status of a town with one service",
                    { check((try? status.status(of: store))?.municipalities.first?.services.count == 1, "one") }
                ),
                (
                    "status of a town with 250 services (goal 50 ms)",
                    { check((try? other.status(of: store))?.municipalities.first?.services.count == 250, "250") }
                ),
                (
                    "edit of a text and its rollback",
                    {
                        let edited = try? TransferEditor(
                            options: .init(service: address, actor: "bench", moment: moment)
                        ).edit([.init("leistung/modulText[03]/inhalt[de]", .text("Hier"))], in: store)
                        let undone = try? TransferRollback(
                            options: .init(service: address, actor: "bench", moment: moment)
                        ).run(in: store)
                        check(edited?.isChanged == true && undone?.isChanged == true, "edited and undone")
                    }
                ),
            ])
    }

    // MARK: Samples

    private static func store(_ path: String, _ profiles: [Portalprofil]) throws -> PortalStore {
        let store = try PortalStore.create(path: path)
        for profile in profiles {
            _ = try PortalInitializer(options: .init(actor: "bench", moment: moment)).run(profile, in: store)
        }
        return store
    }

    private static func install(
        _ package: LoadedPackage, _ profile: Portalprofil, _ store: PortalStore, _ rules: MergeRules = MergeRules()
    ) throws {
        let plan = try TransferPlanner(options: .init(merge: rules)).plan(package, for: profile, in: store)
        let outcome = try TransferApplier(options: .init(actor: "bench", moment: moment))
            .apply(plan, package, for: profile, in: store)
        check(outcome.isChanged, "the plan is applied")
    }

    private static func version(_ version: String, of package: LoadedPackage) throws -> LoadedPackage {
        var files = package.contents.files
        func replace(_ path: String, _ old: String, _ new: String) {
            let text = String(decoding: files[path] ?? [], as: UTF8.self)
            check(text.contains(old), "\(path) has \(old)")
            files[path] = Array(text.replacingOccurrences(of: old, with: new).utf8)
        }
        replace("dienstpaket.xml", "<version>1.0.0<", "<version>\(version)<")
        replace("xzufi/leistung.xml", "Hund zur Hundesteuer anmelden", "Hund neu anmelden")
        replace("xzufi/leistung.xml", "Wer einen Hund hält", "Wer Hunde hält")
        replace("xzufi/leistung.xml", "Dog tax registration", "Dog tax")
        replace("text/merkblatt.md", "H", "h")
        return try PackageBuilder().pack(PackageContents(name: "neu", isArchive: false, files: files)).package
    }

    /// The profile of Soest for another town.
    private static func profile(_ number: Int, _ example: String) throws -> Portalprofil {
        let bytes = Array(try text(number, example).utf8)
        guard let profile = try ProfileReader().read(bytes, file: "p.xml").profile else {
            fatalError("benchmark failed: the profile is not valid")
        }
        return profile
    }

    private static func text(_ number: Int, _ example: String) throws -> String {
        let path = example.replacingOccurrences(of: "hundesteuer", with: "profile/soest.xml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let digits = String(1_000 + number).suffix(3)
        let ars = "059740\(digits)\(digits)"
        return text.replacingOccurrences(of: "059740040040", with: ars)
            .replacingOccurrences(of: "<ags>05974040", with: "<ags>05974\(digits)")
    }

    private static func milliseconds(_ duration: Duration) -> Double { rounded(seconds(duration) * 1_000) }
}
