import Foundation

/// A program run to its end, with what it cost.
struct ChildProcess {
    /// Its exit code.
    var status: Int32
    /// Wall time from start to end.
    var duration: Duration
    /// Resident memory at its highest, in kilobytes.
    var peakKilobytes: Int

    /// Runs a program with its output thrown away, or nil where it cannot be started.
    init?(_ arguments: [String]) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in [1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        list.append(nil)
        defer { list.forEach { free($0) } }
        let clock = ContinuousClock()
        let start = clock.now
        var process: pid_t = 0
        guard posix_spawnp(&process, arguments[0], &actions, nil, list, environ) == 0 else { return nil }
        var result: Int32 = 0
        var usage = rusage()
        guard wait4(process, &result, 0, &usage) == process else { return nil }
        duration = clock.now - start
        status = result >> 8 & 0xFF
        peakKilobytes = Int(usage.ru_maxrss)
    }

    /// The resident memory of a program at its highest, in kilobytes. A child starts with the memory of its parent counted
    /// as its own (Linux, `ru_maxrss`), so a small process of this program starts it and tells.
    static func peakKilobytes(of arguments: [String]) -> Int? {
        let helper = Process()
        helper.executableURL = URL(filePath: CommandLine.arguments[0])
        helper.arguments = [peakOption] + arguments
        let output = Pipe()
        helper.standardOutput = output
        guard (try? helper.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        helper.waitUntilExit()
        return Int(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Does what `peakKilobytes(of:)` asks of the small process; true when that was asked.
    static func answeredForPeak() -> Bool {
        guard CommandLine.arguments.count > 2, CommandLine.arguments[1] == peakOption else { return false }
        print(ChildProcess(Array(CommandLine.arguments.dropFirst(2)))?.peakKilobytes ?? 0)
        return true
    }

    private static let peakOption = "--peak"
}
