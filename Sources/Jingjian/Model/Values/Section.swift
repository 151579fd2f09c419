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
  /// What one record is called, in the sections that hold records.
  static let records: [String: Phrase] = [
    "lessons": Phrase(zh: "微课", en: "lesson"),
    "cases": Phrase(zh: "案例", en: "case"),
    "campaigns": Phrase(zh: "专项行动", en: "campaign"),
    "exemplars": Phrase(zh: "典型", en: "exemplar"),
    "clarifications": Phrase(zh: "澄清", en: "clarification"),
    "quizzes": Phrase(zh: "测验", en: "quiz"),
    "regulations": Phrase(zh: "制度", en: "regulation"),
    "documents": Phrase(zh: "文件资料", en: "document"),
    "packets": Phrase(zh: "印刷材料", en: "packet"),
    "pages": Phrase(zh: "页面", en: "page"),
  ]

  /// The sections that can be for a narrower audience: departments and tags only gather what other
  /// sections hold.
  static let narrowed = all.filter { $0.id != "departments" && $0.id != "tags" }
}
