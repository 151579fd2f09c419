/// The vocabularies: departments, roles and problems – the things that records name.
struct Vocabulary: Sendable {
  var departments: [Department] = []
  var roles: [Role] = []
  /// The classes of problems, each with its sub-problems.
  var classes: [Problem] = []

  /// Whether anybody can owe anything.
  var hasOwners: Bool { !departments.isEmpty || !roles.isEmpty }

  func department(_ id: String) -> Department? { departments.first { $0.id == id } }

  /// The name of a class or sub-problem.
  func problem(_ id: String) -> String? {
    classes.lazy.flatMap { [$0] + $0.children }.first { $0.id == id }?.name
  }

  /// The name of a department or role.
  func owner(_ id: String) -> String? {
    department(id)?.name ?? roles.first { $0.id == id }?.name
  }
}

/// A department of the court, in the order of display.
struct Department: Declared {
  let id: String
  let name: String
  let aliases: [String]
  /// First and last month of its life, both included.
  let since: Month?
  let until: Month?

  struct Keys: Sendable {
    let id = Key<String>("id", "编号", zh: "编号，用在网址里", en: "the id, used in addresses")
    let name = Key<String>("name", "名称", zh: "部门名称", en: "the name")
    let aliases = Key<[String]>("aliases", "别名", zh: "简称、旧称", en: "short and former names")
    let since = Key<Month?>("since", "设立", zh: "设立的月份", en: "the first month of its life")
    let until = Key<Month?>("until", "撤销", zh: "最后一个月", en: "the last month of its life")
  }
  static let keys = Keys()
}

extension Department {
  /// All by which it is called.
  var names: [String] { [id, name] + aliases }

  /// Whether it lived in at least one of some months.
  func isAlive(in months: ClosedRange<Month>) -> Bool {
    since.map { $0 <= months.upperBound } ?? true && until.map { $0 >= months.lowerBound } ?? true
  }

  init(_ fields: Fields<Department>, _ prover: inout Prover) {
    id = fields.id
    name = fields.name
    aliases = fields.aliases
    since = fields.since
    until = fields.until
    if let since, let until, until < since {
      prover.say(.closedBeforeFounded, at: fields.span(\.until))
    }
  }
}

/// A role: a post that owes duties, never a person.
struct Role: Declared {
  let id: String
  let name: String
  let level: Level?
  let departments: [String]

  /// All by which it is called.
  var names: [String] { [id, name] }

  struct Keys: Sendable {
    let id = Key<String>("id", "编号", zh: "编号", en: "the id")
    let name = Key<String>("name", "名称", zh: "职务名称，不写人名", en: "a post, never a person")
    let level = Key<Level?>(
      "level", "层级", .oneOf([Level.partyGroup, .leader]), zh: "层级", en: "the level")
    let departments = Key<[String]>(
      "departments", "分管部门", .reference(.department), zh: "分管的部门", en: "the departments it leads")
  }
  static let keys = Keys()

  init(_ fields: Fields<Role>, _ prover: inout Prover) {
    id = fields.id
    name = fields.name
    level = fields.level
    departments = fields.departments
  }
}

/// A class of problems with its sub-problems, or one of these.
struct Problem: Declared {
  let id: String
  let name: String
  let children: [Problem]

  struct Keys: Sendable {
    let id = SubProblem.keys.id
    let name = SubProblem.keys.name
    let children = Key<[Fields<SubProblem>]>("children", "子类", zh: "子类", en: "the sub-problems")
  }
  static let keys = Keys()

  /// A sub-problem, which has none of its own.
  enum SubProblem: Declared {
    struct Keys: Sendable {
      let id = Key<String>("id", "编号", zh: "编号，用在网址里", en: "the id, used in addresses")
      let name = Key<String>("name", "名称", zh: "名称", en: "the name")
    }
    static let keys = Keys()
  }

  init(_ fields: Fields<Problem>, _ prover: inout Prover) {
    id = fields.id
    name = fields.name
    children = fields.children.map { Problem(id: $0.id, name: $0.name, children: []) }
  }
}

extension Problem {
  fileprivate init(id: String, name: String, children: [Problem]) {
    self.id = id
    self.name = name
    self.children = children
  }
}

