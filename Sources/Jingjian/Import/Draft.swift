/// A draft: the text of the new record, front matter and body, with the line of each placeholder.
struct Draft {
  private(set) var marked: [Imported.Marked] = []
  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  init(
    _ head: Speech.Head, _ blocks: [Speech.Block], _ guesses: [Imported.Guess], file: String
  ) {
    lines = ["---", "# 由 jingjian import 从 \(file) 转成，请核对全文，并填好每一处待补"]
    addHead(head, guesses)
    lines.append("---")
    for (place, block) in blocks.enumerated() {
      if !(block.isItem && place > 0 && blocks[place - 1].isItem) { lines.append("") }
      add(block)
    }
  }

  private mutating func addHead(_ head: Speech.Head, _ guesses: [Imported.Guess]) {
    for guess in guesses { if let remark = Draft.remark(onTitle: guess) { lines.append(remark) } }
    lines.append("标题: " + Draft.quoted(head.title.string))
    for guess in guesses { if let remark = Draft.remark(onDate: guess) { lines.append(remark) } }
    if let day = head.day { lines.append("日期: \(day)") }
    if guesses.contains(.kindUnknown) { lines.append("# 标题没有写明类型，请核对") }
    lines.append("类型: \(head.kind)")
    if let author = head.author { lines.append("作者: " + Draft.quoted(author)) }
    if let number = head.number { lines.append("发文字号: " + Draft.quoted(number)) }
    if let source = head.source { lines.append("来源: " + Draft.quoted(source)) }
  }

  private static func remark(onTitle guess: Imported.Guess) -> String? {
    switch guess {
    case .titleFromMeeting: "# 原文没有标题，此标题据文中所说的会议拟出，请核对"
    case .titleFromFile: "# 原文没有标题，暂用文件名，请改正"
    case .titleFromLines: "# 标题由原文的两行接成，请核对"
    case .titleIncomplete: "# 标题里有被隐去的字，请补全"
    default: nil
    }
  }

  private static func remark(onDate guess: Imported.Guess) -> String? {
    switch guess {
    case .dateOfPublication: "# 这是网页的发表日期，未必是讲话当天，请核对"
    case .dateOfSignature: "# 日期取自文末落款，请核对"
    case .dateMissing: "# 日期: 原文没有写明，请查明后填写，写法如 2025-05-27"
    default: nil
    }
  }

  /// In double quotes YAML takes every text for a text. Colons in a row, which nothing can escape here, are
  /// one.
  private static func quoted(_ text: String) -> String {
    let signs = Signs(text)
    let marks = Prose.marks(in: signs)
    let (firsts, others) = (
      Set(marks.compactMap(\.first)), Set(marks.flatMap { $0.dropFirst() })
    )
    let plain = signs.indices.filter { !others.contains($0) }
    let escaped = plain.map { firsts.contains($0) ? ":" : signs[$0] }.string.map {
      $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0)
    }
    return "\"\(escaped.joined())\""
  }

  private mutating func add(_ block: Speech.Block) {
    let number = lines.count + 1
    func marked(_ gap: Imported.Gap, _ found: Signs) -> Imported.Marked {
      .init(line: block.line, found: found.string, gap: gap, recordLine: number)
    }
    switch block.kind {
    case .gap(let gap):
      self.marked.append(marked(gap, block.text))
      lines.append(Placeholder.text(gap))
    case .heading(let level):
      let prose = Prose(block.text)
      self.marked += prose.gaps.map { marked($0.kind, $0.found) }
      lines.append(String(repeating: "#", count: level) + " " + prose.text)
    case .item(let value):
      var prose = Prose(block.text)
      prose.escapeNumber()
      self.marked += prose.gaps.map { marked($0.kind, $0.found) }
      lines.append("\(value). " + prose.text)
    case .paragraph:
      var prose = Prose(block.text, emphasising: Lead.all(in: block.text))
      prose.escapeNumber()
      self.marked += prose.gaps.map { marked($0.kind, $0.found) }
      lines.append(prose.text)
    }
  }
}
