import Testing

@testable import Jingjian

/// Tables in the forms in which programs save them: each reads as the plain one.
struct TableFormTests {
  static let plain = """
    编号,责任主体,任务,频次,完成记录
    0012,立案庭,"学习；讨论",每月,2025-01-20;2025-02-20
    0013,执行局,写总结,每年,

    """

  @Test(
    "a list of duties in other forms",
    arguments: [
      plain.replacing(",", with: "\t"),
      "编号;责任主体;任务;频次;完成记录\n0012;立案庭;学习；讨论;每月;2025-01-20、2025-02-20\n0013;执行局;写总结;每年;\n",
      "sep=;\r\n编号;责任主体;任务;频次;完成记录\r\n0012;立案庭;学习；讨论;每月;\"2025-01-20;2025-02-20\"\r\n0013;执行局;写总结;每年;\r\n",
      "sep=|\n编号|责任主体|任务|频次|完成记录\n0012|立案庭|学习；讨论|每月|2025-01-20;2025-02-20\n0013|执行局|写总结|每年|\n",
      plain.replacing("0012", with: "=\"0012\""),
      plain.replacing("0012", with: "\"=\"\"0012\"\"\""),
      plain.replacing("2025-01-20;2025-02-20", with: "\"2025-01-20\n2025/2/20\""),
      plain.replacing("2025-01-20;2025-02-20", with: "2025年1月20日、2025年2月20日"),
      plain.replacing("责任主体", with: "责　任　主　体").replacing("任务", with: "\"任\n务\""),
    ])
  func duties(_ text: String) throws {
    let expected = try duties(in: ["2025.csv": Self.plain])
    #expect(expected.count == 2)
    #expect(expected[0] == "0012 lian 学习；讨论 monthly 2025-01-20 2025-02-20")
    #expect(try duties(in: ["2025.csv": text]) == expected)
    #expect(try duties(in: ["2025.CSV": text]) == expected)
  }

  private func duties(in files: [String: String]) throws -> [String] {
    var site = TestSite()
    for (name, text) in files { site["content/responsibilities/" + name] = text }
    let proof = try Proof(site: "/site", disk: site.memory.disk)
    #expect(proof.report.isEmpty, "\(proof.report)")
    return (proof.site?.tables.duties ?? []).flatMap(\.duties).map { duty in
      ([duty.id, duty.owner ?? "", duty.task, "\(duty.frequency)"]
        + duty.completions.map(\.description)).joined(separator: " ")
    }
  }

  @Test("look-backs are parted by whatever parts a list")
  func lookbacks() throws {
    for separator in ["；", ";", "、", "，", "\n"] {
      let site = TestSite([
        "content/ledgers/a.yml": "标题: 台账\n条目: a.csv\n",
        "content/ledgers/a.csv": """
        编号,内容,时限,状态,销号日期,回头看
        1,问题,2025-03-31,已完成,2025-03-27,"2025-09-29 巩固\(separator)2025-12-01 反弹"

        """,
      ])
      let proof = try Proof(site: "/site", disk: site.memory.disk)
      #expect(proof.report.isEmpty, "\(proof.report)")
      let items = try #require(proof.site?.tables.ledgers.first?.items)
      #expect(items[0].lookbacks.map(\.date.description) == ["2025-09-29", "2025-12-01"])
    }
  }

  @Test("endings in capitals are read as they mean")
  func capitals() throws {
    let plain = TestSite([
      "content/cases/a.md": TestSite.caseText(body: TestSite.parts + "\n见[说明](../pages/b.md)。\n"),
      "content/pages/b.md": "---\ntitle: 说明\n---\n\n正文。\n",
      "content/ledgers/c.yml": "标题: 台账\n条目: c.csv\n",
      "content/ledgers/c.csv": "编号,内容,时限\n1,问题,2026-03-31\n",
      "content/metrics/metrics.yml": "- {id: m, name: 指标, unit: 件}\n",
      "content/metrics/m.csv": "月份,数值\n2025-01,5\n",
      "content/rankings/scores/2025-01.csv": "部门,总分\n立案庭,90\n执行局,80\n",
    ])
    let capital = TestSite([
      "content/cases/a.MD": TestSite.caseText(body: TestSite.parts + "\n见[说明](../pages/b.md)。\n"),
      "content/pages/b.Md": "---\ntitle: 说明\n---\n\n正文。\n",
      "content/ledgers/c.YML": "标题: 台账\n条目: c.CSV\n",
      "content/ledgers/c.CSV": "编号,内容,时限\n1,问题,2026-03-31\n",
      "content/metrics/metrics.yml": "- {id: m, name: 指标, unit: 件}\n",
      "content/metrics/m.CSV": "月份,数值\n2025-01,5\n",
      "content/rankings/scores/2025-01.CSV": "部门,总分\n立案庭,90\n执行局,80\n",
    ])
    let (expected, built) = (try plain.build(), try capital.build())
    #expect(built.printed(.en) == expected.printed(.en))
    #expect(!expected.published.isEmpty)
    #expect(Set(built.published.keys) == Set(expected.published.keys))
    for path in ["cases/a.html", "ledgers/c.html", "metrics/m.html", "rankings/2025-01.html"] {
      let page = try #require(built.page(path))
      #expect(
        page.replacing(".MD", with: ".md").replacing(".CSV", with: ".csv").replacing(
          ".YML", with: ".yml"
        ).replacing(".Md", with: ".md") == expected.page(path))
    }
  }
}
