internal import Markdown

/// What Markdown says about a text, in the program's words and with its gravity.
extension Diagnostic {
  init(_ remark: Remark, file: String) {
    self.init(
      remark, at: Place(file, line: remark.line, column: remark.column, length: remark.length))
  }

  init(_ remark: Remark, at place: Place) {
    let message =
      if case .unseenCharacter(let scalar) = remark.kind {
        Message.invisible(scalar)
      } else {
        Message(
          remark.kind.code, remark.kind.words,
          fix: remark.kind.fix ?? remark.fix.map(Phrase.init(replacement:)))
      }
    self.init(severity: remark.kind.severity, place: place, message: message)
  }
}

extension Phrase {
  fileprivate init(replacement: String) {
    self =
      replacement.isEmpty
      ? Phrase(zh: "删去", en: "delete it")
      : Phrase(zh: "改成「\(replacement)」", en: "write `\(replacement)`")
  }
}

extension Remark.Kind {
  fileprivate var severity: Diagnostic.Severity {
    switch self {
    case .tooLarge, .tooDeep, .tooManyMarks, .tooManyHeadings, .reservedCharacter, .doubledId,
      .takenId,
      .emptyDestination,
      .unknownDestination, .unknownFragment, .unwantedScheme, .unknownFigure, .remoteImage:
      .error
    case .unseenCharacter(let scalar): scalar.unseen == .refused ? .error : .warning
    default: .warning
    }
  }

  fileprivate var words: Phrase {
    switch self {
    case .tooLarge(let limit):
      Phrase(
        zh: "正文太长：最多 \(limit >> 20) MiB", en: "the text is too long: at most \(limit >> 20) MiB")
    case .tooDeep(let limit):
      Phrase(
        zh: "引用和列表嵌套太深：最多 \(limit) 层",
        en: "quotes and lists are nested too deeply: at most \(limit) levels")
    case .tooManyMarks(let limit):
      Phrase(
        zh: "标记和换行太多：一篇正文最多 \(limit) 个",
        en: "too many marks and lines: a text has at most \(limit)")
    case .tooManyHeadings(let limit):
      Phrase(
        zh: "标题太多：一篇正文最多 \(limit) 个", en: "too many headings: a text has at most \(limit)")
    case .reservedCharacter(let scalar):
      Phrase(
        zh: "不能使用字符 U+\(String(scalar.value, radix: 16, uppercase: true).padded(4))",
        en:
          "the character U+\(String(scalar.value, radix: 16, uppercase: true).padded(4)) cannot be used"
      )
    case .unseenCharacter(let scalar): Message.invisible(scalar).text
    case .levelOneHeading:
      Phrase(
        zh: "正文里不用一级标题，标题写在“标题”键里",
        en: "a text has no level-1 heading; its title is the key `title`")
    case .doubledId(let id):
      Phrase(zh: "标题编号「\(id)」重复", en: "the heading id `\(id)` is given twice")
    case .takenId(let id):
      Phrase(zh: "标题编号「\(id)」是网页自己用的", en: "the page itself uses the heading id `\(id)`")
    case .emptyDestination: Phrase(zh: "链接没有写地址", en: "the link has no destination")
    case .emptyLink: Phrase(zh: "链接没有文字", en: "the link has no text")
    case .unknownDestination(let path, _):
      Phrase(zh: "没有「\(path)」这个文件", en: "there is no file `\(path)`")
    case .unknownFragment(let id):
      Phrase(zh: "本文没有标题「\(id)」", en: "this text has no heading `\(id)`")
    case .unwantedScheme(let scheme):
      Phrase(zh: "链接不能用「\(scheme)」", en: "a link cannot use `\(scheme)`")
    case .missingAltText: Phrase(zh: "图片没有替代文字", en: "the image has no alternative text")
    case .remoteImage(let url):
      Phrase(zh: "图片在别的网站上：\(url)", en: "the image lies on another site: \(url)")
    case .unknownCitation(let citation, _):
      Phrase(zh: "找不到「\(citation)」", en: "there is no `\(citation)`")
    case .unknownFigure(let figure, .malformed):
      Phrase(zh: "「\(figure)」没有写清指标和月份", en: "`\(figure)` does not name a metric and a month")
    case .unknownFigure(let figure, .register):
      Phrase(zh: "「\(figure)」：没有这个指标", en: "`\(figure)`: there is no such metric")
    case .unknownFigure(let figure, .value):
      Phrase(zh: "「\(figure)」：这个月没有数值", en: "`\(figure)`: there is no value of that month")
    case .undefinedFootnote(let name):
      Phrase(zh: "脚注「\(name)」没有内容", en: "the footnote `\(name)` is not defined")
    case .unusedFootnote(let name):
      Phrase(zh: "脚注「\(name)」没有用到", en: "the footnote `\(name)` is not used")
    case .doubledFootnote(let name):
      Phrase(zh: "脚注「\(name)」写了两次", en: "the footnote `\(name)` is defined twice")
    case .unknownAlert(let name): Phrase(zh: "没有「\(name)」这种提示框", en: "there is no alert `\(name)`")
    case .comment:
      Phrase(zh: "这段注释会作为文字显示在网页上", en: "this comment is shown on the page as text")
    case .placeholder(let text): Phrase(zh: "待补：\(text)", en: "still to be filled in: \(text)")
    case .halfWidthPunctuation(let found, _):
      Phrase(zh: "汉字之间用了半角「\(found)」", en: "a half-width `\(found)` between Chinese characters")
    case .unpairedQuote(let mark):
      Phrase(zh: "引号「\(mark)」不成对", en: "the quotation mark `\(mark)` has no other half")
    case .unpairedTitleMark(let mark):
      Phrase(zh: "书名号「\(mark)」不成对", en: "the title mark `\(mark)` has no other half")
    case .headingSpace: Phrase(zh: "「#」后面缺一个空格", en: "a space is missing behind `#`")
    case .listMarker: Phrase(zh: "「1、」不会成为列表", en: "`1、` does not make a list")
    case .zeroMark(let found):
      Phrase(zh: "数字里的「\(found)」应是「〇」", en: "`\(found)` in a number should be `〇`")
    case .spaceBetween:
      Phrase(zh: "两个汉字之间有空格", en: "there is a space between two Chinese characters")
    case .tabTable:
      Phrase(
        zh: "这几行用制表符分格，网页上会连成一行", en: "these rows are kept apart by tabs and run into one line")
    case .indentedProse:
      Phrase(
        zh: "行首有四个空格，这一段会当作代码，或接到上一段",
        en: "four blanks before this paragraph make it code, or a part of the one before")
    case .plainHeading:
      Phrase(zh: "这一行看来是标题，前面没有「#」", en: "this line seems to be a heading and has no `#`")
    }
  }

