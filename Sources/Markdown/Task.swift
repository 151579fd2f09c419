// Tasks: a list item that begins with `[ ] ` or `[x] `.

extension Builder {
  /// Reads the box off the first text of a list item; returns the rest.
  mutating func readTask(_ bytes: Bytes) -> Bytes {
    guard bytes.count > 4, bytes[0] == 0x5B, bytes[2] == 0x5D, bytes[3].isBlank else {
      return bytes
    }
    let item = nodes.count - 2
    guard item >= 0, nodes[item].kind == .item else { return bytes }
    switch bytes[1] {
    case 0x20: nodes[item].flags |= Node.Flag.task
    case 0x78, 0x58: nodes[item].flags |= Node.Flag.task | Node.Flag.done
    default: return bytes
    }
    return bytes.slice(4..<bytes.count).trimmed
  }
}
