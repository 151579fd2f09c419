// Inclusion: which template puts in which. Missing ones, circles and blocks that nothing asks for
// are found here, once for the whole library, whether a page uses them or not.

struct InclusionCheck {
  private let templates: [Template]
  private let indices: [String: Int]
  private(set) var faults: [Fault] = []
  /// Whether a template and all that it includes are free of faults.
  private(set) var isSound: [Bool]
  /// How many templates are inside each other below one; nil until it is known.
  private var heights: [Int?]
  /// The blocks of a template and of all that it includes.
  private var blocks: [Set<String>]
  private var path: [Int] = []

  init(_ templates: [Template], _ indices: [String: Int]) {
    self.templates = templates
    self.indices = indices
    isSound = templates.map(\.faults.isEmpty)
    heights = Array(repeating: nil, count: templates.count)
    blocks = templates.map(\.blocks)
  }

  mutating func run() {
    for index in templates.indices where heights[index] == nil { visit(index) }
    for index in templates.indices { checkPassages(index) }
    // A template is unsound when one it includes is; the last pass carries that outward.
    for index in heightOrder() {
      for name in templates[index].inclusions {
        if let inner = indices[name.text], !isSound[inner] { isSound[index] = false }
      }
    }
  }

  private mutating func visit(_ index: Int) {
    path.append(index)
    var height = 1
    var included: Set<Int> = []
    for name in templates[index].inclusions {
      guard let inner = indices[name.text] else {
        let near = nearest(to: name.text, among: templates.lazy.map(\.key))
        fault(index, name, .missingTemplate(name: name.text, nearest: near))
        continue
      }
      if let start = path.firstIndex(of: inner) {
        let keys = (path[start...] + [inner]).map { templates[$0].key }
        fault(index, name, .cycle(keys))
        continue
      }
      if heights[inner] == nil, path.count < Limit.inclusion { visit(inner) }
      let below = heights[inner] ?? Limit.inclusion
      if below >= Limit.inclusion {
        fault(index, name, .tooDeep(limit: Limit.inclusion))
      } else {
        height = max(height, below + 1)
      }
      if included.insert(inner).inserted { blocks[index].formUnion(blocks[inner]) }
    }
    heights[index] = height
    path.removeLast()
  }

  private mutating func checkPassages(_ index: Int) {
    var unknown: [(Name, Fault.Fact)] = []
    templates[index].forEachPassage { parent, block in
      guard let inner = indices[parent.text], !blocks[inner].contains(block.text) else { return }
      let near = nearest(to: block.text, among: blocks[inner].sorted())
      let fact = Fault.Fact.unknownBlock(
        name: block.text, nearest: near, parent: parent.text)
      unknown.append((block, fact))
    }
    for (block, fact) in unknown { fault(index, block, fact) }
  }

  private func heightOrder() -> [Int] {
    templates.indices.sorted { heights[$0] ?? 0 < heights[$1] ?? 0 }
  }

  private mutating func fault(_ index: Int, _ name: Name, _ fact: Fault.Fact) {
    isSound[index] = false
    faults.append(Fault(templates[index].file, name.place, fact))
  }
}
