/// A table: a CSV whose columns are the fields of a schema. Each row is proven as a mapping of YAML
/// is, so that a record reads the same from either, and a fault is told at its cell.
struct Table {
  private let columns: [Column]
  private let schema: Schema
  /// Whether all columns are there that every row must fill.
  private let isComplete: Bool

  /// A column that stands for a field.
  private struct Column {
    let place: Int
    let header: String
    let type: FieldType
  }

  /// The rows of a table that could be proven; all that is wrong with the others is reported.
  static func rows<Row: Declared>(_ source: SourceFile, _ prover: inout Prover) -> [Fields<Row>] {
    let schema = Row.schema
    guard let table = CSV(source, report: &prover.report) else { return [] }
    if table.rows.count > Prover.limit, let cell = table.rows[Prover.limit].cells.first {
      prover.say(.tooManyItems, at: cell.span)
    }
    let columns = Table(table, schema, &prover)
    let before = prover.report.count
    let rows = table.rows.prefix(Prover.limit).compactMap {
      prover.isFull ? nil : prover.proven(columns.mapping(of: $0), schema).map(Fields<Row>.init)
    }
    if columns.isComplete { return rows }
    // What the columns that are there hold is told; that the others are missing was said once.
    prover.report[before...].removeAll { $0.message.code == "missing-key" }
    return []
  }

  private init(_ table: CSV, _ schema: Schema, _ prover: inout Prover) {
    self.schema = schema
    var columns: [Column] = []
    var taken: [Int: String] = [:]
    var isUnknown = false
    let filled = table.filledWithoutName
    for (place, cell) in table.header.cells.enumerated() where !prover.isFull {
      if cell.text.isEmpty {
        if let filled = filled[place] { prover.say(.noHeader(filled.text), at: filled.span) }
        continue
      }
      guard let field = schema.position(of: cell.text) else {
        let names = schema.names(like: cell.text)
        let known = Phrase(
          zh: "可用的列：" + names.joined(separator: "、"),
          en: "known columns: " + names.joined(separator: ", "))
        prover.say(.unknownColumn(cell.text, among: names, known), at: cell.span)
        isUnknown = true
        continue
      }
      if let first = taken[field] {
        prover.say(.doubledColumn(cell.text, first: first), at: cell.span)
        continue
      }
      taken[field] = cell.text
      columns.append(Column(place: place, header: cell.text, type: schema.fields[field].type))
    }
    let missing = schema.fields.enumerated().filter { $1.isRequired && taken[$0] == nil }
    // A column that is not known is most likely the missing one, misspelt.
    if !missing.isEmpty, !isUnknown {
      prover.say(
        .missingColumns(missing.map(\.element.chinese), fix: .everyRow),
        at: table.header.cells.first?.span ?? .top)
    }
    isComplete = missing.isEmpty
    self.columns = columns
  }

  private func mapping(of row: CSV.Row) -> RawValue {
    let last = row.cells.last.map {
      Span(line: $0.span.line, column: $0.span.column + $0.span.length)
    }
    let end = CSV.Cell(text: "", span: last ?? Span(line: row.line, column: 1))
    let entries = columns.map { column in
      let cell = row.cells.indices.contains(column.place) ? row.cells[column.place] : end
      return RawValue.Entry(
        key: column.header, keySpan: cell.span, value: cell.value(as: column.type))
    }
    return RawValue(
      content: .mapping(entries), span: row.cells.first?.span ?? Span(line: row.line, column: 1))
  }
}

extension CSV.Cell {
  /// What stands in the cell, in the shape of a type: several things are separated by `;` or `；`,
  /// the parts of one by spaces.
  fileprivate func value(as type: FieldType) -> RawValue {
    switch type {
    case .list(let element):
      let items = parts { $0 == ";" || $0 == "；" }.map { $0.value(as: element) }
      return RawValue(content: .list(items), span: span)
    case .group(let schema):
      // What is left over belongs to the last field, which will say what it thinks of it.
      let values = parts(atMost: schema.fields.count, \.properties.isWhitespace)
      let entries = zip(schema.fields, values).map {
        RawValue.Entry(key: $0.chinese, keySpan: $1.span, value: $1.value(as: $0.type))
      }
      return RawValue(content: .mapping(entries), span: span)
    case .day, .month: return RawValue(content: .text(text.asSheetsSaveDays), span: span)
    default: return RawValue(content: .text(text), span: span)
    }
  }

  /// The parts between separators, each at its place where the cell stands as it is in its file.
  private func parts(
    atMost limit: Int = .max, _ isSeparator: (Unicode.Scalar) -> Bool
  ) -> [CSV.Cell] {
    let scalars = Array(text.unicodeScalars)
    let quotes = span.length - scalars.count
    var parts: [CSV.Cell] = []
    var start = 0
    for end in 0...scalars.count
    where end == scalars.count || parts.count < limit - 1 && isSeparator(scalars[end]) {
      let blanks = scalars[start..<end].prefix { $0.properties.isWhitespace }.count
      let part = String(String.UnicodeScalarView(scalars[start..<end])).trimmed
      if !part.isEmpty {
        let place = Span(
          line: span.line, column: span.column + quotes / 2 + start + blanks,
          length: part.unicodeScalars.count)
        parts.append(CSV.Cell(text: part, span: quotes == 0 || quotes == 2 ? place : span))
      }
      start = end + 1
    }
    return parts
  }
}

extension String {
  /// A day or month as written, where Excel and WPS have made `2025/5/7` of `2025-05-07`.
  fileprivate var asSheetsSaveDays: String {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return self }
    return ([String(parts[0])] + parts[1...].map { String($0).padded(2) }).joined(separator: "-")
  }
}

extension Phrase {
  fileprivate static let everyRow = Phrase(
    zh: "在第一行写上列名，每行填写", en: "name them in the first line and fill them in each row")
}

extension Message {
  /// - Parameter known: which columns there may be.
  static func unknownColumn(_ name: String, among names: [String], _ known: Phrase) -> Message {
    Message(
      "unknown-column",
      Phrase(zh: "没有「\(name)」这一列", en: "unknown column `\(name)`"),
      fix: Phrase.didYouMean(Suggestion.nearest(to: name, among: names)) ?? known)
  }

  static func doubledColumn(_ name: String, first: String) -> Message {
    Message(
      "doubled-column",
      Phrase(
        zh: name == first ? "列「\(name)」重复" : "列「\(name)」与「\(first)」是同一列",
        en: name == first
          ? "the column `\(name)` is given twice"
          : "the columns `\(name)` and `\(first)` are the same"),
      fix: Phrase(zh: "删去其中一列", en: "delete one of them"))
  }

  static func noHeader(_ text: String) -> Message {
    Message(
      "missing-column",
      Phrase(zh: "「\(text)」所在的列没有列名", en: "the column of `\(text)` has no name in the header"),
      fix: Phrase(zh: "在第一行补上列名，或清空这一列", en: "name it in the first line, or empty it"))
  }

  static func missingColumns(_ names: [String], fix: Phrase) -> Message {
    Message(
      "missing-column",
      Phrase(
        zh: "缺少这些列：" + names.joined(separator: "、"),
        en: "columns are missing: " + names.map { "`\($0)`" }.joined(separator: ", ")),
      fix: fix)
  }
}