  fileprivate var fix: Phrase? {
    switch self {
    case .tooManyMarks, .tooManyHeadings: Phrase(zh: "分成几份文件", en: "part it into several files")
    case .levelOneHeading: Phrase(zh: "用“## ”开头", en: "start it with `## `")
    case .doubledId, .takenId: Phrase(zh: "改成不同的编号", en: "choose another id")
    case .unknownDestination(_, let nearest) where !nearest.isEmpty:
      .didYouMean(nearest)
    case .unknownDestination:
      Phrase(
        zh: "从本文所在的文件夹写起，如 ../cases/文件名.md",
        en: "write the path from this file's folder, such as `../cases/name.md`")
    case .unknownFigure(_, let gap): gap.fix
    case .unwantedScheme:
      Phrase(zh: "只能用 http、https、mailto 或站内文件", en: "use http, https, mailto or a file of the site")
    case .missingAltText:
      Phrase(zh: "在方括号里写一句说明：![说明](…)", en: "say in brackets what it shows: `![what](…)`")
    case .remoteImage:
      Phrase(zh: "把图片存到 content/media，再链接它", en: "save the image in content/media and link that")
    case .comment: Phrase(zh: "删去它，不给人看的话不写进正文", en: "delete it")
    case .placeholder: Phrase(zh: "查实后填写，删去这个标记", en: "fill it in and delete the mark")
    case .headingSpace: Phrase(zh: "写成“## 标题”", en: "write `## title`")
    case .tabTable:
      Phrase(
        zh: "改成表格：各格之间用“|”，第一行下面加一行“|---|---|”",
        en: "make it a table: `|` between the cells, and a line `|---|---|` below the first row")
    case .indentedProse:
      Phrase(zh: "删去空格，或改成两个全角空格", en: "delete the blanks, or write two full-width ones")
    case .plainHeading:
      Phrase(zh: "前面加上“## ”，下一级加“### ”", en: "write `## ` before it, `### ` for the next level")
    case .listMarker:
      Phrase(zh: "写成“1. ”，或让数字成为句子的一部分", en: "write `1. `, or make the number part of the sentence")
    default: nil
    }
  }
}

extension Markdown.Figure.Gap {
  fileprivate var fix: Phrase {
    switch self {
    case .malformed: Phrase(zh: "写成 {指标:编号@2024-12}", en: "write `{metric:id@2024-12}`")
    case .register(nil): Phrase(zh: "在 metrics.yml 里加上它", en: "add it to metrics.yml")
    case .register(let nearest?):
      Phrase(zh: "是不是「{指标:\(nearest)}」？", en: "did you mean `{metric:\(nearest)}`?")
    case .value(let recorded) where recorded.isEmpty:
      Phrase(zh: "先在数据表里填上这个月", en: "enter the month in its table first")
    case .value(let recorded):
      Phrase(
        zh: "核对月份，或先在数据表里填上；已有的是 " + recorded.joined(separator: " 至 "),
        en: "compare the month, or enter it in the table; there is "
          + recorded.joined(separator: " to "))
    }
  }
}
