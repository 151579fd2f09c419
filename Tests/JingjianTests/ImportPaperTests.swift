import Testing

@testable import Jingjian

/// Papers as offices publish them and speeches as they are held, all of them made up: no sign of them is
/// lost, each becomes a record without a fault, and its headings are those that a reader sees.
struct ImportPaperTests {
  struct Paper: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The fields of the record and its headings.
    let outline: String

    init(_ name: String, _ text: String, outline: String) {
      testDescription = name
      self.text = text
      self.outline = outline
    }
  }

  static let papers = [
    Paper(
      "a notice from a page of the web",
      """
      首页 > 新闻中心 > 通知公告
      字号：[大 中 小]  打印
      分享到：微信 微博

      明镜区人民法院文件

      明法发〔2025〕5号　　　　签发人：某某

      明镜区人民法院
      关于开展“规范用车、规范接待”专项整治的通知

      各基层法庭，本院各部门：

      　　为巩固作风建设成果，经院党组研究，决定自2025年5月起开展专项整治。现将有关事项通知如下。

      　　一、总体要求

      　　坚持问题导向，做到：
      　　一、怕；
      　　二、拖；
      　　三、推。

      　　二、整治重点

      　　（一）公务用车。违规使用公务车辆、公车私用；
      　　（二）公务接待。超标准、超范围接待；
      　　（三）其他问题。

      　　三、工作步骤

      　　（一）自查自纠。5月31日前，各部门对照清单逐项自查。
      　　（二）重点抽查。6月，督察部门随机抽查。抽查比例不低于30%。
      　　1.查台账；
      　　2.查票据；
      　　3.查行车记录。
      　　（三）整改提高。7月15日前完成。

      　　四、有关要求

      　　1．登记台账。各部门每周报送一次。
      　　2．公示结果。每月公示一次。
      　　特此通知。

      　　附件：1.自查表
      　　　　　2.问题清单

      　　　　　　　　　　　　明镜区人民法院
      　　　　　　　　　　　　二〇二五年五月六日

      　　（此件公开发布）

      　　主题词：作风建设　专项整治　通知
      　　抄送：区纪委监委，区委政法委。
      　　明镜区人民法院办公室　　　　2025年5月6日印发

      责任编辑：某某
      【打印本页】 【关闭窗口】
      扫一扫在手机打开当前页
      主办单位：明镜区人民法院
      地址：明镜区清风路1号　邮编：100000
      技术支持：某科技公司
      网站标识码：0000000000
      某ICP备00000000号-1　某公网安备00000000000000号
      """,
      outline: """
        标题: "明镜区人民法院关于开展“规范用车、规范接待”专项整治的通知"
        日期: 2025-05-06
        类型: 通知
        作者: "明镜区人民法院"
        发文字号: "明法发〔2025〕5号"
        ## 一、总体要求
        ## 二、整治重点
        ## 三、工作步骤
        ### （一）自查自纠。
        ### （二）重点抽查。
        ### （三）整改提高。
        ## 四、有关要求
        #### 1．登记台账。
        #### 2．公示结果。
        """),
    Paper(
      "rules with chapters and articles",
      """
      明镜区人民法院廉政档案管理办法（试行）

      （2025）明院规第3号

      第一章　总则

      第一条　为规范廉政档案管理，制定本办法。

      第二条　廉政档案包括：
      （一）个人有关事项报告；
      （二）廉政谈话记录；
      （三）奖惩材料。

      第二章　管理

      第三条　档案由专人保管。
      前款规定的专人，由院党组指定。

      第四条　查阅应当登记，并做到：
      1、经批准；
      2、在现场；
      3、不外传。

      第三章　附则

      第五条　本办法自公布之日起施行。
      """,
      outline: """
        标题: "明镜区人民法院廉政档案管理办法（试行）"
        类型: 办法
        发文字号: "（2025）明院规第3号"
        ## 第一章　总则
        ## 第二章　管理
        ## 第三章　附则
        """),
    Paper(
      "a report copied from a PDF",
      """
      关于2024年度廉政风险排查情况的报告
      明法〔2025〕12号
      区纪委监委：
      根据年度工作安排，我院对立案、审判、执行等岗位的廉政风险
      进行了排查。现将有关情况报告如下。
      一、基本情况
      全院共排查岗位42个，梳理风险点118个，其中高风险点21个，中
      风险点46个，低风险点51个。排查过程中，坚持自己查、互相查、
      组织查相结合，做到不漏岗位、不漏环节。
      - 1 -

      二、主要问题
      （一）案款管理仍有薄弱环节。个别案款超期未发放，催办记录
      不完整。
      （二）文书送达不够规范。邮寄回证归档不及时，个别送达地址确
      认书填写不全。
      三、下一步打算
      一是完善制度。二是加强督办，对逾期未整改的部门点名通报，并
      与年度考核挂钩。
      — 2 —
      明镜区人民法院
      2025年1月20日
      """,
      outline: """
        标题: "关于2024年度廉政风险排查情况的报告"
        日期: 2025-01-20
        类型: 报告
        发文字号: "明法〔2025〕12号"
        ## 一、基本情况
        ## 二、主要问题
        ### （一）案款管理仍有薄弱环节。
        ### （二）文书送达不够规范。
        ## 三、下一步打算
        """),
    Paper(
      "a speech with a subtitle",
      """
      守住清廉的底线
      ——在新任法官宣誓仪式上的讲话
      （2025年3月8日）

      各位领导、各位同志：
      　　今天，我们在这里举行宣誓仪式。借此机会，我讲三点意见，概括起来就是三个字：
      　　一、怕；
      　　二、拖；
      　　三、推。
      　　这三个字要不得。
      　　一、心中有畏
      　　（一）畏法度。法度是底线。
      　　（二）畏民心
      　　民心是最大的政治。①多听；②多看；③多想。
      　　①听群众说。
      　　②看一线干。
      　　二、手中有尺
      　　1、办案有尺
      　　不该接的电话不接。
      　　2、用权有尺
      　　不该签的字不签。
      　　谢谢大家！
      """,
      outline: """
        标题: "守住清廉的底线——在新任法官宣誓仪式上的讲话"
        日期: 2025-03-08
        类型: 讲话
        ## 一、心中有畏
        ### （一）畏法度。
        ### （二）畏民心
        ## 二、手中有尺
        #### 1、办案有尺
        #### 2、用权有尺
        """),
    Paper(
      "a speech that counts its points",
      """
      在全区法院青年干警廉洁座谈会上的发言
      尊敬的各位前辈，同事们：
      大家下午好！很高兴能参加今天的座谈会,下面我汇报四点体会.
      一、提高认识
      二、加强学习
      三、改进作风
      四、守住底线
      首先说认识。去年我院收到表扬信36封、锦旗12面；也收到投诉9件，其中3件属实。
      其次说学习。每周一课（含线上），参加率从90.5%升至97%。
      我的汇报完了,谢谢!
      """,
      outline: """
        标题: "在全区法院青年干警廉洁座谈会上的发言"
        类型: 讲话
        """),
  ]

  @Test(arguments: papers, ["\n", "\r\n", "\r"])
  func `no sign is lost, and each heading is found`(paper: Paper, end: String) {
    let text = paper.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: end)
    let made = importSpeech(text: text, file: "a.txt")
    let parts = made.record.split(separator: "\n")
    let outline = parts.filter {
      $0.hasPrefix("##") || (!$0.hasPrefix("# ") && $0.firstRange(of: ": ") != nil)
    }
    #expect(outline.joined(separator: "\n") == paper.outline)
    // The title stands in the front matter, and all else below it in its order.
    #expect(ImportedSigns(of: text, without: made.leftOut).firstLost(in: made.record) == nil)
  }

  @Test(arguments: papers)
  func `the record passes the check without an error or a warning`(paper: Paper) throws {
    var site = TestSite()
    site["content/documents/a.md"] = importSpeech(text: paper.text, file: "a.txt").record
    #expect(try site.build(output: false).printed() == "")
  }

  @Test func `the number of a paper stands on its page`() throws {
    var site = TestSite()
    let paper = try #require(ImportPaperTests.papers.first)
    site["content/documents/a.md"] = importSpeech(text: paper.text, file: "a.txt").record
    let page = try #require(try site.build().page("documents/a.html"))
    #expect(page.contains("<span>明镜区人民法院</span><span>明法发〔2025〕5号</span>"))
  }

  @Test(arguments: papers)
  func `what is printed and the record hold all of it`(paper: Paper) throws {
    let (record, printed) = try ImportPaperTests.imported(paper.text)
    #expect(ImportedSigns(of: paper.text, without: []).lost(in: record + printed) == [])
  }

  private static func imported(_ text: String) throws -> (record: String, printed: String) {
    let folder = try Folder()
    try folder.write("name: 站\norgan: 院\n", to: "content/site.yml")
    try folder.write(text, to: "a.txt")
    let record = try ImportedRecord(file: folder.path + "/a.txt", site: folder.path)
    let name = try #require(folder.names("content/documents").first)
    let printed = record.text(in: .zh)
    return (try #require(folder.text("content/documents/" + name)), printed)
  }
}
