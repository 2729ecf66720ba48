import FIM
import Findings
import XMLCore

/// Visits the objects of XZuFi files, whether they hold one object or a message. Of a message one record is in memory at
/// a time.
struct XZuFiObjects {
    /// What a file says besides its objects.
    struct Counted {
        var version: XZuFi.Version
        var sender: String?
        var deletions = 0
    }

    private let limits: XMLLimits

    init(_ limits: XMLLimits) { self.limits = limits }

    /// Hands over each object and the namespaces that its file declares at the root.
    func visit(
        _ file: ImportFile, _ body: (XZuFi.Objekt, [XMLNamespaceDeclaration]) throws(TransferError) -> Void
    ) throws(TransferError) -> Counted {
        if try isObject(file) {
            let document = try document(file)
            for object in document.objekte { try body(object, document.tree.root.namespaces) }
            return Counted(version: document.version)
        }
        var reader = try open(file)
        var counted = Counted(version: reader.version)
        while let record = try next(&reader) {
            switch record {
            case .schreibe(let object): try body(object, reader.namensraeume)
            case .loesche: counted.deletions += 1
            }
        }
        counted.sender = reader.nachrichtenkopf?.sender
        return counted
    }

    private func isObject(_ file: ImportFile) throws(TransferError) -> Bool {
        do throws(XMLError) {
            var reader = try XMLEventReader(file.source, limits: limits)
            while let event = try reader.next() {
                guard case .startElement(let root) = event else { continue }
                return XZuFi.Objektart(elementName: root.name.local) != nil
            }
            return false
        } catch {
            throw TransferError(error)
        }
    }

    private func document(_ file: ImportFile) throws(TransferError) -> XZuFi.Document {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(file.source, limits: limits) } catch { throw TransferError(error) }
        do throws(XZuFiError) {
            return try XZuFi.Document(tree: tree, name: file.name)
        } catch {
            throw TransferError(wrapping: error)
        }
    }

    private func open(_ file: ImportFile) throws(TransferError) -> XZuFi.TransferReader {
        do throws(XZuFiError) {
            return try XZuFi.TransferReader(file.source, name: file.name, limits: limits)
        } catch {
            throw TransferError(wrapping: error)
        }
    }

    private func next(_ reader: inout XZuFi.TransferReader) throws(TransferError) -> XZuFi.Transfersatz? {
        do throws(XZuFiError) { return try reader.next() } catch { throw TransferError(wrapping: error) }
    }
}
