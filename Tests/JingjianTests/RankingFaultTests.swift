import Testing

@testable import Jingjian

/// Wrong ranking files: each fault at its cell, all of them in one run, and nothing published.
struct RankingFaultTests {
  static let departments = """
    - {id: lian, name: 立案庭}
    - {id: xingshi, name: 刑事审判庭, aliases: [刑庭]}
    - {id: zhixing, name: 执行局}
    - {id: fangtang, name: 方塘法庭, until: 2025-01}

    """

  static let indicators = """
    categories:
      - id: zuofeng
        name: 作风
        indicators:
          - {id: kaoqin, name: 考勤, max: 50}
          - {id: taidu, name: 态度, max: 50, veto: true}

    """

  static func site(_ rankings: [String: String]) -> TestSite {
    var site = TestSite(["content/departments.yml": departments])
    for (path, text) in rankings { site["content/rankings/" + path] = text }
    return site
  }

  @Test("a score file with every kind of fault")
  func everyFault() throws {
    let site = Self.site([
      "indicators.yml": Self.indicators,
      "scores/2025-02.csv": """
      部门,考勤,态度,总分,备注
      满分,50,60,100,
      立案庭,40,101,90,
      立案庭,40,40,80,
      方塘法庭,4O.5,40,80.5,
      刑厅,40,40,80,
      刑庭,40,45.55,85.70,

      """,
    ])
    let built = try site.build()
    #expect(built.published.isEmpty)
    #expect(
      built.printed(.en) == """
        content/rankings/scores/2025-02.csv:1:1: error: 2025-02 lacks `执行局` [missing-department]
        部门,考勤,态度,总分,备注
        ^^^^
        fix: add a row for each; where one is exempt write `免评` as its total and the reason in `备注`
        content/rankings/scores/2025-02.csv:2:7: error: the highest score `60` is 50 in indicators.yml [maximum]
        满分,50,60,100,
                ^^
        fix: write that, or delete the row
        content/rankings/scores/2025-02.csv:3:8: error: the score 101 of `态度` is not between 0 and 50 [score-range]
        立案庭,40,101,90,
                  ^^^
        content/rankings/scores/2025-02.csv:4:1: error: `立案庭` has its scores in line 3 already [doubled-department]
        立案庭,40,40,80,
        ^^^^^^
        fix: keep one of the rows
        content/rankings/scores/2025-02.csv:5:1: error: `方塘法庭` was closed after 2025-01 [not-alive]
        方塘法庭,4O.5,40,80.5,
        ^^^^^^^^
        fix: delete the row, or correct `until` in departments.yml
        content/rankings/scores/2025-02.csv:5:6: error: `考勤` cannot be `4O.5` [score]
        方塘法庭,4O.5,40,80.5,
                 ^^^^
        fix: did you mean `40.5`?
        content/rankings/scores/2025-02.csv:6:1: error: there is no department `刑厅` [unknown-reference]
        刑厅,40,40,80,
        ^^^^
        fix: did you mean `刑庭`?
        content/rankings/scores/2025-02.csv:7:13: error: the total 85.7 is not the sum of the indicators, 85.55 [score-total]
        刑庭,40,45.55,85.70,
                      ^^^^^
        fix: compare them; they may differ by 0.05 at most

        """)
    #expect(
      built.printed(.zh) == """
        content/rankings/scores/2025-02.csv:1:1: 错误：2025-02 缺少这些部门：执行局 [missing-department]
        部门,考勤,态度,总分,备注
        ^^^^
        改法：各补一行；不参评的，总分写“免评”，备注写原因
        content/rankings/scores/2025-02.csv:2:7: 错误：满分「60」与 indicators.yml 里的 50 不符 [maximum]
        满分,50,60,100,
                ^^
        改法：改成一致，或删去“满分”这一行
        content/rankings/scores/2025-02.csv:3:8: 错误：「态度」的得分 101 不在 0 到 50 之间 [score-range]
        立案庭,40,101,90,
                  ^^^
        content/rankings/scores/2025-02.csv:4:1: 错误：「立案庭」在第 3 行已经有得分 [doubled-department]
        立案庭,40,40,80,
        ^^^^^^
        改法：只留一行
        content/rankings/scores/2025-02.csv:5:1: 错误：「方塘法庭」2025-01 以后已经撤销 [not-alive]
        方塘法庭,4O.5,40,80.5,
        ^^^^^^^^
        改法：删去这一行，或改正 departments.yml 里的撤销月份
        content/rankings/scores/2025-02.csv:5:6: 错误：「考勤」不能是「4O.5」 [score]
        方塘法庭,4O.5,40,80.5,
                 ^^^^
        改法：是不是「40.5」？
        content/rankings/scores/2025-02.csv:6:1: 错误：没有「刑厅」这个部门 [unknown-reference]
        刑厅,40,40,80,
        ^^^^
        改法：是不是「刑庭」？
        content/rankings/scores/2025-02.csv:7:13: 错误：总分 85.7 与各项相加的 85.55 不符 [score-total]
        刑庭,40,45.55,85.70,
                      ^^^^^
        改法：核对总分和各项；相差不能超过 0.05

        """)
  }

  static let scores = "部门,总分\n立案庭,90\n刑庭,80\n执行局,70\n"

  /// A file of the rankings with one fault, and the first line that is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let said: String
    var testDescription: String { "\(file): \(said)" }
  }

  @Test(
    "one fault in a file",
    arguments: [
      Fault(
        file: "scores/2025-02.csv", text: "单位,总分\n立案庭,90\n刑庭,80\n执行局,70\n",
        said: "scores/2025-02.csv:1:1: error: the first column must be `部门` [missing-column]"),
      Fault(
        file: "scores/2025-02.csv", text: "部门,备注\n立案庭,\n刑庭,\n执行局,\n",
        said: "scores/2025-02.csv:1:1: error: there is no column `总分` [missing-column]"),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分,总 分\n立案庭,90,\n刑庭,80,\n执行局,70,\n",
        said: "scores/2025-02.csv:1:7: error: unknown column `总 分` [unknown-column]"),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分,total\n立案庭,90,\n刑庭,80,\n执行局,70,\n",
        said:
          "scores/2025-02.csv:1:7: error: the columns `total` and `总分` are the same [doubled-column]"
      ),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分\n立案庭,90\n刑庭\n执行局,70\n",
        said: "scores/2025-02.csv:3:3: error: `总分` is empty [empty-cell]"),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分\n立案庭,100.01\n刑庭,80\n执行局,70\n",
        said:
          "scores/2025-02.csv:2:5: error: the score 100.01 of `总分` is not between 0 and 100 [score-range]"
      ),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分\n立案庭,-1\n刑庭,80\n执行局,70\n",
        said:
          "scores/2025-02.csv:2:5: error: the score -1 of `总分` is not between 0 and 100 [score-range]"
      ),
      Fault(
        file: "scores/2025-02.csv", text: "部门,总分\n立案庭,90.125\n刑庭,80\n执行局,70\n",
        said: "scores/2025-02.csv:2:5: error: `总分` cannot be `90.125` [score]"),
      Fault(
        file: "scores/2025-02.xlsx", text: "PK",
        said: "scores/2025-02.xlsx:1:1: error: this is an Excel workbook, not a CSV [workbook]"),
      Fault(
        file: "2025-02.xls", text: "",
        said: "2025-02.xls:1:1: error: this is an Excel workbook, not a CSV [workbook]"),
      Fault(
        file: "scores/202502.csv", text: scores,
        said:
          "scores/202502.csv:1:1: error: a score file is named by its month: `2025-03.csv` [score-file]"
      ),
      Fault(
        file: "rule.yml", text: "[]",
        said: "rule.yml:1:1: error: unknown file or folder [unknown-file]"),
      Fault(
        file: "rules.yml", text: "- from: 2025-01\n- 起始月份: 2025-01\n",
        said: "rules.yml:2:3: error: the rules of line 1 begin in 2025-01 too [doubled-id]"),
      Fault(
        file: "rules.yml", text: "- bottom: 2\n",
        said: "rules.yml:1:3: error: required key `from` is missing [missing-key]"),
      Fault(
        file: "indicators.yml",
        text: "categories:\n  - {id: a, name: 甲, indicators: [{id: 总分, name: 乙, max: 5}]}\n",
        said: "indicators.yml:2:35: error: `总分` is a fixed column of the score files [doubled-id]"),
      Fault(
        file: "vetoes.yml", text: "- {department: 立案庭, date: 2025-01-05, indicator: 考勤}\n",
        said: "vetoes.yml:1:50: error: there is no indicator `考勤` [unknown-reference]"),
      Fault(
        file: "decisions.yml",
        text: "- {department: 立案庭, period: 2025-13, colour: 蓝, date: 2025-04-01}\n",
        said: "decisions.yml:1:29: error: `2025-13` is no period [date]"),
      Fault(
        file: "decisions.yml",
        text: "- {department: 立案庭, period: 2025-02, colour: 蓝, action: 已说明, date: 2025-04-01}\n",
        said:
          "decisions.yml:1:3: error: the rules give `立案庭` no blue card for 2025-02 [no-card]"),
      Fault(
        file: "corrections.yml",
        text: "- {department: 立案庭, month: 2025-02, old: 80, new: 91, date: 2025-04-01}\n",
        said:
          "corrections.yml:1:51: error: the corrected 91.00 is 90.00 in line 2 of content/rankings/scores/2025-02.csv [correction]"
      ),
      Fault(
        file: "corrections.yml",
        text: "- {department: 方塘法庭, month: 2025-02, old: 80, new: 91, date: 2025-04-01}\n",
        said:
          "corrections.yml:1:52: error: the score file of 2025-02 lacks this department [correction]"
      ),
    ])
  func oneFault(_ fault: Fault) throws {
    var files = [fault.file: fault.text]
    if !fault.file.hasPrefix("scores/2025-02") { files["scores/2025-02.csv"] = Self.scores }
    let built = try Self.site(files).build()
    #expect(built.published.isEmpty)
    let first = built.printed(.en).split(separator: "\n").first.map(String.init)
    #expect(first == "content/rankings/" + fault.said)
  }

  @Test("a veto needs an indicator that may lead to one")
  func vetoIndicator() throws {
    let site = Self.site([
      "indicators.yml": Self.indicators,
      "vetoes.yml": "- {department: 立案庭, date: 2025-01-05, indicator: 考勤}\n",
    ])
    #expect(
      try site.build().printed(.en) == """
        content/rankings/vetoes.yml:1:50: error: the indicator `考勤` is not marked with `veto` [contradiction]
        - {department: 立案庭, date: 2025-01-05, indicator: 考勤}
                                                            ^^^^
        fix: add `veto: true` to it in indicators.yml, or name another one

        """)
  }

  @Test("a table in GB18030 is read with a note, and its faults stand at their cells")
  func otherEncoding() throws {
    var site = Self.site([:])
    // 部门,总分 / 立案庭,101 / 刑庭,80 / 执行局,70
    site.set(
      "content/rankings/scores/2025-02.csv",
      bytes: [
        0xB2, 0xBF, 0xC3, 0xC5, 0x2C, 0xD7, 0xDC, 0xB7, 0xD6, 0x0A, 0xC1, 0xA2, 0xB0, 0xB8, 0xCD,
        0xA5, 0x2C, 0x31, 0x30, 0x31, 0x0A, 0xD0, 0xCC, 0xCD, 0xA5, 0x2C, 0x38, 0x30, 0x0A, 0xD6,
        0xB4, 0xD0, 0xD0, 0xBE, 0xD6, 0x2C, 0x37, 0x30, 0x0A,
      ])
    #expect(
      try site.build().printed(.zh) == """
        content/rankings/scores/2025-02.csv:1:1: 提示：本表不是 UTF-8，已按 GB18030 读取 [encoding-note]
        部门,总分
        ^^
        content/rankings/scores/2025-02.csv:2:5: 错误：「总分」的得分 101 不在 0 到 100 之间 [score-range]
        立案庭,101
               ^^^

        """)
  }

  @Test("what lies later than today is left out with a note, and no fault")
  func later() throws {
    let site = Self.site([
      "scores/2025-01.csv": Self.scores + "方塘法庭,免评,\n",
      "scores/2025-03.csv": Self.scores,
      "decisions.yml":
        "- {department: 立案庭, period: 2025-03, colour: 蓝, action: 已说明, date: 2025-04-01}\n",
      "vetoes.yml": "- {department: 立案庭, date: 2025-04-01}\n",
    ])
    let built = try site.build(date: "2025-03-30")
    let lines = built.printed(.en).split(separator: "\n").filter { $0.hasPrefix("content/") }
    #expect(
      lines == [
        "content/rankings/decisions.yml:1:3: note: the date 2025-04-01 is still to come; this is left out [later]",
        "content/rankings/scores/2025-01.csv:5:6: warning: the exemption has no reason [exempt-without-reason]",
        "content/rankings/scores/2025-03.csv:1:1: note: 2025-03 is not over; its scores are left out [month-not-over]",
        "content/rankings/scores/2025-03.csv:1:1: warning: the month before, 2025-02, has no score file [score-gap]",
        "content/rankings/vetoes.yml:1:3: note: the date 2025-04-01 is still to come; this is left out [later]",
      ])
    #expect(built.page("rankings/2025-01.html") != nil)
    #expect(built.page("rankings/2025-03.html") == nil)
    #expect(try site.build(date: "2025-03-31").page("rankings/2025-03.html") != nil)
  }
}
