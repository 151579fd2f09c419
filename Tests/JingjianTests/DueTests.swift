import Foundation
import Testing

@testable import Jingjian

/// `jingjian due`: the list, as the terminal and Excel get it (docs/format.md, "The command line").
struct DueTests {
  static let site = TestSite([
    "content/departments.yml": """
    - {id: lian, name: 立案庭, aliases: [诉讼服务中心]}
    - {id: zhixing, name: 执行局}
    """,
    "content/roles.yml": "- {id: fgz, name: 分管副院长, level: 分管领导}\n",
    "content/rankings/rules.yml": "- {from: 2025-01, bottom: 1, minimum-departments: 2}\n",
    "content/rankings/scores/2025-01.csv": "部门,总分\n立案庭,90\n执行局,80\n",
    "content/rankings/scores/2025-02.csv": "部门,总分\n立案庭,90\n执行局,80\n",
    "content/cases/yanqing.md": TestSite.caseText([
      "rectification": """

        - {measure: "逐人谈话,记录", owner: 立案庭, due: 2025-03-30}
        - {measure: 已经做了, owner: 立案庭, due: 2025-03-30, status: done, done: 2025-03-30}
        - {measure: 没有时限, owner: 立案庭}
      """
    ]),
    "content/campaigns/a.md": """
    ---
    title: 行动
    tasks:
      - {id: x-2, title: "=HYPERLINK(1)", owner: lian, due: 2025-03-30}
      - {id: x-1, title: 编号在前, owner: fgz, due: 2025-03-30}
      - {id: "-x", title: '"引号"', due: 2025-04-30}
      - {id: "@x", title: +86, owner: lian, due: 2025-05-01}
    ---
    正文。
    """,
    "content/responsibilities/2025.csv": """
    编号,责任主体,任务,频次,时限,完成记录
    部门-1,立案庭,每月点名,每月,2025-04-30,2025-01-31；2025-03-01
    部门-2,立案庭,一次没有时限,一次,,
    """,
    "content/ledgers/w.yml": """
    items:
      - {id: w-1, description: 第一件, owner: zhixing, due: 2025-03-30}
      - {id: w-2, description: 第二件, owner: zhixing, status: done, closed: 2024-09-30}
    """,
  ])

  private func due(
    _ date: String, owner: String? = nil, until: String? = nil
  ) throws -> Build.Due {
    var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
    request.date = date
    return try Build.due(owner: owner, until: until, request, disk: Self.site.memory.disk)
  }

