import Foundation
import Testing

@testable import Jingjian

/// Whole pages of a small site, as a reader gets them: the `<main>` of each is compared with a file of
/// `Golden/`, so that a change of the frame does not change them all. `RECORD=1` writes them anew and
/// fails, so that what changed is read.
struct GoldenTests {
  @Test(
    "a page is what it was",
    arguments: [
      "index.html", "cases/yanqing.html", "cases/index.html", "cases/problem/jilv.html",
      "cases/form/2.html", "cases/statistics.html", "cases/gone.html", "documents/jianghua.html",
      "departments/lian.html", "departments/index.html", "regulations/shouze.html",
      "tags/作风.html", "pages/about.html", "old/2023.html", "404.html",
      "lessons/di-yi-ke.html", "lessons/index.html", "lessons/screen/di-yi-ke.html",
      "quizzes/xiaoce.html", "exemplars/jiashu.html", "clarifications/chengqing.html",
    ])
  func page(_ path: String) throws {
    try Self.compare(path, of: try Self.built.get())
  }

  /// Compares a page with its file.
  static func compare(_ path: String, of built: Built) throws {
    let page = try #require(built.page(path), "\(path) is made")
    let main = main(of: page)
    let file = folder.appendingPathComponent(path.replacingOccurrences(of: "/", with: "_"))
    let golden = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] != nil, golden != main {
      try main.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)")
    }
    #expect(golden == main)
  }

  @Test("the frame holds its policy, its language and relative links alone")
  func frame() throws {
    let built = try Self.built.get()
    for (path, bytes) in built.published where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains(#"<html lang="zh-CN">"#), "\(path)")
      #expect(
        page.contains(#"http-equiv="Content-Security-Policy" content="default-src 'none';"#),
        "\(path)")
      #expect(!page.contains("href=\"/"), "\(path)")
    }
    let sitemap = try #require(built.page("sitemap.xml"))
    #expect(
      sitemap.contains(
        "<loc>https://example.invalid/jingjian/cases/yanqing.html</loc><lastmod>2025-03-01</lastmod>"
      ))
    #expect(sitemap.contains("https://example.invalid/jingjian/tags/%E4%BD%9C%E9%A3%8E.html"))
    #expect(!sitemap.contains("gone") && !sitemap.contains("404") && !sitemap.contains("old/"))
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  private static func main(of page: String) -> String {
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>") else {
      return page
    }
    return String(page[start.lowerBound..<end.upperBound]) + "\n"
  }

  private static let built = Result { try site.build() }

  private static let site = TestSite([
    "content/site.yml": """
    name: 试验站
    organ: 试验法院
    base-url: https://example.invalid/jingjian

    """,
    "content/roles.yml": "- id: fgz\n  name: 分管副院长\n  level: 分管领导\n",
    "content/cases/yanqing.md": """
    ---
    标题: 一顿饭的代价 <三人>
    日期: 2025-03-01
    部门: 立案庭
    当事人: 王某
    职务: 书记员
    发生时间: 2024-03/2024-06
    问题分类: [违规吃请]
    形态: 2
    处分: [警告, 调离岗位]
    金额: 1280.50
    依据: [《廉洁守则（示例）》第二条, 《别的规定》第九条]
    标签: [作风]
    旧网址: [old/2023.html]
    摘要: 一顿饭，三个人。
    一案双查:
      - {角色: 当事人, 对象: 王某, 结果: 警告}
      - {角色: 分管领导, 对象: 分管副院长, 结果: 批评教育}
    整改:
      - {措施: 逐人谈话, 责任部门: 立案庭, 时限: 2025-04-01, 状态: 已完成, 完成日期: 2025-04-11}
      - {措施: 建立报告制度, 责任部门: 执行局, 时限: 2025-12-30, 状态: 进行中}
      - {措施: 半年回访, 责任部门: fgz, 时限: 2026-01-01, 状态: 未启动}
    ---
    ## 基本案情

    王某在**“老地方”**吃了一顿饭，
    见[守则](../regulations/shouze.md#第一条-目的)。

    \(TestSite.parts)
    """,
    "content/cases/waiyuan.md": """
    ---
    title: 外院一案
    date: 2024-12-31
    unit: 某基层法院
    problems: [jilv]
    form: 4
    ---
    \(TestSite.parts)
    """,
    "content/cases/gone.md": TestSite.caseText([
      "title": "撤回的案例", "withdrawn": "{date: 2025-06-01, reason: 事实复核}",
    ]),
    "content/documents/jianghua.md": """
    ---
    title: 在会议上的讲话
    date: 2025年2月18日
    kind: 讲话
    author: 院长
    tags: [作风]
    ---
    同志们：

    ## 一、认清形势

    ### （一）成绩

    共〔待补：数字〕件。
    """,
    "content/regulations/shouze.md": """
    ---
    title: 廉洁守则（示例）
    ---
    ## 第一条　目的

    为了廉洁。

    ## 第二条　宴请

    不得接受宴请。
    """,
    "content/pages/about.md": "---\ntitle: 关于本站\n---\n本站为试验。\n",
    "content/media/短片.mp4": "    ftyp",
    "content/media/短片.jpg": "GIF89a",
    "content/media/短片.vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\n第一句 <i>话</i>\n",
    "content/media/图.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "content/media/卡.pdf": "%PDF-",
    "content/lessons/di-yi-ke.md": """
    ---
    标题: 第一课
    周次: 2025-W48
    警句: {内容: 一句话, 出处: 古语}
    案例: yanqing
    文件: [jianghua]
    资料: [{文件: 图.svg, 说明: 一张图}, 短片.mp4, 卡.pdf]
    测验: xiaoce
    ---
    开头，见[守则](../regulations/shouze.md)。

    ## 一

    甲。

    > ## 引文里的标题

    ## 二

    乙。
    """,
    "content/lessons/jie-zhe.md": """
    ---
    标题: 接着一课
    周次: 2025-W50
    案例: gone
    ---
    正文。
    """,
    "content/quizzes/xiaoce.yml": """
    标题: 小测
    及格: 67
    题目:
      - {题干: 收下还是 <退回>？, 选项: [A. 收下, B. 退回], 答案: B, 解析: 退回, 依据: 《廉洁守则（示例）》第二条}
      - {题干: 哪些要登记？, 题型: 多选, 选项: [询问, 便条, 查询自己的案件], 答案: A、B}
      - {题干: 可以宴请。, 题型: 判断, 答案: 错}
    """,
    "content/exemplars/jiashu.md": """
    ---
    标题: 一封家书
    日期: 2025-05-15
    类型: 廉洁家书
    部门: 立案庭
    ---
    正文。
    """,
    "content/clarifications/chengqing.md": """
    ---
    标题: 一次澄清
    日期: 2025-06-02
    案例: gone
    单位: 督察室
    文书: 某字1号
    ---
    没有这回事。
    """,
  ])
}
