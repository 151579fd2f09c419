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
struct Department: Sendable {
  let id: String
  let name: String
  let aliases: [String]
  /// First and last month of its life, both included.
  let since: Month?
  let until: Month?

  static let schema = Schema([
    Field("id", "编号", .text, required: true, zh: "编号，用在网址里", en: "the id, used in addresses"),
    Field("name", "名称", .text, required: true, zh: "部门名称", en: "the name"),
    Field("aliases", "别名", .list(.text), zh: "简称、旧称", en: "short and former names"),
    Field("since", "设立", .month, zh: "设立的月份", en: "the first month of its life"),
    Field("until", "撤销", .month, zh: "最后一个月", en: "the last month of its life"),
  ])
}

extension Department {
  /// All by which it is called.
  var names: [String] { [id, name] + aliases }

  /// Whether it lived in at least one of some months.
  func isAlive(in months: ClosedRange<Month>) -> Bool {
    since.map { $0 <= months.upperBound } ?? true && until.map { $0 >= months.lowerBound } ?? true
  }

  init?(_ fields: Fields, _ prover: inout Prover) {
    guard let id = fields.text("id"), let name = fields.text("name") else { return nil }
    self.id = id
    self.name = name
    aliases = fields.texts("aliases")
    since = fields.month("since")
    until = fields.month("until")
    if let since, let until, until < since, let span = fields.span("until") {
      prover.say(.closedBeforeFounded, at: span)
    }
  }
}

/// A role: a post that owes duties, never a person.
struct Role: Sendable {
  let id: String
  let name: String
  let level: String?
  let departments: [String]

  /// All by which it is called.
  var names: [String] { [id, name] }

  static let schema = Schema([
    Field("id", "编号", .text, required: true, zh: "编号", en: "the id"),
    Field("name", "名称", .text, required: true, zh: "职务名称，不写人名", en: "a post, never a person"),
    Field(
      "level", "层级",
      .choice([
        FieldType.Choice("party-group", "党组"), FieldType.Choice("leader", "分管领导"),
      ]), zh: "层级", en: "the level"),
    Field(
      "departments", "分管部门", .list(.reference(.department)), zh: "分管的部门",
      en: "the departments it leads"),
  ])

  init?(_ fields: Fields, _ prover: inout Prover) {
    guard let id = fields.text("id"), let name = fields.text("name") else { return nil }
    self.id = id
    self.name = name
    level = fields.text("level")
    departments = fields.texts("departments")
  }
}

/// A class of problems with its sub-problems, or one of these.
struct Problem: Sendable {
  let id: String
  let name: String
  let children: [Problem]

  static let schema = Schema(
    leaf.fields + [
      Field("children", "子类", .list(.group(leaf)), zh: "子类", en: "the sub-problems")
    ])

  private static let leaf = Schema([
    Field("id", "编号", .text, required: true, zh: "编号，用在网址里", en: "the id, used in addresses"),
    Field("name", "名称", .text, required: true, zh: "名称", en: "the name"),
  ])

  init?(_ fields: Fields, _ prover: inout Prover) {
    self.init(fields, children: fields.groups("children").compactMap { Problem($0, children: []) })
  }

  private init?(_ fields: Fields, children: [Problem]) {
    guard let id = fields.text("id"), let name = fields.text("name") else { return nil }
    self.id = id
    self.name = name
    self.children = children
  }
}

extension Vocabulary {
  static let departmentsFile = "content/departments.yml"
  static let rolesFile = "content/roles.yml"
  static let problemsFile = "content/problems.yml"

  /// Proves the three files and enters their names into the index.
  ///
  /// - Parameter raws: the raw values of those that are there, by their paths.
  init(_ raws: [String: RawValue], _ index: inout Index, report: inout [Diagnostic]) {
    departments = Vocabulary.list(
      raws, Vocabulary.departmentsFile, Department.schema, .department, &index, &report,
      make: Department.init, names: { [($0.id, [$0.name] + $0.aliases)] })
    roles = Vocabulary.list(
      raws, Vocabulary.rolesFile, Role.schema, .role, &index, &report,
      make: Role.init, names: { [($0.id, [$0.name])] })
    classes = Vocabulary.list(
      raws, Vocabulary.problemsFile, Problem.schema, .problem, &index, &report,
      make: Problem.init, names: { [($0.id, [$0.name])] + $0.children.map { ($0.id, [$0.name]) } })
  }

  private static func list<Item>(
    _ raws: [String: RawValue], _ file: String, _ schema: Schema, _ target: Target,
    _ index: inout Index, _ report: inout [Diagnostic],
    make: (Fields, inout Prover) -> Item?, names: (Item) -> [(id: String, names: [String])]
  ) -> [Item] {
    guard let raw = raws[file] else { return [] }
    var prover = Prover(file: file, index: index)
    defer { report += prover.report }
    guard case .list(let entries) = raw.content else {
      prover.say(.listExpected, at: raw.span)
      return []
    }
    var taken: [String: Int] = [:]
    var items: [Item] = []
    for entry in entries {
      guard let fields = prover.fields(entry, schema), let item = make(fields, &prover) else {
        continue
      }
      items.append(item)
      for thing in names(item) {
        if let fault = Identifier.fault(in: thing.id) { prover.say(fault, at: entry.span) }
        if Kind.isReserved(thing.id) { prover.say(.reservedId(thing.id), at: entry.span) }
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
