// Compiler: a page's template becomes a program: partials and blocks are put in place, names are
// looked up among the declared fields, and neighbouring fixed text becomes one.

struct Compiler {
  private let library: Library
  private(set) var program: Program
  private(set) var faults: [Fault] = []
  /// What the names of the surrounding sections are declared by, innermost last.
  private var frames: [Shape]
  private var depth = 0
  /// How much has been written and walked, so that templates which multiply each other stay small.
  private var size = 0
  /// The last of the page's own tags that was gone into; where the page gets too large, that one.
  private var outermost = Place(line: 1, column: 1, length: 1)
  /// Fixed text before this instruction is not to be lengthened: a section begins or ends here.
  private var barrier = 0

  init(_ library: Library, _ fields: Fields) {
    self.library = library
    program = Program(view: fields.name, file: "")
    frames = [.object(fields)]
  }

  mutating func compile(_ index: Int) {
    program.file = library.templates[index].file
    walk(library.templates[index].nodes, Setting(template: index))
    if size > Limit.size {
      let file = library.templates[index].file
      faults.append(Fault(file, outermost, .tooLarge(limit: Limit.size)))
    }
  }

  /// What surrounds the nodes being walked.
  private struct Setting {
    /// The template that the nodes are written in.
    var template: Int
    /// What is put before each line.
    var indent: [UInt8] = []
    /// What is first taken from each line.
    var outdent: [UInt8] = []
    /// What is given to blocks, by the outermost parent first.
    var given: [(passages: [String: Passage], template: Int)] = []
  }

  private mutating func walk(_ nodes: [Node], _ setting: Setting) {
    let template = library.templates[setting.template]
    for node in nodes {
      size += 1
      guard size <= Limit.size, faults.count < Limit.faults else { return }
      switch node {
      case .text(let range):
        write(template.bytes[range])
      case .margin(let range):
        write(setting.indent[...])
        write(rest(of: template.bytes[range], after: setting.outdent))
      case .variable(let name, let escaped):
        guard let (path, shape) = resolve(name, template.file) else { continue }
        if case .text = shape {
          program.instructions.append(.variable(path, escaped: escaped))
        } else {
          let fact = Fault.Fact.notPrintable(name: name.text, kind: shape.kind)
          faults.append(Fault(template.file, name.place, fact))
        }
      case .section(let name, let inverted, let inner):
        guard let (path, shape) = resolve(name, template.file) else { continue }
        descend(name, template.file) { compiler in
          compiler.section(path, shape, inverted: inverted, inner, setting)
        }
      case .partial(let name, let margin):
        include(name, margin, setting)
      case .parent(let name, let margin, let passages):
        var inner = setting
        inner.given.append((passages, setting.template))
        include(name, margin, inner)
      case .block(let passage, let line):
        descend(passage.name, template.file) { compiler in
          compiler.block(passage, line, setting)
        }
      }
    }
  }

  private mutating func section(
    _ path: Program.Path, _ shape: Shape, inverted: Bool, _ inner: [Node], _ setting: Setting
  ) {
    let start = program.instructions.count
    program.instructions.append(.inverted(path, count: 0))
    barrier = start + 1
    var frame: Shape?
    if !inverted {
      switch shape {
      case .flag: break
      case .text, .object: frame = shape
      case .list(let element): frame = element
      }
    }
    if let frame { frames.append(frame) }
    walk(inner, setting)
    if frame != nil { frames.removeLast() }
    barrier = program.instructions.count
    let count = barrier - start - 1
    program.instructions[start] =
      inverted ? .inverted(path, count: count) : .section(path, shape.kind, count: count)
  }

  private mutating func include(_ name: Name, _ margin: Range<Int>?, _ setting: Setting) {
    let template = library.templates[setting.template]
    var inner = setting
    inner.template = library.index(of: name.text)
    inner.indent = indent(at: margin, setting)
    inner.outdent = []
    descend(name, template.file) { compiler in
      compiler.walk(compiler.library.templates[inner.template].nodes, inner)
    }
  }

