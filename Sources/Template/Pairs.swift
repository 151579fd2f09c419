// Pairs: each opening tag finds the tag that closes it, before anything is built from them, because
// a block's or parent's place on its line depends on both ends.

struct Pairs {
  /// By the index of an opening tag: the index of the tag that closes it.
  private(set) var closing: [Int]
  private(set) var faults: [Fault] = []

  init(_ tags: [Tag], file: String) {
    closing = Array(repeating: 0, count: tags.count)
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      guard faults.count < Limit.faults else { return }
      if tag.kind.opens {
        guard open.count < Limit.nesting else {
          faults.append(Fault(file, tag.name.place, .tooDeep(limit: Limit.nesting)))
          return
        }
        open.append(index)
      } else if tag.kind == .close {
        close(index, tags, &open, file)
      }
    }
    for index in open {
      let name = tags[index].name
      faults.append(Fault(file, name.place, .unclosed(name: name.text)))
    }
  }

  /// A name that is open further out means that what is open inside was forgotten; a name that is
  /// open nowhere was most likely meant for the innermost.
  private mutating func close(_ index: Int, _ tags: [Tag], _ open: inout [Int], _ file: String) {
    let name = tags[index].name
    guard let last = open.last else {
      faults.append(Fault(file, name.place, .strayClose(name: name.text)))
      return
    }
    if let match = open.lastIndex(where: { tags[$0].name.text == name.text }) {
      for forgotten in open[(match + 1)...] {
        let name = tags[forgotten].name
        faults.append(Fault(file, name.place, .unclosed(name: name.text)))
      }
      closing[open[match]] = index
      open.removeSubrange(match...)
    } else {
      let expected = tags[last].name
      let fact = Fault.Fact.mismatchedClose(
        name: name.text, expected: expected.text, line: expected.place.line)
      faults.append(Fault(file, name.place, fact))
      open.removeLast()
    }
  }
}
