/// A section: a part of the site that has an address and may be narrowed to an audience.
enum Section {
  /// All that the content format knows, with their Chinese names (docs/format.md, "Sections"), in
  /// the order of the navigation.
  static let all: [(id: String, chinese: String)] = [
    ("lessons", "廉政微课堂"), ("cases", "案例库"), ("rankings", "三色预警"),
    ("campaigns", "专项行动"), ("responsibilities", "责任清单"), ("ledgers", "台账"),
    ("metrics", "指标"), ("activities", "活动"), ("exemplars", "勤廉典型"),
    ("clarifications", "澄清正名"), ("quizzes", "知识测试"), ("regulations", "制度"),
    ("documents", "文件资料"), ("packets", "印刷材料"), ("pages", "说明"),
    ("departments", "部门"), ("tags", "标签"),
  ]
}

extension Section {
  /// The sections that can be for a narrower audience: departments and tags only gather what other
  /// sections hold.
  static let narrowed = all.filter { $0.id != "departments" && $0.id != "tags" }
}
