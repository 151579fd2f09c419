/// CSV: a table as Excel and WPS save it, each cell with its place.
///
/// Commas, semicolons or tabs separate, as a first line `sep=;` says or as most lines have them; double
/// quotes enclose, `""` inside quotes is one quote; the quote before a formula and what makes a text of
/// `="0012"` are none of it. Rows that are wholly empty are passed over (spreadsheets leave them at the
/// end); nothing else is dropped.
struct CSV: Sendable {
  struct Cell: Sendable {
    let text: String
    let span: Span
  }

  struct Row: Sendable {
    let cells: [Cell]
    let line: Int
  }

  /// What stands above the header: a title.
  let above: [Row]
  let header: Row
  let rows: [Row]

  /// The first filled cell of each column that the header names not, by its place: spreadsheets save empty
  /// columns behind the last one.
  ///
  /// - Parameter counts: whether what a row holds needs a name.
  func filledWithoutName(where counts: (Row) -> Bool = { _ in true }) -> [Int: Cell] {
    let isNamed = header.cells.map { !$0.text.isEmpty }
    guard isNamed.contains(false) else { return [:] }
    var filled: [Int: Cell] = [:]
    for row in rows where counts(row) {
      for (place, cell) in zip(isNamed.indices, row.cells)
      where !isNamed[place] && !cell.text.isEmpty && filled[place] == nil {
        filled[place] = cell
      }
    }
    return filled
  }

  /// Nothing, with what is wrong reported, when there is no header.
  ///
  /// - Parameter isHeader: whether a row names the columns. Where none does, the first that fills more
  ///   than one cell is taken.
  init?(
    _ file: SourceFile, report: inout [Diagnostic],
    headedBy isHeader: (Row) -> Bool = { _ in true }
  ) {
    guard !file.text.isWebPage else {
      report.append(.error(.webPage, at: Place(file.path)))
      return nil
    }
    var reader = Reader(text: file.text, path: file.path)
    var rows = reader.rows()
    report += reader.report
    guard !rows.isEmpty else {
      report.append(.error(.emptyTable, at: Place(file.path)))
      return nil
    }
    let start =
      rows.firstIndex(where: isHeader)
      ?? rows.firstIndex { $0.cells.count { !$0.text.isEmpty } > 1 } ?? 0
    above = Array(rows[..<start])
    header = rows[start]
    rows.removeFirst(start + 1)
    let width = header.cells.count
    var excess = Excess()
    for row in rows where row.cells.count > width && !excess.isFull {
      let extra = row.cells[width...].first { !$0.text.isEmpty }
      if let extra {
        excess.add(
          .error(
            .extraCell(extra.text, columns: width, reader.separator),
            at: Place(file.path, extra.span)),
          to: &report)
      }
    }
    self.rows = rows
  }
}

private struct Reader {
  private let scalars: [Unicode.Scalar]
  private let path: String
  let separator: Unicode.Scalar
  private var position = 0
  private var line = 1
  private var lineStart = 0
  var report: [Diagnostic] = []

  init(text: String, path: String) {
    scalars = Array(text.unicodeScalars)
    self.path = path
    let first = String(String.UnicodeScalarView(scalars.prefix { $0 != "\n" && $0 != "\r" }))
    let said = first.replacing("\"", with: "").unicodeScalars
    if said.count == 5, said.starts(with: "sep=".unicodeScalars), let last = said.last {
      separator = last
      position = first.unicodeScalars.count
      endLine()
    } else {
      separator = Reader.separator(of: scalars)
    }
  }