extension Vocabulary {
  static let departmentsFile = "content/departments.yml"
  static let rolesFile = "content/roles.yml"
  static let problemsFile = "content/problems.yml"

  /// Where what is referred to is listed; nothing where it is no vocabulary.
  static func files(of target: Target) -> [String] {
    switch target {
    case .department: [departmentsFile]
    case .role: [rolesFile]
    case .owner: [departmentsFile, rolesFile]
    case .problem: [problemsFile]
    default: []
    }
  }

  /// Proves the three files and enters their names into the index.
  ///
  /// - Parameter raws: the raw values of those that are there, by their paths.
  init(_ raws: [String: RawValue], _ index: inout Index, report: inout [Diagnostic]) {
    departments = Vocabulary.list(
      raws, Vocabulary.departmentsFile, .department, &index, &report,
      make: Department.init, names: { [($0.id, [$0.name] + $0.aliases)] })
    roles = Vocabulary.list(
      raws, Vocabulary.rolesFile, .role, &index, &report,
      make: Role.init, names: { [($0.id, [$0.name])] })
    classes = Vocabulary.list(
      raws, Vocabulary.problemsFile, .problem, &index, &report,
      make: Problem.init, names: { [($0.id, [$0.name])] + $0.children.map { ($0.id, [$0.name]) } })
  }

  private static func list<Item: Declared>(
    _ raws: [String: RawValue], _ file: String, _ target: Target,
    _ index: inout Index, _ report: inout [Diagnostic],
    make: (Fields<Item>, inout Prover) -> Item, names: (Item) -> [(id: String, names: [String])]
  ) -> [Item] {
    guard let raw = raws[file] else { return [] }
    var prover = Prover(file: file, index: index)
    defer { report += prover.report }
    guard case .list(let entries) = raw.content else {
      prover.say(.listExpected, at: raw.span)
      return []
    }
    let schema = Item.schema
    var taken: [String: Int] = [:]
    var items: [Item] = []
    for entry in prover.bounded(entries) {
      guard let fields = prover.proven(entry, schema) else { continue }
      let item = make(Fields(fields), &prover)
      items.append(item)
      for thing in names(item) {
        if let fault = Identifier.fault(in: thing.id) { prover.say(fault, at: entry.span) }
        if Identifier.isReserved(thing.id) { prover.say(.reservedId(thing.id), at: entry.span) }
        for name in [thing.id] + thing.names.filter({ $0 != thing.id }) {
          let key = Identifier.key(name)
          if let line = taken[key] {
            prover.say(.doubledName(name, line: line), at: entry.span)
          } else {
            taken[key] = entry.span.line
          }
          // Who owes something is named by one word, whether a department or a role.
          if target == .role, index.id(.department, named: name) != nil {
            prover.say(.nameOfDepartment(name), at: entry.span)
          }
        }
        index.add(target, id: thing.id, names: thing.names)
      }
    }
    return items
  }
}

extension Message {
  fileprivate static let closedBeforeFounded = Message(
    "contradiction",
    Phrase(zh: "「撤销」早于「设立」", en: "`until` lies before `since`"))

  static let listExpected = Message(
    "wrong-type",
    Phrase(zh: "这个文件应是一个列表", en: "this file holds a list"),
    fix: Phrase(zh: "每一项以“- ”开头", en: "start each item with `- `"))

  fileprivate static func nameOfDepartment(_ name: String) -> Message {
    Message(
      "doubled-id",
      Phrase(
        zh: "「\(name)」已是 departments.yml 里的部门", en: "`\(name)` is a department in departments.yml"),
      fix: Phrase(
        zh: "职务另取编号和名称，否则“责任主体”分不清是谁",
        en: "call the role otherwise, or nobody can tell which of them owes something"))
  }

  fileprivate static func doubledName(_ name: String, line: Int) -> Message {
    Message(
      "doubled-id",
      Phrase(zh: "「\(name)」在第 \(line) 行已经用过", en: "`\(name)` is taken in line \(line)"),
      fix: Phrase(zh: "编号、名称和别名都不能重复", en: "ids, names and aliases must differ"))
  }
}
