import Testing

@testable import Jingjian

/// The report: what a person reads when a text was imported, or could not be.
struct ImportReportTests {
  private func printed(_ text: String, _ language: Language) throws -> String {
    let folder = try Folder()
    try folder.write("name: 站\norgan: 院\n", to: "content/site.yml")
    try folder.write(text, to: "a.txt")
    do {
      let record = try ImportedRecord(file: folder.path + "/a.txt", site: folder.path)
      return record.text(in: language).replacing(folder.path + "/", with: "")
    } catch let error as Failure {
      #expect(folder.names("content") == ["site.yml"])
      #expect(error.code == 1)
      return error.text(in: language, as: .text).replacing(folder.path + "/", with: "")
    }
  }

  private static let text = """
    秘密
    临法〔2025〕5号　签发人：某某
    关于值班的通知
    照办：
    1、查账；
    2、查\u{AD}票。
    还要，
    看。
    — 1 —
    打印本页
    """

  @Test func `all that was left out and concluded`() throws {
    #expect(
      try printed(Self.text, .zh) == """
        a.txt → content/documents/关于值班的通知.md
        a.txt: 去掉了 1 个看不见的字符
        a.txt:1: 有密级标志，留在了正文里；涉密的不能公开，请先核对
        a.txt: 没有日期，请补
        a.txt:5-6: 列表编号后的「、」写成了「.」
        a.txt:7: 这一段停在句子中间，可能是断行，请核对
        a.txt:2: 略去（发文字号）：临法〔2025〕5号
        a.txt:2: 略去（版头事项）：签发人：某某
        a.txt:9: 略去（页码）：— 1 —
        a.txt:10: 略去（网页边框）：打印本页
        待补 0 处，略去 4 处

        """)
    #expect(
      try printed(Self.text, .en) == """
        a.txt → content/documents/关于值班的通知.md
        a.txt: 1 invisible character taken out
        a.txt:1: a mark of secrecy, kept in the text; nothing secret may be published, please look
        a.txt: there is no date, please add it
        a.txt:5-6: `、` behind the numbers of a list became `.`
        a.txt:7: this paragraph ends in the midst of its sentence, please look
        a.txt:2: left out (the paper's number): 临法〔2025〕5号
        a.txt:2: left out (about the paper's delivery): 签发人：某某
        a.txt:9: left out (a page number): — 1 —
        a.txt:10: left out (the page's frame): 打印本页
        0 places to fill in, 4 pieces left out

        """)
  }

  @Test func `each line of what was left out is shown`() throws {
    let text = "谈作风\n目录\n一、学\n二、做\n……\n一、学\n学要深。\n二、做\n做要实。"
    #expect(
      try printed(text, .zh).hasSuffix(
        "a.txt:2-5: 略去（目录）：目录\n    一、学\n    二、做\n    ……\n待补 0 处，略去 1 处\n"))
  }

  @Test(arguments: [
    (
      "{\\rtf1\\ansi hello}", "「a.txt」是 RTF 文档，不是纯文本", "用 Word 或 WPS 打开，“另存为”纯文本（.txt）",
      "`a.txt` is an RTF document, not plain text",
      "open it in Word or WPS and save it as plain text (.txt)"
    ),
    (
      "\n<!DOCTYPE html>\n<p>好", "「a.txt」是网页（HTML），不是纯文本", "在浏览器里打开，全选、复制，粘贴到记事本，存成 .txt",
      "`a.txt` is a page of the web (HTML), not plain text",
      "open it in a browser, copy all of it into a text editor and save that as .txt"
    ),
    (
      "关于作风的讲话\n<p>甲</p><p>乙<br>丙</p>", "「a.txt」是网页（HTML），不是纯文本",
      "在浏览器里打开，全选、复制，粘贴到记事本，存成 .txt", "`a.txt` is a page of the web (HTML), not plain text",
      "open it in a browser, copy all of it into a text editor and save that as .txt"
    ),
    (
      "%PDF-1.7\n", "「a.txt」是 PDF，不是纯文本", "打开后全选、复制，粘贴到记事本，存成 .txt；扫描件先做文字识别",
      "`a.txt` is a PDF, not plain text",
      "open it, copy all of it into a text editor and save that as .txt; a scan needs recognition first"
    ),
    (
      "PK\u{3}\u{4}word", "「a.txt」是 Word、WPS 文档或压缩包，不是纯文本", "用 Word 或 WPS 打开，“另存为”纯文本（.txt）",
      "`a.txt` is a Word or WPS document or an archive, not plain text",
      "open it in Word or WPS and save it as plain text (.txt)"
    ),
  ])
  func `what is no plain text is told as what it is`(
    text: String, zh: String, mend: String, en: String, fix: String
  ) throws {
    #expect(try printed(text, .zh) == "错误：\(zh) [source-form]\n改法：\(mend)\n")
    #expect(try printed(text, .en) == "error: \(en) [source-form]\nfix: \(fix)\n")
  }

  @Test(arguments: ["a<b>c", "1 < 2，3 > 2。", "<p>一个标签</p>"])
  func `signs of a tag make no page`(text: String) throws {
    #expect(try printed("关于作风的讲话\n" + text, .zh).hasPrefix("a.txt → "))
  }
}
