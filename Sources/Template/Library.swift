// Library: all templates of a site, parsed once and checked against each other.

/// The templates that pages, partials and parents are taken from.
public struct Library: Sendable {
  /// What is wrong in the templates themselves, sorted by place. Which names they may use depends
  /// on the page: see ``program(_:for:)``.
  public let faults: [Fault]
  let templates: [Template]
  private let indices: [String: Int]
  private let isSound: [Bool]

  /// Parses the sources. The key is what `{{>key}}` and `{{<key}}` call a source; a key given twice
  /// is a programmer's error.
  public init(_ sources: [(key: String, source: Source)]) {
    templates = sources.map { Template(key: $0.key, $0.source) }
    indices = Dictionary(uniqueKeysWithValues: zip(sources.map(\.key), sources.indices))
    var check = InclusionCheck(templates, indices)
    check.run()
    faults = (templates.flatMap(\.faults) + check.faults).sorted(by: Fault.precedes)
    isSound = check.isSound
  }

  /// Whether there is a template of this key.
  public func contains(_ key: String) -> Bool { indices[key] != nil }

  /// Makes what renders a page: the template of this key with all that it includes, every name
  /// resolved. There is no program where a name is wrong (the faults say which, sorted by place) or
  /// where a template that it needs has one of the library's own ``faults``. Asking for a key that
  /// the library does not have is a programmer's error.
  public func program(
    _ key: String, for fields: Fields
  ) -> (program: Program?, faults: [Fault]) {
    guard let index = indices[key] else { preconditionFailure("no template `\(key)`") }
    guard isSound[index] else { return (nil, []) }
    var compiler = Compiler(self, fields)
    compiler.compile(index)
    guard compiler.faults.isEmpty else {
      // A partial that is put in at several places is at fault once.
      var told: Set<Fault> = []
      let faults = compiler.faults.filter { told.insert($0).inserted }
      return (nil, faults.sorted(by: Fault.precedes))
    }
    return (compiler.program, [])
  }

  func index(of key: String) -> Int {
    guard let index = indices[key] else { preconditionFailure("`\(key)` was not checked") }
    return index
  }
}
