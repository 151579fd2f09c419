import Foundation

@testable import Jingjian

/// A site with one text in every field that takes a text, in records of every kind, in vocabularies,
/// settings and tables.
struct HostileSite {
  private(set) var site = TestSite()
  private let text: String

  init(_ text: String) {
    self.text = text
    let settings = Settings.schema.fields.filter {
      ![
        "timezone", "base-url", "audiences", "navigation", "section-audiences",
        "checks",
        "approval", "keep-cases", "honours",
      ].contains($0.key)
    }
    site["content/site.yml"] =
      mapping(settings) + "base-url: https://example.invalid/\nauto-packets: true\n"
      + "audiences: [{id: all, name: \(json("人人" + text))}]\n"
    site["content/departments.yml"] = list(Department.schema, ids: ["lian", "zhixing"])
    site["content/roles.yml"] = list(Role.schema, ids: ["shuji"])
    site["content/problems.yml"] = """
      - {id: jilv, name: \(json("类" + text)), children: [{id: jilv-1, name: \(json("子类" + text))}]}

      """
    site["content/media/a.png"] = "GIF89a"
    site["content/metrics/metrics.yml"] = list(Metric.schema, ids: ["m"])
    site["content/metrics/m.csv"] = table(["月份", "数值", "备注"], [["2025-01", "1", text]])
    site["content/ledgers/l.yml"] = """
      title: \(json("台账" + text))
      description: \(json(text))
      items:
        - {id: \(json("号" + text)), description: \(json(text)), measure: \(json(text)), \
      owner: lian, due: 2025-03-01, found: 2025-01-01, department: lian, problem: jilv-1}

      """
    site["content/responsibilities/2025.csv"] = table(
      ["编号", "责任主体", "任务", "频次", "备注"], [["号" + text, "lian", "做" + text, "每季度", text]])
    site["content/activities/a.csv"] = table(
      ["日期", "类型", "部门", "场次", "人次", "备注"], [["2025-01-02", "培训", "全院", "1", "2", text]])
    rankings()
    for type in RecordKind.types {
      let kind = type.kind
      let matter = mapping(
        kind.schema.fields.filter { kind.section != "cases" || $0.key != "unit" })
      let parts = type.requiredParts.map { "## \($0)\n\n这是\($0)。\n" }.joined(separator: "\n")
      site["content/\(kind.section)/a\(kind.format.ending)"] =
        kind.format == .yaml
        ? matter : "---\n\(matter)---\n" + (parts.isEmpty ? "正文。\n\n## 第一条\n\n条文。\n" : parts)
    }
    site["content/cases/b.md"] = TestSite.caseText([
      "department": "", "unit": json("外" + text), "title": json("案" + text),
    ])
    let line = text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing(
      "-->", with: "")
    site["content/media/v.mp4"] = "    ftyp"
    site["content/media/v.vtt"] = "WEBVTT\n\n00:00.000 --> 00:04.000\n字\(line)\n"
    site["content/lessons/v.md"] = """
      ---
      title: \(json("影" + text))
      week: 2025-W03
      media: [{file: v.mp4, title: \(json("影" + text))}]
      ---
      正文。

      """
    site["content/pages/w.md"] = """
      ---
      title: \(json("撤" + text))
      withdrawn: {date: 2025-03-01, reason: \(json(text)), keep-title: true}
      ---
      正文。

      """
  }

  private mutating func rankings() {
    site["content/rankings/indicators.yml"] = """
      weight: 25
      categories:
        - {id: c, name: \(json("类" + text)), indicators: [{id: i, name: \(json("项" + text)), \
      max: 100, veto: true}]}

      """
    site["content/rankings/rules.yml"] = "- {from: 2025-01, bottom: 1, minimum-departments: 2}\n"
    for month in ["2025-01", "2025-02"] {
      site["content/rankings/scores/\(month).csv"] = table(
        ["部门", "i", "备注"], [["lian", "90", text], ["zhixing", "80", text]])
    }
    site["content/rankings/vetoes.yml"] =
      "- {department: lian, date: 2025-01-02, indicator: i, reason: \(json(text)), "
      + "source: \(json(text))}\n"
    site["content/rankings/corrections.yml"] =
      "- {department: lian, month: 2025-01, old: 85, new: 90, reason: \(json(text)), date: 2025-02-02}\n"
    site["content/rankings/decisions.yml"] =
      "- {department: zhixing, period: 2025-02, colour: blue, action: explained, date: 2025-03-02, "
      + "document: \(json(text)), note: \(json(text)), statement: \(json(text))}\n"
  }

  private func list(_ schema: Schema, ids: [String]) -> String {
    "["
      + ids.map { id in
        json(group(schema.fields, id: id))
      }.joined(separator: ",\n") + "]\n"
  }

  private func mapping(_ fields: [Field]) -> String {
    fields.compactMap { field in
      value(field).map { "\(field.key): \(json($0))\n" }
    }.joined()
  }

  private func group(_ fields: [Field], id: String? = nil) -> [String: Any] {
    var group: [String: Any] = [:]
    for field in fields { group[field.key] = value(field, id: id) }
    return group
  }

  /// What a field holds: the text wherever it may be one.
  private func value(_ field: Field, id: String? = nil) -> Any? {
    switch field.key {
    case "id" where id != nil: id
    case "name" where id != nil, "aliases" where id != nil:
      field.key == "name" ? (id ?? "") + text as Any : [(id ?? "") + "又" + text]
    case "aliases": nil
    case "private": ["哪里都没有的词"]
    case "answer": "A"
    case "options": ["甲" + text, "乙" + text]
    case "contents": [["text": "甲 " + text.filter { $0 != "[" }], ["case": "a"]]
    // What would leave the record out, or contradict what else is written in it.
    case "draft", "publish", "expire", "audience", "withdrawn", "done", "since", "until",
      "auto-packets":
      nil
    default: value(field.type)
    }
  }

  private func value(_ type: FieldType) -> Any? {
    switch type {
    case .text, .markdown: "文" + text
    case .integer(let range, _): "\(max(range.lowerBound, 1))"
    case .amount, .decimal, .percent: "50"
    case .flag: "false"
    case .day: "2025-01-02"
    case .month: "2025-01"
    case .week: "2025-W02"
    case .occurred: "2024"
    case .choice(let choices): choices.first?.id
    case .reference(let target):
      switch target {
      case .department, .owner: "lian"
      case .role: "shuji"
      case .problem: "jilv-1"
      case .metric: "m"
      case .ledger: "l"
      case .indicator: "i"
      case .record: "a"
      case .audience: nil
      }
    case .list(let element), .oneOrMore(let element): value(element).map { [$0] }
    case .medium: ["file": "a.png", "title": "图" + text]
    case .group(let schema): group(schema.fields)
    }
  }

  /// A flow of YAML is JSON.
  private func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head] + rows).map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: ",") + "\n"
    }.joined()
  }
}
