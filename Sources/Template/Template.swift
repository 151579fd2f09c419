// Template: one source, parsed.

struct Template: Sendable {
  let key: String
  let file: String
  let bytes: [UInt8]
  let nodes: [Node]
  /// Every partial and parent, in the order of the text.
  let inclusions: [Name]
  /// The names of its blocks.
  let blocks: Set<String>
  let faults: [Fault]

  init(key: String, _ source: Source) {
    self.key = key
    file = source.name
    bytes = Array(source.text.utf8)
    let scanner = Scanner(bytes, file: file)
    let pairs = Pairs(scanner.tags, file: file)
    if scanner.faults.isEmpty, pairs.faults.isEmpty {
      let tree = Tree(bytes, scanner.tags, pairs, file: file)
      (nodes, faults) = (tree.nodes, tree.faults)
    } else {
      (nodes, faults) = ([], scanner.faults + pairs.faults)
    }
    inclusions = scanner.tags.filter { $0.kind == .partial || $0.kind == .parent }.map(\.name)
      .filter { !$0.text.isEmpty }
    blocks = Set(scanner.tags.filter { $0.kind == .block }.map(\.name.text))
  }

  /// Calls `body` with each parent and each block given to it.
  func forEachPassage(_ body: (_ parent: Name, _ block: Name) -> Void) {
    func walk(_ nodes: [Node]) {
      for node in nodes {
        switch node {
        case .text, .margin, .variable, .partial: break
        case .section(_, _, let inner): walk(inner)
        case .block(let passage, _): walk(passage.nodes)
        case .parent(let name, _, let passages):
          for passage in passages.values {
            body(name, passage.name)
            walk(passage.nodes)
          }
        }
      }
    }
    walk(nodes)
  }
}
