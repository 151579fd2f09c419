internal import Glibc

/// An imported record on its way to disk: the file it becomes and what a person is told of it.
public struct ImportedRecord: Sendable {
  private let imported: Imported
  private let path: String
  private let source: String
  private let isUnchanged: Bool

  /// Reads a source document and writes its record; a record that differs from what would be written
  /// is never touched.
  ///
  /// - Throws: ``Failure`` when the source cannot be read or the record was edited since.
  public init(file: String, site: String) throws {
    let disk = Disk.disk
    if disk.kind(site + "/content") != .folder { throw Failure(.noSite(site)) }
    var form: SourceForm?
    do throws(DiskFault) {
      let bytes = try disk.read(file, SourceFile.limit)
      form = SourceForm(bytes)
      guard form == nil, let text = Encoding.decode(bytes).text, !text.unicodeScalars.contains("\0")
      else {
        throw DiskFault(action: .read, path: file, number: notText)
      }
      imported = importSpeech(text: text, file: file)
      source = file
      path = "content/documents/\(imported.stem.composed).md"
      let target = site + "/" + path
      let record = Array(imported.record.utf8)
      // Marks and escapes make a text longer than its source, which was as long as is read.
      if record.count > SourceFile.limit {
        throw DiskFault(action: .read, path: path, number: EFBIG)
      }
      isUnchanged =
        disk.kind(target) == .file ? try disk.read(target, SourceFile.limit) == record : false
      if disk.kind(target) == nil {
        try disk.makeContentFolder("content/documents", in: site)
        try disk.create(record, target)
      }
    } catch {
      switch (error.action, error.number) {
      case (_, notText):
        throw Failure(form.map { .otherForm($0, file) } ?? .noText(file), isInContent: true)
      case (.read, EFBIG): throw Failure(.tooLong(error.path))
      default: throw Failure(error.message)
      }
    }
    if disk.kind(site + "/" + path) != nil, !isUnchanged,
      (try? disk.read(site + "/" + path, SourceFile.limit)) != Array(imported.record.utf8)
    {
      throw Failure(.edited(path))
    }
  }

  /// What was made, what was left out with its lines, and what a person has to look at.
  public func text(in language: Language) -> String {
    let head =
      isUnchanged
      ? Phrase(zh: "\(path)：已经导入过，没有变化", en: "\(path): imported before, unchanged")
      : Phrase(zh: "\(source) → \(path)", en: "\(source) → \(path)")
    var phrases = [head]
    phrases += imported.guesses.map { $0.phrase(source) }
    phrases += imported.leftOut.flatMap { $0.phrases(source) }
    phrases += imported.marked.map { $0.phrase(source, path) }
    phrases.append(
      Phrase(
        zh: "待补 \(imported.marked.count) 处，略去 \(imported.leftOut.count) 处",
        en:
          "\(Count(imported.marked.count, "place")) to fill in, \(Count(imported.leftOut.count, "piece")) left out"
      ))
    return phrases.map { Printer.shown($0.said(in: language)) + "\n" }.joined()
  }
}

/// The bytes are no text.
private let notText = EILSEQ

extension Imported.LeftOut {
  /// All of it, line by line: what is left out stands nowhere else.
  fileprivate func phrases(_ file: String) -> [Phrase] {
    let place = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
    let parts = text.split(separator: "\n")
    let first = parts.first ?? ""
    let (zh, en) =
      switch reason {
      case .path: ("网页位置", "a path line")
      case .labels: ("发表信息", "labels of the page")
      case .dateline: ("日期行", "a date line")
      case .contents: ("目录", "a table of contents")
      case .repeatedTitle: ("重复的标题", "a repeated title")
      case .omission: ("省略说明", "the note of a cut")
      case .unfinished: ("未完说明", "the note of an unfinished text")
      case .advertisement: ("广告", "an advertisement")
      case .site: ("网站名称", "a site's name")
      case .frame: ("网页边框", "the page's frame")
      case .pageNumber: ("页码", "a page number")
      case .letterhead: ("版头", "the letterhead")
      case .number: ("发文字号", "the paper's number")
      case .delivery: ("版头事项", "about the paper's delivery")
      }
    let head = Phrase(
      zh: "\(file):\(place): 略去（\(zh)）：\(first)", en: "\(file):\(place): left out (\(en)): \(first)"
    )
    return [head] + parts.dropFirst().map { Phrase(zh: "    \($0)", en: "    \($0)") }
  }
}

