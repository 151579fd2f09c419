/// A placeholder: `〔待补：…〕`, the words in the record that stand for what is to be filled in.
///
/// The build warns at each until a person has replaced it (docs/format.md, "Placeholders").
enum Placeholder {
  static func text(_ gap: Gap) -> String {
    if gap.range.isEmpty { return text(gap.kind) }
    // A sign that no font has would only be lost again.
    let isShown = !gap.found.contains(where: Sign.isUnreadable)
    return text(gap.kind, isShown ? "，原文为“\(Prose.escaped(gap.found))”" : "，原文无法显示")
  }

  static func text(_ gap: Imported.Gap, _ stood: String = "") -> String {
    "〔待补：\(name(gap))\(stood)〕"
  }

  private static func name(_ gap: Imported.Gap) -> String {
    switch gap {
    case .percentage: "百分比"
    case .number: "数字"
    case .name: "名称"
    case .person: "姓名"
    case .words: "字词"
    case .passage(let characters, let headings):
      (characters.map { "此处缺约\($0)字" } ?? "此处缺一段") + restored(headings)
    case .passageEnd: "以上标题之下缺文，后接下段"
    case .rest(let total, let shown, let headings):
      "原文未完" + (total.map { "，全文共\($0)字" } ?? "") + (shown.map { "，仅见\($0)字" } ?? "")
        + restored(headings)
    case .everything: "正文"
    }
  }

  private static func restored(_ headings: Int) -> String {
    headings > 0 ? "，以下\(headings)个标题据原文目录补出" : ""
  }
}
