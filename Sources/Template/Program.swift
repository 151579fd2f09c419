// Program: a page's template with everything put in and every name resolved, and its rendering.

/// Renders one kind of page. Rendering changes nothing, so that threads may share a program.
public struct Program: Sendable {
  /// What is to be done, in order. A section is followed by its `count` inner instructions.
  enum Instruction: Sendable {
    case literal(Range<Int>)
    case variable(Path, escaped: Bool)
    case section(Path, Shape.Kind, count: Int)
    case inverted(Path, count: Int)
  }

  /// Where a value is: so many frames out, and from there through these slots.
  struct Path: Sendable {
    var up: Int
    var slots: Range<Int>
  }

  let view: String
  /// The name of the page's template.
  public internal(set) var file: String
  var instructions: [Instruction] = []
  /// The fixed text of all instructions.
  var literals: [UInt8] = []
  /// The slots of all paths.
  var slots: [Int] = []

  /// The same program with its fixed text changed. The change is given each stretch of text that
  /// stands between two tags of the template, so it may begin and end anywhere in the page.
  public func changing(_ change: ([UInt8]) -> [UInt8]) -> Program {
    var changed = self
    changed.literals = []
    for (index, instruction) in instructions.enumerated() {
      guard case .literal(let range) = instruction else { continue }
      let start = changed.literals.count
      changed.literals += change(Array(literals[range]))
      changed.instructions[index] = .literal(start..<changed.literals.count)
    }
    return changed
  }

  /// The most that a page may write, in bytes; each step of a loop counts as one. Lists within lists
  /// multiply, and six of them would fill any memory.
  public static let limit = 32 << 20

  /// Adds the page to `bytes`. The value is a ``Value/object(_:)`` for the fields that the program
  /// was made for; a value of another shape is a programmer's error.
  ///
  /// - Returns: whether the page is whole; it is not where it would be longer than the limit.
  @discardableResult
  public func render(
    _ value: Value, limit: Int = Program.limit, into bytes: inout [UInt8]
  ) -> Bool {
    instructions.withUnsafeBufferPointer { instructions in
      literals.withUnsafeBufferPointer { literals in
        slots.withUnsafeBufferPointer { slots in
          var rendering = Rendering(
            view: view, instructions: instructions, literals: literals, slots: slots,
            frames: [value], limit: limit + bytes.count, bytes: bytes)
          bytes = []
          rendering.run(instructions.indices)
          let isWhole = rendering.isWhole
          swap(&bytes, &rendering.bytes)
          return isWhole
        }
      }
    }
  }
}

/// One rendering under way.
private struct Rendering {
  let view: String
  let instructions: UnsafeBufferPointer<Program.Instruction>
  let literals: UnsafeBufferPointer<UInt8>
  let slots: UnsafeBufferPointer<Int>
  /// What the names of the surrounding sections are looked up in, innermost last.
  var frames: [Value]
  /// What bytes and steps may come to.
  let limit: Int
  var bytes: [UInt8]
  private var steps = 0

  init(
    view: String, instructions: UnsafeBufferPointer<Program.Instruction>,
    literals: UnsafeBufferPointer<UInt8>, slots: UnsafeBufferPointer<Int>, frames: [Value],
    limit: Int, bytes: [UInt8]
  ) {
    (self.view, self.instructions, self.literals, self.slots) =
      (view, instructions, literals, slots)
    (self.frames, self.limit, self.bytes) = (frames, limit, bytes)
  }

  var isWhole: Bool { steps + bytes.count <= limit }

  mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      steps += 1
      guard isWhole else { return }
      let instruction = instructions[index]
      index += 1
      switch instruction {
      case .literal(let range):
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: literals[range]))
      case .variable(let path, let escaped):
        print(value(at: path), escaped: escaped)
      case .section(let path, let kind, let count):
        section(value(at: path), kind, index..<index + count)
        index += count
      case .inverted(let path, let count):
        if !value(at: path).holds { run(index..<index + count) }
        index += count
      }
    }
  }

  private mutating func section(_ value: Value, _ kind: Shape.Kind, _ inner: Range<Int>) {
    switch (kind, value) {
    case (_, .absent): break
    case (.flag, .flag(let flag)):
      if flag { run(inner) }
    case (.list, .list(let values)):
      for value in values {
        steps += 1
        guard isWhole else { return }
        run(inner, in: value)
      }
    case (.text, .text), (.text, .bytes), (.object, .object):
      if value.holds { run(inner, in: value) }
    default: mismatch()
    }
  }

  private mutating func run(_ range: Range<Int>, in frame: Value) {
    frames.append(frame)
    run(range)
    frames.removeLast()
  }

  private func value(at path: Program.Path) -> Value {
    var value = frames[frames.count - 1 - path.up]
    for index in path.slots {
      switch value {
      case .object(let values): value = values[slots[index]]
      case .absent: return .absent
      default: mismatch()
      }
    }
    return value
  }

  private mutating func print(_ value: Value, escaped: Bool) {
    switch value {
    case .absent: break
    case .text(var text): text.withUTF8 { bytes.append($0, escaped: escaped) }
    case .bytes(let text): text.withUnsafeBufferPointer { bytes.append($0, escaped: escaped) }
    case .flag, .list, .object: mismatch()
    }
  }

  private func mismatch() -> Never {
    preconditionFailure("a value does not have the shape that \(view) declares")
  }
}
