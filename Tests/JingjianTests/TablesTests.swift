import Foundation
import Testing

@testable import Jingjian

/// Tables as people save them: however they are written, the records are the same.
struct TablesTests {
  private static let plain = """
    编号,责任主体,任务,频次,时限,完成记录,备注
    1,lian,点名,monthly,2025-03-31,2025-01-05;2025-02-28,甲,乙

    """.replacingOccurrences(of: "甲,乙", with: "\"甲,乙\"")

  @Test(
    "a mark, CR LF, quotes, spaces, other orders, names and days, and empty rows and columns",
    arguments: [
      plain, "\u{FEFF}" + plain, plain.replacingOccurrences(of: "\n", with: "\r\n"),
      plain.replacingOccurrences(of: ";", with: "；"),
      plain.replacingOccurrences(of: ";", with: " ; "),
      plain.replacingOccurrences(of: ";", with: ";;") + "\n,,,,,,\n",
      plain.replacingOccurrences(of: "2025-01-05;2025-02-28", with: "2025/1/5；2025/02/28;"),
      plain.replacingOccurrences(of: "2025-01-05;2025-02-28", with: "\"2025年1月5日;2025-02-28\""),
      plain.replacingOccurrences(of: "2025-01-05;2025-02-28", with: "2025-02-28;2025-01-05"),
      plain.replacingOccurrences(of: "lian,点名,monthly", with: " 立案庭 ,\"点名\",每月"),
      "id,owner,task,frequency,due,done,note\n" + plain.split(separator: "\n")[1],
      "备注,频次,任务,责任主体,编号,完成记录,时限,,\n\"甲,乙\",每月,点名,立案庭,1,2025-01-05;2025-02-28,2025-03-31,,\n",
    ])
  func written(_ text: String) throws {
    let findings = try TestSite(["content/responsibilities/2025.csv": text]).findings(
      on: "2025-06-01")
    let duty = try #require(findings.site.tables.duties.first?.duties.first)
    #expect(findings.site.tables.duties.first?.duties.count == 1)
    #expect(
      [duty.id, duty.owner, duty.task, duty.frequency.rawValue, duty.limit?.description, duty.note]
        == ["1", "lian", "点名", "monthly", "2025-03-31", "甲,乙"])
    #expect(duty.completions.map(\.description) == ["2025-01-05", "2025-02-28"])
    #expect(duty.line == 2)
  }

  @Test("what Excel saves in GB18030 is read, with a note")
  func gb18030() throws {
    var site = TestSite()
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let data = try #require(Self.plain.data(using: encoding))
    site.set("content/responsibilities/2025.csv", bytes: Array(data))
    #expect(
      try site.build(date: "2025-12-31").printed()
        == "content/responsibilities/2025.csv:1:1: note: this table is not UTF-8 and was read as GB18030 [encoding-note]\n"
        + "编号,责任主体,任务,频次,时限,完成记录,备注\n^^\n")
    #expect(
      try site.findings(on: "2025-12-31").site.tables.duties.first?.duties.first?.task == "点名")
  }

  @Test("a row that is too short lacks its last cells; one without an id is known by its number")
  func short() throws {
    let findings = try TestSite([
      "content/responsibilities/2025.csv": "任务,频次,编号,完成记录\n甲,每年\n乙,每年,x\n丙,每年,,2025-01-01\n"
    ]).findings(on: "2025-06-01")
    let duties = try #require(findings.site.tables.duties.first?.duties)
    #expect(duties.map(\.id) == ["1", "x", "3"])
    #expect(duties.map(\.completions.count) == [0, 0, 1])
  }

  @Test("an item reads the same from a ledger and from the table beside it")
  func items() throws {
    let inline = """
      items:
        - {编号: a, 发现日期: 2025-01-01, 部门: 立案庭, 问题分类: 违规吃请, 内容: 内容, 风险等级: 高, 措施: 措施, 责任主体: zhixing, 时限: 2025-02-01, 状态: 已完成, 销号日期: 2025-02-02, 回头看: [{日期: 2025-08-02, 结果: 巩固}, {日期: 2025-09-02, 结果: 反弹}]}
        - {内容: 第二}

      """
    let table = """
      编号,发现日期,部门,问题分类,内容,风险等级,措施,责任主体,时限,状态,销号日期,回头看
      a,2025-01-01,立案庭,违规吃请,内容,高,措施,zhixing,2025-02-01,已完成,2025-02-02,2025-09-02 反弹；2025-08-02　巩固
      ,,,,第二,,,,,,,
      """
    func items(_ files: [String: String]) throws -> [String] {
      let findings = try TestSite(files).findings(on: "2025-12-31")
      return try #require(findings.site.tables.ledgers.first).items.map { item in
        "\(item.id) \(item.found.map(\.description) ?? "-") \(item.department ?? "-") "
          + "\(item.problem ?? "-") \(item.description ?? "-") \(item.risk?.rawValue ?? "-") "
          + "\(item.measure ?? "-") \(item.owner ?? "-") \(item.due.map(\.description) ?? "-") "
          + "\(item.status?.rawValue ?? "-") \(item.closed.map(\.description) ?? "-") "
          + item.lookbacks.map { "\($0.date) \($0.result?.rawValue ?? "-")" }.joined(separator: ";")
      }
    }
    let expected = [
      "a 2025-01-01 lian jilv-1 内容 high 措施 zhixing 2025-02-01 done 2025-02-02 "
        + "2025-08-02 held;2025-09-02 relapsed", "2 - - - 第二 - - - - - - ",
    ]
    #expect(try items(["content/ledgers/l.yml": inline]) == expected)
    #expect(
      try items(["content/ledgers/l.yml": "条目: 表.csv\n", "content/ledgers/表.csv": table])
        == expected)
  }

  @Test("a table without rows is an empty section, and one without a folder none")
  func empty() throws {
    var site = TestSite([
      "content/roles.yml": "- {id: fgz, name: 分管副院长}\n",
      "content/metrics/metrics.yml": "- {id: a, name: 甲}\n", "content/metrics/a.csv": "月份,数值\n",
      "content/responsibilities/2025.csv": "任务,频次\n", "content/ledgers/l.yml": "items: []\n",
      "content/activities/a.csv": "日期,类型\n",
    ])
    let built = try site.build()
    #expect(built.outcome.isFine, "\(built.printed())")
    #expect(built.published["responsibilities/2025.html"] != nil)
    site["content/departments.yml"] = nil
    #expect(try site.build().outcome.isFine, "roles alone have a page to lead back to")
  }
}
