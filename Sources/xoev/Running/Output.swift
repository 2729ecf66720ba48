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
            if let error = writeAll(UnsafeRawBufferPointer(bytes), to: descriptor), descriptor == STDOUT_FILENO {
                write("xoev: \(String(cString: strerror(error)))\n", to: STDERR_FILENO)
                exit(3)
            }
        }
    }

    /// Writes all bytes; the errno of the first failure, or nil.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(written)
        }
        return nil
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
