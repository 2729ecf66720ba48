import CXMLEvents

/// Gathers elements from the tape, piece by piece.
package struct ContentPacker {
    /// Up to this size the buffers are kept for the next element and what was gathered is copied; above, it is handed over.
    private static let keptBytes = 1 << 16
    /// Above this size what was gathered is closed between two children, so that a part of a large document that is
    /// kept does not keep the whole.
    private static let closedBytes = 1 << 20

    private var events: [xev_event] = []
    private var arena: [UInt8] = []
    /// The entries behind the start tags of the elements that are open.
    private var open: [Int] = []

    package init() {}

    /// Why taking stopped.
    package enum Stop {
        /// There is nothing left on the tape.
        case tapeIsEmpty
        /// There is enough for one piece, and no child is open.
        case pieceIsFull
        /// The end tag of the element was taken.
        case elementEnds
        /// The numbers of a piece do not suffice for a single child.
        case tooLarge
    }

    /// Takes events up to the end tag of the element whose content this is; with `isElement`, up to the one of the element
    /// whose start tag comes first. `cursor` is moved behind what was taken.
    package mutating func take(
        _ tape: xev_tape, _ cursor: inout Int, complete: Int, isElement: Bool = false
    ) -> Stop {
        var first: UInt32?
        var last: UInt32 = 0
        let base = UInt32(arena.count)
        func place(_ offset: UInt32, _ length: UInt32) -> UInt32 {
            guard length > 0 else { return 0 }
            let start = first ?? offset
            first = start
            last = offset + length
            return offset - start + base
        }
        var stop = Stop.tapeIsEmpty
        taking: while cursor < complete {
            var event = tape.events[cursor]
            cursor += 1
            switch xev_kind(event.head & 0xFF) {
            case XEV_START:
                events.append(event)
                open.append(events.count)
                events.append(xev_event())
            case XEV_END:
                guard let link = open.popLast() else {
                    stop = .elementEnds
                    break taking
                }
                events[link].a = UInt32(events.count)
                if open.isEmpty, isElement {
                    stop = .elementEnds
                    break taking
                }
                if open.isEmpty, Int(base) + events.count * 16 > Self.closedBytes {
                    stop = .pieceIsFull
                    break taking
                }
            case XEV_ATTRIBUTE, XEV_PI:
                event.b = place(event.b, event.c)
                events.append(event)
            case XEV_NAMESPACE: events.append(event)
            default:
                event.a = place(event.a, event.b)
                events.append(event)
            }
        }
        if let first {
            // What the tape holds of text lies in the order of its events, without gaps.
            arena.append(contentsOf: UnsafeRawBufferPointer(start: tape.arena + Int(first), count: Int(last - first)))
        }
        return arena.count > UInt32.max / 2 || events.count > UInt32.max / 2 ? .tooLarge : stop
    }

    /// Gives what was gathered, as nodes, and begins anew.
    package mutating func nodes(_ table: NameTable) -> [XMLTree.Node] {
        let isSmall = arena.count + events.count * 16 <= Self.keptBytes
        let content = PackedContent(
            events: isSmall ? events.withUnsafeBufferPointer(Array.init) : events,
            arena: isSmall ? arena.withUnsafeBufferPointer(Array.init) : arena, table: table)
        if isSmall {
            events.removeAll(keepingCapacity: true)
            arena.removeAll(keepingCapacity: true)
        } else {
            events = []
            arena = []
        }
        return content.nodes(from: 0, to: content.endIndex)
    }

    /// Forgets what was gathered.
    package mutating func reset() {
        events.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
    }
}
