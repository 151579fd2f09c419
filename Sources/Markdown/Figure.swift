// Figures: `{指标:ID@2024-12}` is replaced by what a register says.

internal import CCmark

extension UnsafeBufferPointer<UInt8> {
  /// The figure that starts with the `{` at `start`.
  func figure(at start: Int) -> Find? {
    guard let end = first("}", from: start + 1, limit: 200) else { return nil }
    let content = start + 1..<end
    guard let colon = self[content].firstIndex(where: { $0 == 0x3A || $0 == 0xEF }) else {
      return nil
    }
    let width = self[colon] == 0x3A ? 1 : holds("：", at: colon) ? 3 : 0
    let kind = string(start + 1..<colon)
    guard width > 0, kind == "指标" || kind == "metric", colon + width < end else { return nil }
    return Find(
      range: start..<end + 1,
      kind: .figure(Figure(kind: kind, argument: string(colon + width..<end))))
  }
}

extension Builder {
  /// Writes what the caller reads for a figure. False when it is none of the caller's.
  mutating func read(_ figure: Figure, _ written: Bytes, in inline: OpaquePointer) -> Bool {
    switch references.figure(figure) {
    case .leave: return false
    case .unknown(let gap):
      let place = locate(written, in: inline)
      faults.append(
        Fault(range: place, kind: .unknownFigure(written.string(0..<written.count), gap)))
      append(Node(kind: .text, flags: Node.Flag.escape, end: 0, text: store(written)))
    case .text(let reading, let address):
      guard let address, openLinks == 0 else {
        append(Node(kind: .text, flags: Node.Flag.escape, end: 0, text: store(reading)))
        return true
      }
      let stored = store(address)
      links.append(
        Anchor(
          address: stored, place: locate(written, in: inline), isImage: false, isOwn: false))
      var reading = reading
      reading.withUTF8 { appendLink(to: stored, flags: 0, $0) }
    }
    return true
  }
}
