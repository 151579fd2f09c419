/// The wording of changes: as a person reads them on the terminal.
extension Changes {
  /// All of them, a line each; of a changed page's blocks only the first ones.
  func text(in language: Language) -> String {
    guard !isEmpty else {
      return Phrase(
        zh: "没有变化：\(same) 个网页与现在发布的说的一样",
        en: "no changes: \(Count(same, "page")) say what they said"
      ).said(in: language) + "\n"
    }
    var lines = [
      Phrase(
        zh: "网页：新增 \(count(.new))，有变动 \(changed)，撤回 \(count(.withdrawn))，不再有 \(count(.gone))，"
          + "没有变化 \(same)",
        en: "pages: \(count(.new)) new, \(changed) changed, \(count(.withdrawn)) withdrawn, "
          + "\(count(.gone)) gone, \(same) the same"
      ).said(in: language)
    ]
    func add(_ title: Phrase, _ some: [String]) {
      if !some.isEmpty { lines += ["", title.said(in: language)] + some }
    }
    add(
      Phrase(zh: "数据", en: "figures"),
      figures.map { "\($0.sign) \($0.phrase.said(in: language))" })
    add(
      Phrase(zh: "网页", en: "pages"),
      pages.flatMap { page in [page.line] + page.details(in: language) })
    add(Phrase(zh: "文件", en: "files"), files.map(\.line))
    return lines.map { Printer.shown($0) + "\n" }.joined()
  }

  func count(_ fate: Fate) -> Int { pages.count { $0.fate == fate } }

  var changed: Int { pages.count { if case .changed = $0.fate { true } else { false } } }
}

extension Changes.ChangedPage {
  fileprivate var line: String { "\(sign) \(path)\(title.isEmpty ? "" : "  \(title)")" }

  /// `+` new, `-` gone, `~` changed, `×` withdrawn.
  var sign: String {
    switch fate {
    case .new: "+"
    case .gone: "-"
    case .withdrawn: "×"
    case .changed: "~"
    }
  }

  private static let shown = 5

  fileprivate func details(in language: Language) -> [String] {
    guard case .changed(let old, let new) = fate else { return [] }
    if old.isEmpty, new.isEmpty {
      let phrase = Phrase(
        zh: "文字没有变，变的是链接、图片或格式", en: "not the text, but links, pictures or its form")
      return ["    \(phrase.said(in: language))"]
    }
    func some(_ lines: [String], _ sign: String) -> [String] {
      let rest = lines.count - Changes.ChangedPage.shown
      return lines.prefix(Changes.ChangedPage.shown).map { "    \(sign) \($0.shortened)" }
        + (rest > 0 ? ["    \(sign) … +\(rest)"] : [])
    }
    return some(old, "-") + some(new, "+")
  }
}

extension FigureChange {
  var sign: String {
    switch self {
    case .card(_, _, _, nil, _), .month(_, true, _), .score(_, _, nil, _), .honour(_, _, _, true):
      "+"
    case .card(_, _, _, _, nil), .month(_, false, _), .score(_, _, _, nil),
      .honour(_, _, _, false):
      "-"
    case .card, .score: "~"
    }
  }

  var phrase: Phrase {
    switch self {
    case .card(let department, let colour, let period, let old, let new):
      let states = [old, new].compactMap { $0.map(FigureChange.state) }
      return Phrase(
        zh: "\(department) \(period) \(colour.letter)牌："
          + states.map(\.zh).joined(separator: " → "),
        en: "\(department) \(period) \(colour.rawValue) card: "
          + states.map(\.en).joined(separator: " → "))
    case .month(let month, _, let departments):
      return Phrase(
        zh: "\(month) 得分（\(departments) 个部门）",
        en: "scores of \(month) (\(Count(departments, "department")))")
    case .score(let department, let month, let old, let new):
      let scores = [old, new].compactMap { $0 }
      return Phrase(
        zh: "\(department) \(month) 得分："
          + scores.map { "\($0.total)（第\($0.rank)名）" }.joined(separator: " → "),
        en: "\(department) \(month) score: "
          + scores.map { "\($0.total) (rank \($0.rank))" }.joined(separator: " → "))
    case .honour(let year, let isFlag, let department, _):
      return Phrase(
        zh: "\(department) \(year) \(isFlag ? "清廉示范岗" : "无违纪部门")",
        en: "\(department) \(year) \(isFlag ? "model post" : "no violations")")
    }
  }

  /// A follow-up as data files write it, in words.
  private static func state(_ name: String) -> Phrase {
    switch name {
    case "due": Phrase(zh: "待处理", en: "due")
    case "overdue": Phrase(zh: "未落实", en: "overdue")
    default: Decision.Action(rawValue: name)?.phrase ?? Phrase(zh: name, en: name)
    }
  }
}

extension String {
  /// Not more than fits two lines of a terminal.
  fileprivate var shortened: String { count > 90 ? prefix(89) + "…" : self }
}
