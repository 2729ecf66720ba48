import CXMLEvents

/// The states of an automaton as matching reads them: plain memory without references to count.
struct XSDStateTables {
    /// A state: a word that tells its number and whether a text may end in it, then for each class of characters the next
    /// state, nil while that is not known.
    typealias State = UnsafeMutablePointer<UnsafeMutableRawPointer?>

    /// Where a text begins.
    var start: State
    /// Where a text is that cannot match any more.
    let dead: State
    /// Makes the states that are not known yet.
    var automaton: Unmanaged<XSDAutomaton>?
    /// For each ASCII character the place of its class in a state.
    private let places: UnsafeMutablePointer<Int>

    init(classes: Int) {
        places = .allocate(capacity: 128)
        places.initialize(repeating: 1, count: 128)
        let dead = Self.makeState(number: 0, isAccepting: false, classes: classes)
        for group in 0..<classes { Self.set(dead, after: dead, group) }
        self.dead = dead
        start = dead
    }

    func deallocate() {
        dead.deallocate()
        places.deallocate()
    }

    func setClass(of character: Int, to group: Int) { places[character] = group + 1 }

    static func makeState(number: Int, isAccepting: Bool, classes: Int) -> State {
        let state = State.allocate(capacity: classes + 1)
        state.initialize(repeating: nil, count: classes + 1)
        state[0] = UnsafeMutableRawPointer(bitPattern: number << 2 | (isAccepting ? 2 : 0) | 1)
        return state
    }

    static func number(_ state: State) -> Int { Int(bitPattern: state[0]) >> 2 }

    static func next(_ state: State, _ group: Int) -> State? {
        xev_load_pointer(state + group + 1)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    }

    static func set(_ next: State, after state: State, _ group: Int) {
        xev_store_pointer(state + group + 1, UnsafeMutableRawPointer(next))
    }

    /// Whether the whole text matches.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var state = start
        var index = 0
        while index < text.count {
            var next = UnsafeMutableRawPointer(state)
            // Mostly a text stays in one state; the processor foresees that and does not wait for the table.
            repeat {
                let byte = text[index]
                guard byte < 0x80, let found = xev_load_pointer(state + places[Int(byte)]) else {
                    let begin = index
                    guard let automaton else { return false }
                    let character = Self.scalar(text, &index)
                    guard let found = automaton._withUnsafeGuaranteedRef({ $0.step(state, character) }) else {
                        let rest = UnsafeBufferPointer(rebasing: text[begin...])
                        return automaton._withUnsafeGuaranteedRef { $0.matches(after: state, rest) }
                    }
                    next = UnsafeMutableRawPointer(found)
                    break
                }
                next = found
                index += 1
            } while next == UnsafeMutableRawPointer(state) && index < text.count
            state = next.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        }
        return Int(bitPattern: state[0]) & 2 != 0
    }

    /// The next character of a text that is known to be right.
    @inline(__always)
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(text[index])
        index += 1
        if first < 0x80 { return first }
        let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        var value = first & (0x3F >> UInt32(length))
        for _ in 0..<length where index < text.count {
            value = value << 6 | UInt32(text[index] & 0x3F)
            index += 1
        }
        return value
    }
}