  /// A block's content: its own, or the one that the outermost parent gives it. Blocks inside a
  /// given content can be given only by parents still further out, those that its own template is
  /// put into; so nothing is ever put into itself.
  private mutating func block(_ own: Passage, _ line: Node.Line?, _ setting: Setting) {
    let bytes = library.templates[setting.template].bytes
    var passage = own
    var inner = setting
    if let level = setting.given.firstIndex(where: { $0.passages[own.name.text] != nil }),
      let given = setting.given[level].passages[own.name.text]
    {
      passage = given
      inner.template = setting.given[level].template
      inner.given.removeSubrange(level...)
      inner.outdent = Array(library.templates[inner.template].bytes[given.margin])
      inner.indent = indent(at: line?.margin, setting)
    }
    guard let line else { return walk(passage.nodes, inner) }
    guard !passage.nodes.isEmpty else { return }
    if !passage.startsLine { write(inner.indent[...]) }
    walk(passage.nodes, inner)
    if !passage.endsLine { write(bytes[line.newline]) }
  }

  /// Does what lies one level further in, unless that is too deep or the page already too large.
  private mutating func descend(_ name: Name, _ file: String, _ body: (inout Compiler) -> Void) {
    guard depth < Limit.depth else {
      faults.append(Fault(file, name.place, .tooDeep(limit: Limit.depth)))
      return
    }
    guard size <= Limit.size else { return }
    if depth == 0 { outermost = name.place }
    depth += 1
    size += Limit.step
    body(&self)
    depth -= 1
  }

  private mutating func write(_ text: ArraySlice<UInt8>) {
    size += text.count
    guard !text.isEmpty, size <= Limit.size else { return }
    let start = program.literals.count
    program.literals.append(contentsOf: text)
    let end = program.literals.count
    let last = program.instructions.count - 1
    if last >= barrier, case .literal(let range) = program.instructions[last] {
      program.instructions[last] = .literal(range.lowerBound..<end)
    } else {
      program.instructions.append(.literal(start..<end))
    }
  }

  /// What stands before each line of something put in at a margin; nothing where it is put in
  /// among other text.
  private mutating func indent(at margin: Range<Int>?, _ setting: Setting) -> [UInt8] {
    guard let margin else { return [] }
    let own = rest(of: library.templates[setting.template].bytes[margin], after: setting.outdent)
    size += setting.indent.count + own.count
    return setting.indent + own
  }

  private func rest(of margin: ArraySlice<UInt8>, after outdent: [UInt8]) -> ArraySlice<UInt8> {
    margin.dropFirst(zip(margin, outdent).prefix { $0 == $1 }.count)
  }
}

extension Compiler {
  /// Looks a name up: its first part in the innermost frame that declares it, each further part in
  /// what the part before it holds.
  private mutating func resolve(_ name: Name, _ file: String) -> (Program.Path, Shape)? {
    let start = program.slots.count
    guard name.text != ".", let last = frames.last else {
      return frames.last.map { (Program.Path(up: 0, slots: start..<start), $0) }
    }
    let parts = name.text.split(separator: ".").map(String.init)
    var place = name.place
    var up = 0
    var shape = last
    for (index, part) in parts.enumerated() {
      place.length = scalars(part)
      var found: (slot: Int, shape: Shape)?
      if index == 0 {
        for (distance, frame) in frames.reversed().enumerated() where found == nil {
          guard case .object(let fields) = frame, let slot = fields.slot(part) else { continue }
          found = (slot, fields.slots[slot].shape)
          up = distance
        }
      } else if case .object(let fields) = shape {
        found = fields.slot(part).map { ($0, fields.slots[$0].shape) }
      } else {
        faults.append(Fault(file, place, .notAnObject(name: parts[index - 1], kind: shape.kind)))
        return nil
      }
      guard let found else {
        faults.append(Fault(file, place, unknown(part, in: index == 0 ? frames : [shape])))
        return nil
      }
      program.slots.append(found.slot)
      shape = found.shape
      place.column += place.length + 1
    }
    return (Program.Path(up: up, slots: start..<program.slots.count), shape)
  }

  private func unknown(_ name: String, in frames: [Shape]) -> Fault.Fact {
    let views = frames.reversed().compactMap { frame -> Fields? in
      if case .object(let fields) = frame { fields } else { nil }
    }
    let near = nearest(to: name, among: views.flatMap { $0.slots.map(\.name) })
    return .unknownName(name: name, nearest: near, view: views.first?.name ?? program.view)
  }
}