  /// Of the three the one that stands in most lines: free texts hold another one here and there. The
  /// comma where no other stands in more.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let all: [Unicode.Scalar] = [",", "\t", ";"]
    var lines = [0, 0, 0]
    var isIn = [false, false, false]
    for scalar in scalars {
      if scalar == "\n" || scalar == "\r" {
        isIn = [false, false, false]
      } else if let n = all.firstIndex(of: scalar), !isIn[n] {
        isIn[n] = true
        lines[n] += 1
      }
    }
    let most = lines.max() ?? 0
    return zip(all, lines).first { $0.1 == most }?.0 ?? ","
  }

  mutating func rows() -> [CSV.Row] {
    var rows: [CSV.Row] = []
    while position < scalars.count {
      let row = row()
      if row.cells.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private mutating func row() -> CSV.Row {
    let first = line
    var cells: [CSV.Cell] = []
    while true {
      cells.append(cell())
      guard position < scalars.count, scalars[position] == separator else { break }
      position += 1
    }
    endLine()
    return CSV.Row(cells: cells, line: first)
  }

  private mutating func endLine() {
    if position < scalars.count, scalars[position] == "\r" { position += 1 }
    if position < scalars.count, scalars[position] == "\n" { position += 1 }
    line += 1
    lineStart = position
  }

  private mutating func cell() -> CSV.Cell {
    let (startLine, column, start) = (line, position - lineStart + 1, position)
    var text = String.UnicodeScalarView()
    if position < scalars.count, scalars[position] == "\"" {
      quoted(into: &text, from: Span(line: startLine, column: column))
    }
    while position < scalars.count, !isEnd(scalars[position]) {
      text.append(scalars[position])
      position += 1
    }
    let length = line == startLine ? position - start : 1
    let trimmed = String(text).trimmed
    return CSV.Cell(
      text: CSV.text(ofCell: trimmed), span: Span(line: startLine, column: column, length: length))
  }

  private mutating func quoted(into text: inout String.UnicodeScalarView, from start: Span) {
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "\"" {
        guard position < scalars.count, scalars[position] == "\"" else { return }
        position += 1
      } else if scalar == "\n" {
        line += 1
        lineStart = position
      }
      text.append(scalar)
    }
    report.append(.error(.unclosedQuote, at: Place(path, start)))
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }
}

extension String {
  /// Whether it is a page of HTML, or a workbook as XML, which programs save under the names of tables.
  fileprivate var isWebPage: Bool {
    let start = String(decoding: utf8.prefix(64), as: UTF8.self).trimmed.lowercased()
    return ["<!doctype", "<html", "<head", "<meta", "<table", "<?xml", "mime-version:"].contains {
      start.hasPrefix($0)
    }
  }
}

extension Message {
  fileprivate static let webPage = Message(
    "workbook",
    Phrase(
      zh: "这是网页格式的表格，只是名字像 CSV", en: "this is a table saved as a web page, and named like a CSV"),
    fix: .saveAsCSV)

  fileprivate static let emptyTable = Message(
    "csv-empty",
    Phrase(zh: "表里没有内容", en: "the table is empty"),
    fix: Phrase(
      zh: "第一行写列名，以下每行一条", en: "write the column names in the first line, then a row a line"))

  fileprivate static func extraCell(
    _ text: String, columns: Int, _ separator: Unicode.Scalar
  ) -> Message {
    let name =
      switch separator {
      case ",": Phrase(zh: "逗号", en: "a comma")
      case ";": Phrase(zh: "分号", en: "a semicolon")
      case "\t": Phrase(zh: "制表符", en: "a tab")
      default: Phrase(zh: "分隔符", en: "a separator")
      }
    return Message(
      "csv-columns",
      Phrase(
        zh: "这一行多出一格「\(text)」，表头只有 \(columns) 列",
        en: "the cell `\(text)` is beyond the \(columns) columns of the header"),
      fix: Phrase(
        zh: "文字里有\(name.zh)时，把整格用双引号括起来",
        en: "put a cell that holds \(name.en) in double quotes"))
  }

  fileprivate static let unclosedQuote = Message(
    "csv-quote",
    Phrase(zh: "这一格的引号没有结束", en: "the quotation of this cell is not closed"),
    fix: Phrase(zh: "在这一格末尾补上双引号", en: "add a double quote at the end of the cell"))
}
