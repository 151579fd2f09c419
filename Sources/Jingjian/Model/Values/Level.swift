/// A level: on which of the three levels of responsibility something is owed (三级责任).
enum Level: String, Choice {
  case partyGroup = "party-group"
  case leader, department
  static let chinese = ["党组", "分管领导", "部门"]
}

extension Prover {
  /// What departments owe stands on their level, what posts owe on one of the two above.
  mutating func checkLevel(_ level: Level?, _ owner: String?, at span: Span) {
    guard let level, let owner else { return }
    let isDepartment = index.id(.department, named: owner) != nil
    if (level == .department) != isDepartment { warn(.otherLevel, at: span) }
  }
}

extension Message {
  fileprivate static let otherLevel = Message(
    "level",
    Phrase(zh: "「层级」与「责任主体」不符", en: "the level does not fit who owes it"),
    fix: Phrase(
      zh: "层级是“部门”的写部门，是“党组”“分管领导”的写职务",
      en: "a department owes on the level `department`, a role on the other two"))
}
