import Archives
import Findings
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder whose generated files are replaced together: all or none. Files that somebody wrote are never touched.
public struct GeneratedFolder: Sendable {
    private static let mark = "// Made by `xoev generate swift"

    private let path: String

    /// The folder at a path. It need not be there.
    public init(path: String) { self.path = URL(filePath: path).resolvingSymlinksInPath().path }

    /// Puts what was made into the folder and takes away what an earlier run had made.
    ///
    /// - Throws: `GeneratorError` with the code `codegen.not-a-folder` when the path is that of a file, `codegen.foreign-file`
    ///   when a file is in the way that was not generated, or `codegen.unwritable`; all is as it was then.
    public func replace(with output: SwiftGenerator.Output) throws(GeneratorError) {
        var files = output.files.map { ($0.name, $0.text) }
        files.append((GeneratedManifest.fileName, output.manifest.text))
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            throw GeneratorError(
                "codegen.not-a-folder", at: Location(file: path),
                Message(
                    de: "Das ist eine Datei, kein Ordner. Sie ist unverändert.",
                    en: "This is a file, not a folder. It is unchanged."),
                hint: Message(
                    de: "Nennen Sie den Ordner, in dem der Code stehen soll.",
                    en: "Name the folder in which the code is to be."))
        }
        let present = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        let generated = present.filter { isGenerated($0) }
        let names = Set(files.map(\.0))
        if let foreign = present.sorted().first(where: { names.contains($0) && !generated.contains($0) }) {
            throw GeneratorError(
                "codegen.foreign-file", at: Location(file: path + "/" + foreign),
                Message(
                    de: "Die Datei ist im Weg und nicht vom Generator gemacht.",
                    en: "The file is in the way and was not made by the generator."),
                hint: Message(
                    de: "Verschieben Sie sie, oder nennen Sie einen anderen Ordner.",
                    en: "Move it, or name another folder."))
        }
        // All that can fail for want of room or rights happens beside the place.
        let staging = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
        do {
            try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
        } catch {
            throw unwritable(obstacle ?? error.localizedDescription)
        }
        defer { try? manager.removeItem(atPath: staging) }
        var changed: [String] = []
        do throws(ArchiveError) {
            for (name, text) in files {
                // What stays the same stays the same file, so that it need not be compiled again.
                let old = path + "/" + name
                if generated.contains(name), manager.contents(atPath: old) == Data(text.utf8),
                    link(old, staging + "/" + name) == 0
                {
                    continue
                }
                changed.append(name)
                try AtomicFile.write(Array(text.utf8), to: staging + "/" + name)
            }
        } catch {
            throw GeneratorError([GeneratorError.Fault(subject: nil, error.finding)])
        }
        let removed = generated.filter { !names.contains($0) }
        if changed.isEmpty, removed.isEmpty { return }
        let isShared = !present.allSatisfy { generated.contains($0) } || path == manager.currentDirectoryPath
        if isShared || !swap(staging) { try move(changed, from: staging, removing: removed) }
    }

    /// Replaces the whole folder, when everything in it was generated. False where that cannot be done: at the root of a
    /// volume, for example.
    private func swap(_ staging: String) -> Bool {
        let old = staging + ".old"
        let replaces = rename(path, old) == 0
        guard replaces || errno == ENOENT else { return false }
        guard rename(staging, path) == 0 else {
            if replaces { rename(old, path) }
            return false
        }
        if replaces { try? FileManager.default.removeItem(atPath: old) }
        return true
    }

    /// File by file, when somebody else's files are there, too. What was there comes back when a step fails.
    private func move(_ names: [String], from staging: String, removing: [String]) throws(GeneratorError) {
        var done: [(from: String, to: String)] = []
        func step(_ from: String, _ to: String) throws(GeneratorError) {
            guard rename(from, to) == 0 else {
                let reason = String(cString: strerror(errno))
                for step in done.reversed() { rename(step.to, step.from) }
                throw unwritable(reason)
            }
            done.append((from, to))
        }
        let present = Set((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        for name in removing + names.filter(present.contains) {
            try step(path + "/" + name, staging + "/" + name + ".old")
        }
        for name in names { try step(staging + "/" + name, path + "/" + name) }
    }

    /// What the system says of the nearest folder that is there, when it is none or may not be written.
    private var obstacle: String? {
        var place = URL(filePath: path)
        while place.path != "/", !FileManager.default.fileExists(atPath: place.path) { place.deleteLastPathComponent() }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
        if !isFolder.boolValue { return "\(place.path): \(String(cString: strerror(ENOTDIR)))" }
        return access(place.path, W_OK) == 0 ? nil : "\(place.path): \(String(cString: strerror(errno)))"
    }

    private func unwritable(_ reason: String) -> GeneratorError {
        let reason = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        return GeneratorError(
            "codegen.unwritable", at: Location(file: path),
            Message(
                de: "In den Ordner lässt sich nicht schreiben: \(reason). Er ist unverändert.",
                en: "The folder cannot be written: \(reason). It is unchanged."),
            hint: Message(
                de: "Prüfen Sie, ob Sie dort schreiben dürfen und Platz ist.",
                en: "Check that you may write there and that there is room."))
    }

    private func isGenerated(_ name: String) -> Bool {
        if name == GeneratedManifest.fileName {
            return (try? GeneratedManifest.read(path + "/" + name)) != nil
        }
        guard name.hasSuffix(".swift"), let handle = FileHandle(forReadingAtPath: path + "/" + name) else {
            return false
        }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: Self.mark.utf8.count)) ?? Data()
        return start.elementsEqual(Self.mark.utf8)
    }
}
