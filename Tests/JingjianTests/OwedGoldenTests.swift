import Testing

@testable import Jingjian

/// Whole pages of campaigns, metrics, duties, ledgers and activities, and of what is owed, on a small
/// site; compared as those of `GoldenTests` are.
struct OwedGoldenTests {
  @Test(
    "a page is what it was",
    arguments: [
      "campaigns/juanzong.html", "campaigns/index.html", "metrics/guidang.html",
      "metrics/index.html", "responsibilities/2025.html", "responsibilities/index.html",
      "ledgers/wenti.html", "ledgers/index.html", "activities/2025.html", "activities/index.html",
      "roles/fgz.html", "owed.html", "duties.ics",
    ])
  func page(_ path: String) throws {
    try GoldenTests.compare(path, of: try Self.built.get())
  }

  @Test("nothing is wrong with the site, and its pages hold no blank where a word should be")
  func whole() throws {
    let built = try Self.built.get()
    #expect(built.outcome.errors == 0)
    #expect(
      built.page("pages/shuju.html")?.contains(
        #"<a href="../metrics/guidang.html#2025-02">92.5%</a>"#) == true)
  }

  private static let built = Result { try site.build(date: "2025-06-30") }

  private static let site = TestSite([
    "content/site.yml": """
    name: 试验站
    organ: 试验法院
    base-url: https://example.invalid/jingjian

    """,
    "content/departments.yml": """
    - {id: lian, name: 立案庭}
    - {id: zhixing, name: 执行局}
    - {id: sucai, name: 速裁庭, since: 2025-04}

    """,
    "content/roles.yml": """
    - {id: shuji, name: 党组书记, level: 党组}
    - {id: fgz, name: 分管副院长, level: 分管领导, departments: [立案庭]}

    """,
    "content/cases/a.md": TestSite.caseText([
      "date": "2025-04-01",
      "rectification": """

        - {measure: 逐人谈话, owner: 立案庭, due: 2025-06-29}
        - {measure: 半年回访, owner: fgz, due: 2025-12-31, status: doing}
      """,
    ]),
    "content/campaigns/juanzong.md": """
    ---
    标题: 卷宗归档专项行动
    日期: 2025-03-01
    摘要: 一句话说明。
    标签: [卷宗]
    来源: 工作方案
    开始: 2025-03-01
    结束: 2025-12-31
    牵头: fgz
    配合部门: [执行局]
    口号: 一卷一清
    问题分类: [违规吃请]
    目标:
      - {名称: 按时归档率, 单位: "%", 基数: 81.5, 目标值: 98, 实际值: 92, 方向: 高}
      - {名称: 缺页卷宗, 单位: 件, 基数: 40, 目标值: 10, 实际值: 4, 方向: 低}
      - {名称: 还没有数, 目标值: 10}
    成效:
      - {名称: 补齐卷宗, 数值: 1280, 单位: 件}
    任务:
      - {编号: jz-1, 任务: 定期通报, 层级: 党组, 责任主体: 党组书记, 时限: 2025-04-30, 状态: 已完成, 完成日期: 2025-05-02, 佐证: 通报}
      - {编号: jz-2, 任务: 抽查, 层级: 分管领导, 责任主体: fgz, 时限: 2025-06-30, 状态: 进行中, 进度: 60}
      - {编号: jz-3, 任务: 补齐 <旧> 卷, 层级: 部门, 责任主体: 立案庭, 时限: 2025-05-31, 状态: 未启动}
      - {编号: jz-4, 任务: 没有人认领}
    指标: [guidang]
    ---
    ## 为什么

    卷宗不齐。
    """,
    "content/metrics/metrics.yml": """
    - {id: guidang, name: 按时归档率, unit: "%", better: 高, target: 95, owner: 立案庭, description: 按时归档的占全部, source: 档案系统}
    - {id: kongbai, name: 还没有数据, better: 低}

    """,
    "content/metrics/guidang.csv": "月份,数值,备注\n2024-12,88,\n2025-02,92.5,春节\n2025-03,95.00,\n",
    "content/responsibilities/2025.csv": """
    编号,层级,责任主体,任务,频次,时限,完成记录,备注
    一-1,党组,党组书记,专题会,每季度,,2025-03-20,
    一-2,分管领导,分管副院长,廉政谈话,每半年,,,定于年中
    一-3,部门,立案庭,核对收件,每月,2025-07-31,2025-01-31；2025-02-28；2025-04-01；2025-05-31；2025-06-01,
    一-4,部门,,没有人负责,一次,2025-06-15,,
    一-5,部门,执行局,清理款项,一次,,,
    """,
    "content/ledgers/wenti.yml": """
    标题: 督察问题台账
    类型: 问题台账
    说明: 当场能改的不列入。
    条目:
      - {编号: w-1, 发现日期: 2024-10-01, 部门: 立案庭, 问题分类: 违规吃请, 内容: 登记对不上, 风险等级: 高, 措施: 自动登记, 责任主体: 立案庭, 时限: 2024-12-31, 状态: 已完成, 销号日期: 2024-12-30}
      - {编号: w-2, 发现日期: 2024-10-02, 内容: 权限没有停用, 风险等级: 低, 责任主体: 执行局, 时限: 2025-06-01, 状态: 进行中}
      - {编号: w-3, 内容: 反弹过, 状态: 已完成, 销号日期: 2024-06-30, 回头看: [{日期: 2024-12-30, 结果: 反弹}, {日期: 2025-03-30, 结果: 巩固}]}
      - {编号: w-4, 内容: 又反弹, 责任主体: fgz, 时限: 2024-05-01, 状态: 已完成, 销号日期: 2024-06-30, 回头看: [{日期: 2024-12-30, 结果: 反弹}]}

    """,
    "content/ledgers/kong.yml": "类型: 廉政风险点\n",
    "content/activities/2025.csv": """
    日期,类型,部门,场次,人次,合格率,补考人次,备注
    2025-02-10,谈话,立案庭,2,11,,,
    2025-03-01,测试,全院,1,100,96.24,4,知识测试
    2025-05-01,谈话,速裁庭；执行局,1,20,,,
    2025-07-01,谈话,全院,1,50,,,
    """,
    "content/pages/shuju.md": "---\ntitle: 数据\n---\n归档率为{指标:guidang@2025-02}。\n",
  ])
}