extension Imported.Marked {
  fileprivate func phrase(_ file: String, _ record: String) -> Phrase {
    let (zh, en) =
      switch gap {
      case .percentage: ("百分比", "a percentage")
      case .number: ("数字", "a number")
      case .name: ("名称", "a name")
      case .person: ("人名", "a person's name")
      case .words: ("文字", "words")
      case .passage: ("一段文字", "a passage")
      case .passageEnd: ("续接处", "where the text goes on")
      case .rest: ("余下全文", "the rest")
      case .everything: ("全文", "the whole text")
      }
    return Phrase(
      zh: "\(file):\(line): 待补\(zh)：\(found) → \(record):\(recordLine)",
      en: "\(file):\(line): to fill in, \(en): \(found) → \(record):\(recordLine)")
  }
}

extension Imported.Guess {
  fileprivate func phrase(_ file: String) -> Phrase {
    switch self {
    case .titleFromMeeting(let line):
      Phrase(
        zh: "\(file):\(line): 没有标题行，标题由会议名称拟成，请核对",
        en: "\(file):\(line): no title line; the title was made from the meeting, please look")
    case .titleFromFile:
      Phrase(
        zh: "\(file): 没有标题，用了文件名，请核对",
        en: "\(file): no title; the file's name stands there, please look")
    case .titleFromLines(let lines):
      Phrase(
        zh: "\(file):\(lines.lowerBound)-\(lines.upperBound): 几行合成了标题，请核对",
        en:
          "\(file):\(lines.lowerBound)-\(lines.upperBound): lines were joined to the title, please look"
      )
    case .titleIncomplete:
      Phrase(zh: "\(file): 标题里缺名称，请补全", en: "\(file): a name is missing in the title")
    case .dateOfPublication(let line):
      Phrase(
        zh: "\(file):\(line): 日期取自网页发表时间，请核对",
        en: "\(file):\(line): the date is that of the web page, please look")
    case .dateOfSignature(let line):
      Phrase(zh: "\(file):\(line): 日期取自落款", en: "\(file):\(line): the date is that under the text")
    case .dateMissing:
      Phrase(zh: "\(file): 没有日期，请补", en: "\(file): there is no date, please add it")
    case .kindUnknown:
      Phrase(
        zh: "\(file): 看不出文件类型，请核对", en: "\(file): the kind of document is not clear, please look")
    case .secret(let line):
      Phrase(
        zh: "\(file):\(line): 有密级标志，留在了正文里；涉密的不能公开，请先核对",
        en:
          "\(file):\(line): a mark of secrecy, kept in the text; nothing secret may be published, please look"
      )
    case .invisible(let count):
      Phrase(
        zh: "\(file): 去掉了 \(count) 个看不见的字符",
        en: "\(file): \(Count(count, "invisible character")) taken out")
    case .linesJoined(let lines, let count):
      Phrase(
        zh: "\(file):\(lines.lowerBound)-\(lines.upperBound): 像是从PDF复制的，断开的 \(count) 行已经接上，请核对分段",
        en:
          "\(file):\(lines.lowerBound)-\(lines.upperBound): copied from a PDF, as it seems; \(Count(count, "torn line")) joined, please look at the paragraphs"
      )
    case .lineTorn(let line):
      Phrase(
        zh: "\(file):\(line): 这一段停在句子中间，可能是断行，请核对",
        en: "\(file):\(line): this paragraph ends in the midst of its sentence, please look")
    case .listMarks(let lines):
      Phrase(
        zh: "\(file):\(lines.lowerBound)-\(lines.upperBound): 列表编号后的「、」写成了「.」",
        en:
          "\(file):\(lines.lowerBound)-\(lines.upperBound): `、` behind the numbers of a list became `.`"
      )
    case .headingMissing(let line, let text):
      Phrase(
        zh: "\(file):\(line): 目录里有、正文里没有的标题：\(text)",
        en: "\(file):\(line): a heading that only the contents have: \(text)")
    }
  }
}

extension Message {
  fileprivate static func noText(_ file: String) -> Message {
    Message(
      "encoding",
      Phrase(
        zh: "「\(file)」不是 UTF-8 或 GB18030 的纯文本", en: "`\(file)` is no plain text in UTF-8 or GB18030"
      ),
      fix: Phrase(zh: "在 Word 里“另存为”纯文本", en: "save it as plain text first"))
  }

  fileprivate static func tooLong(_ file: String) -> Message {
    let limit = SourceFile.limit >> 20
    return Message(
      "file-size",
      Phrase(
        zh: "「\(file)」太大，没有写入：一条记录最多 \(limit) MiB",
        en: "`\(file)` is too large, nothing was written: a record has at most \(limit) MiB"),
      fix: Phrase(
        zh: "把讲话稿分成几个文件，一个一个导入", en: "split the speech into several files and import each"))
  }

  fileprivate static func edited(_ path: String) -> Message {
    Message(
      "edited",
      Phrase(
        zh: "「\(path)」已经存在并且改动过，没有覆盖", en: "`\(path)` exists and was edited; it was not overwritten"
      ),
      fix: Phrase(zh: "要重新导入，先移走这个文件", en: "to import again, move that file away first"))
  }
}