  @Test("a private word is in neither list, also where CSV writes it otherwise")
  func masked() throws {
    var site = Self.site
    site["content/cases/b.md"] = TestSite.caseText(["private": #"[分管副, 分管副院长, '"引号"']"#])
    var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
    request.date = "2025-03-31"
    let due = try Build.due(
      owner: nil, until: "2025-05-01", request, disk: site.memory.disk)
    let disguised = ["分\u{FE00}管\u{200B}副", "分‌管 副院⻓", "＂引\u{E0101}号＂"]
    site["content/cases/b.md"] = TestSite.caseText([
      "private": "[\(disguised.map { "'\($0)'" }.joined(separator: ", "))]"
    ])
    let other = try Build.due(
      owner: nil, until: "2025-05-01", request, disk: site.memory.disk)
    #expect(other.csv == due.csv && other.text(in: .zh) == due.text(in: .zh))
    for text in [try #require(due.text(in: .zh)), try #require(due.csv)] {
      #expect(text.contains("■■■■■") && text.contains("■■■■  ") != text.contains(",■■■■\r"))
      #expect(!text.contains("分管") && !text.contains("院长") && !text.contains("引号"))
    }
  }

  @Test("the table: a mark, CR LF, by date, then source, then id; nothing that Excel would run")
  func csv() throws {
    #expect(
      try due("2025-03-31").csv?.unicodeScalars.elementsEqual(
        ("\u{FEFF}"
          + [
            "到期,状态,责任主体,来源,编号,事项",
            "2025-02-28,逾期,立案庭,责任清单,部门-1,每月点名",
            #"2025-03-30,逾期,立案庭,案例整改,yanqing,"逐人谈话,记录""#,
            "2025-03-30,逾期,执行局,预警处置,2025-02,蓝牌：向党组说明情况",
            "2025-03-30,逾期,分管副院长,专项行动,x-1,编号在前",
            "2025-03-30,逾期,立案庭,专项行动,x-2,'=HYPERLINK(1)",
            "2025-03-30,逾期,执行局,台账,w-1,第一件",
            "2025-03-30,逾期,执行局,台账,w-2,回头看：第二件",
            #"2025-04-30,待办,,专项行动,'-x,"""引号""""#,
            "2025-04-30,待办,立案庭,责任清单,部门-1,每月点名",
          ].map { $0 + "\r\n" }.joined()).unicodeScalars) == true)
  }

  @Test("the list for a terminal, in both languages")
  func text() throws {
    let list = try due("2025-03-31", owner: "执行局")
    #expect(
      list.text(in: .zh) == """
        共 3 项，其中逾期 3 项
        2025-03-30  逾期1天  执行局  预警处置 2025-02  蓝牌：向党组说明情况
        2025-03-30  逾期1天  执行局  台账 w-1  第一件
        2025-03-30  逾期1天  执行局  台账 w-2  回头看：第二件

        """)
    #expect(
      list.text(in: .en) == """
        3 items, 3 overdue
        2025-03-30  1 day overdue  执行局  card 2025-02  blue card: explain it to the party group
        2025-03-30  1 day overdue  执行局  ledger w-1  第一件
        2025-03-30  1 day overdue  执行局  ledger w-2  look back: 第二件

        """)
    #expect(try due("2025-01-01", owner: "fgz", until: "2025-02-01").text(in: .zh) == "没有到期的事项\n")
  }

  @Test(
    "who is meant by a name, and until when",
    arguments: [
      ("立案庭", nil, "逾期 逾期 逾期 待办"), ("lian", nil, "逾期 逾期 逾期 待办"),
      ("诉讼服务中心", nil, "逾期 逾期 逾期 待办"),
      ("lian", "2025-04-29", "逾期 逾期 逾期"), ("lian", "2025-04-30", "逾期 逾期 逾期 待办"),
      ("lian", "2025-05-01", "逾期 逾期 逾期 待办 待办"), ("lian", "2020-01-01", "逾期 逾期 逾期"),
      ("分管副院长", nil, "逾期"), ("fgz", "2025年4月1日", "逾期"), (nil, "2025-03-31", "逾期 逾期 逾期 逾期 逾期 逾期 逾期"),
    ] as [(String?, String?, String)])
  func chosen(_ owner: String?, _ until: String?, _ states: String) throws {
    let csv = try #require(try due("2025-03-31", owner: owner, until: until).csv)
    let rows = csv.components(separatedBy: "\r\n").dropFirst().dropLast()
    #expect(rows.map { $0.components(separatedBy: ",")[1] }.joined(separator: " ") == states)
  }

  @Test(
    "the day itself is not overdue, and thirty days on is still listed",
    arguments: [
      ("2025-03-29", 8), ("2025-03-30", 7), ("2025-03-31", 9), ("2025-04-01", 10),
    ])
  func days(_ date: String, _ count: Int) throws {
    let csv = try #require(try due(date).csv)
    let rows = csv.components(separatedBy: "\r\n").dropFirst().dropLast()
    #expect(rows.count == count)
    #expect(
      rows.allSatisfy { row in
        row.contains(",逾期,") == (row.prefix(10) < date)
      })
  }

  @Test("wrong use is a failure, and faults in the content are told")
  func wrong() throws {
    for (date, owner, until) in [
      ("昨天", nil, nil), ("2025-03-31", "立按庭", nil), ("2025-03-31", nil, "2025-02-30"),
    ] as [(String, String?, String?)] {
      #expect(throws: Failure.self) { try due(date, owner: owner, until: until) }
    }
    var site = Self.site
    site["content/responsibilities/2025.csv"] = "任务,频次\n点名,每周\n"
    var request = Build.Request(site: "/site", output: nil, templates: [], now: 0)
    request.date = "2025-03-31"
    let found = try Build.due(owner: nil, until: nil, request, disk: site.memory.disk)
    #expect(found.csv == nil && found.text(in: .zh) == nil)
    #expect(
      found.diagnostics(in: .zh, site: "/nowhere").contains("responsibilities/2025.csv:2:4: 错误"))
  }
}
