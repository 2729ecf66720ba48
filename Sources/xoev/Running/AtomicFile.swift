import Archives
import Foundation

/// Files as commands write them: what is wrong is told in the words of the command line.
extension AtomicFile {
    /// Throws when the file could not be written anyway.
    func check() throws {
        if let obstacle { throw CLIError.unwritable(path, obstacle) }
    }

    /// Writes the text.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes the bytes.
    func write(_ bytes: [UInt8]) throws {
        if let failure = fill(bytes, flushing: false) { throw CLIError.unwritable(path, failure) }
    }

    /// Writes what `body` hands to its sink, piece by piece. When it throws, the target is as it was.
    func write(_ body: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        var problem: (any Error)?
        let failure = fill(flushing: false) { descriptor in
            do {
                try body { [path] bytes in
                    if let failure = bytes.withUnsafeBytes({ Self.writeAll($0, to: descriptor) }) {
                        throw CLIError.unwritable(path, failure)
                    }
                }
                return nil
            } catch {
                problem = error
                return ECANCELED
            }
        }
        if let problem { throw problem }
        if let failure { throw CLIError.unwritable(path, failure) }
    }
}
