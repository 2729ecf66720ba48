import Archives

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Where a command writes: results to one place, everything else to another. Tests put their own sinks in.
struct Output: Sendable {
    /// Takes results (standard output).
    var result: @Sendable (String) -> Void
    /// Takes everything else (standard error).
    var notice: @Sendable (String) -> Void
    /// Whether results are read at a terminal.
    var resultIsTerminal = false
    /// Whether notices are read at a terminal.
    var noticeIsTerminal = false

    /// The streams of the process.
    static var process: Output {
        Output(
            result: { write($0, to: STDOUT_FILENO) },
            notice: { write($0, to: STDERR_FILENO) },
            resultIsTerminal: isatty(STDOUT_FILENO) == 1,
            noticeIsTerminal: isatty(STDERR_FILENO) == 1)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            // A stream that cannot take the text has no one left to tell; a full disk is told once, on standard error.
            let error = AtomicFile.writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
            if let error, descriptor == STDOUT_FILENO {
                write("xoev: \(String(cString: strerror(error)))\n", to: STDERR_FILENO)
                exit(3)
            }
        }
    }
}
