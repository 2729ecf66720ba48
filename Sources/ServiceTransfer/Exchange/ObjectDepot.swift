import FIM
import Findings
import XMLCore

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Keeps the objects of a stock in a file without a name until they are written: those of a whole portal would fill the
/// memory. The system frees the file when the depot goes, however the process ends.
final class ObjectDepot {
    /// Where an object lies.
    struct Place {
        var offset: Int
        var count: Int
    }

    private let descriptor: Int32
    private let folder: String
    private var end = 0

    /// A depot on the disk that a folder is on, which will have to hold the objects anyway.
    init(beside folder: String) throws(TransferError) {
        self.folder = folder
        let parent = folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? "./"
        var template = Array("\(parent).xoev-bestand-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw StagedFolder.unwritable(folder) }
        unlink(template)
    }

    deinit { close(descriptor) }

    /// Puts the bytes of an object down.
    func put(_ bytes: [UInt8]) throws(TransferError) -> Place {
        let place = Place(offset: end, count: bytes.count)
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done, off_t(end + done))
            }
            guard written > 0 else { throw StagedFolder.unwritable(folder) }
            done += written
        }
        end += bytes.count
        return place
    }

    /// The object at a place.
    func take(_ place: Place) throws(TransferError) -> XZuFi.Objekt {
        let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
            while count < place.count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, place.count - count,
                    off_t(place.offset + count))
                guard got > 0 else { return }
                count += got
            }
        }
        let root: XMLTree.Element
        do throws(XMLError) { root = try XMLTree(bytes: bytes, name: folder).root } catch { throw TransferError(error) }
        // What was put down was an object.
        guard let objekt = XZuFi.Objekt(object: root) else { throw StagedFolder.unwritable(folder) }
        return objekt
    }
}
