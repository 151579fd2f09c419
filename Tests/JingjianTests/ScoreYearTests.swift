import Testing

@testable import Jingjian

/// The file of a year: what is said of it names its row and its column, and months to come tell nothing.
struct ScoreYearTests {
  static let year = """
    部门,1月,2月,3月
    立案庭,90,91,92
    刑庭,80,81,82
    执行局,70,71,72
    方塘法庭,60,,

    """

  @Test("pages, explanations and corrections name the row and the column")
  func sources() throws {
    var site = RankingFaultTests.site(["scores/2025.csv": Self.year])
    let built = try site.build()
    #expect(built.printed(.en).isEmpty)
    let month = try #require(built.page("rankings/2025-02.html"))
    #expect(month.contains("得分表：content/rankings/scores/2025.csv“2月”列"))
    let department = try #require(built.page("departments/xingshi.html"))
    #expect(department.contains("content/rankings/scores/2025.csv第3行“2月”列"))
    #expect(
      try site.explain("刑庭", "2025-02", .zh).hasSuffix(
        "  content/rankings/scores/2025.csv:3 2月\n"))
    site["content/rankings/corrections.yml"] =
      "- {department: 刑庭, month: 2025-02, old: 70, new: 81.5, date: 2025-04-01}\n"
    #expect(
      try site.build().printed(.zh) == """
        content/rankings/corrections.yml:1:50: 错误：更正后的 81.50 与 content/rankings/scores/2025.csv 第 3 行「2月」列的 81.00 不符 [correction]
        - {department: 刑庭, month: 2025-02, old: 70, new: 81.5, date: 2025-04-01}
                                                           ^^^^
        改法：得分表里写更正后的值

        """)
  }

  @Test("the months that are not over leave no trace")
  func later() throws {
    let short = RankingFaultTests.site([
      "scores/2025.csv": Self.year.replacing(",92", with: ",").replacing(",82", with: ",")
        .replacing(",72", with: ",")
    ])
    let long = RankingFaultTests.site(["scores/2025.csv": Self.year])
    let known = try short.build(date: "2025-02-28").published
    #expect(known["rankings/2025-02.html"] != nil)
    let other = try long.build(date: "2025-02-28")
    #expect(other.published == known)
    #expect(
      other.printed(.en) == """
        content/rankings/scores/2025.csv:1:1: note: 2025-03 is not over; its scores are left out [month-not-over]
        部门,1月,2月,3月
        ^^

        """)
  }
}
