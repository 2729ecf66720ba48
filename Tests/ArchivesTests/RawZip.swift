/// Builds ZIP archives byte by byte from the format's description (PKWARE APPNOTE 6.3.10), so that tests can write what
/// no honest tool writes.
struct RawZip {
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8] = Array("x".utf8)
        var flags: UInt16 = 0
        var method: UInt16 = 0
        var unixMode: UInt32 = 0o100644
        var announcedSize: UInt32?
        var announcedCRC: UInt32?

        init(_ name: String, _ text: String = "x") {
            self.name = Array(name.utf8)
            bytes = Array(text.utf8)
        }

        init(rawName: [UInt8]) { name = rawName }

        func with(_ change: (inout Entry) -> Void) -> Entry {
            var copy = self
            change(&copy)
            return copy
        }
    }

    static func archive(_ entries: [Entry], sameOffset: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = sameOffset ? 0 : output.count
            let crc = entry.announcedCRC ?? crc32(entry.bytes)
            let size = entry.announcedSize ?? UInt32(entry.bytes.count)
            let common =
                u16(20) + u16(entry.flags) + u16(entry.method) + u16(0) + u16(0x21) + u32(crc)
                + u32(UInt32(entry.bytes.count)) + u32(size) + u16(UInt16(entry.name.count)) + u16(0)
            output += u32(0x0403_4B50) + common + entry.name + entry.bytes
            directory += u32(0x0201_4B50) + u16(3 << 8 | 20) + common
            directory += u16(0) + u16(0) + u16(0) + u32(entry.unixMode << 16) + u32(UInt32(offset)) + entry.name
        }
        let end =
            u32(0x0605_4B50) + u16(0) + u16(0) + u16(UInt16(entries.count)) + u16(UInt16(entries.count))
            + u32(UInt32(directory.count)) + u32(UInt32(output.count)) + u16(0)
        return output + directory + end
    }

    static func u16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    static func u32(_ value: UInt32) -> [UInt8] { u16(UInt16(value & 0xFFFF)) + u16(UInt16(value >> 16)) }

    /// CRC-32 as ISO 3309 defines it, bit by bit.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
