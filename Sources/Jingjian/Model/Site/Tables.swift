/// The tables: all that is kept in lists without front matter – metrics, duties, ledgers and
/// activities –, proven. A section that the site has no folder for is empty.
struct Tables: Sendable {
  var metrics: [Metric] = []
  /// By year.
  var duties: [DutyList] = []
  /// In the order of their file names.
  var ledgers: [Ledger] = []
  /// By date; of one day in the order of files and rows.
  var activities: [Activity] = []

  static let sections = [Metric.section, Duty.section, Ledger.section, Activity.section]

  /// Whether a file of this name belongs into a section's folder.
  static func reads(_ name: String, in section: String) -> Bool {
    switch section {
    case Metric.section: name == "metrics.yml" || name.ending == "csv"
    case Duty.section: year(name) != nil
    case Ledger.section: name.ending == "yml" || name.ending == "csv"
    default: name.ending == "csv"
    }
  }

  /// What belongs into a section's folder, in words.
  static func form(of section: String) -> Phrase {
    switch section {
    case Metric.section:
      Phrase(zh: " metrics.yml 和以指标编号命名的 CSV", en: "metrics.yml and a CSV for each metric")
    case Duty.section:
      Phrase(zh: "以年份命名的 CSV，如 2025.csv", en: "CSV files named by their year, `2025.csv`")
    case Ledger.section:
      Phrase(zh: " .yml 台账和它们的 CSV", en: "ledgers (.yml) and the CSV files that they name")
    default: Phrase(zh: " CSV 表", en: "CSV files")
    }
  }

  /// The year of a list of duties, from its file's name.
  fileprivate static func year(_ name: String) -> Int? {
    guard name.ending == "csv", name.utf8.count == 8,
      let month = Month(name.dropLast(4) + "-01")
    else { return nil }
    return month.year
  }

  /// None: a site without these folders, or an audience that may not see them.
  static let none = Tables()

  /// Those that an audience may see.
  func kept(_ isKept: (String) -> Bool) -> Tables {
    Tables(
      metrics: isKept(Metric.section) ? metrics : [], duties: isKept(Duty.section) ? duties : [],
      ledgers: isKept(Ledger.section) ? ledgers : [],
      activities: isKept(Activity.section) ? activities : [])
  }
}

extension Tables {
  /// Proves the files of the four folders; metrics are entered into the index.
  init(
    _ files: [String: [String]], site folder: String, disk: Disk, _ index: inout Index,
    report: inout [Diagnostic]
  ) throws(DiskFault) {
    let reader = TableProver(site: folder, disk: disk)
    let paths = files[Metric.section] ?? []
    let series = paths.filter { $0 != Metric.file }
    if paths.contains(Metric.file) {
      metrics = try reader.metrics(series, &index, &report)
    } else if let first = series.first {
      report.append(.error(.noMetrics, at: Place(first)))
    }
    for path in files[Duty.section] ?? [] {
      guard let year = Tables.year(String(path.dropFirst(Duty.folder.utf8.count + 1))) else {
        continue
      }
      let list = try reader.table(path, index, &report) { DutyList($0, year: year, &$1) }
      if let list { duties.append(list) }
    }
    duties.sort { $0.year < $1.year }
    ledgers = try reader.ledgers(files[Ledger.section] ?? [], index, &report)
    for ledger in ledgers {
      index.add(.ledger, id: ledger.id, names: ledger.title.map { [$0] } ?? [])
    }
    for path in files[Activity.section] ?? [] {
      activities += try reader.table(path, index, &report) { Activity.rows($0, &$1) } ?? []
    }
    activities = activities.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }.map(\.element)
  }
}

/// What reads the files of the tables.
private struct TableProver {
  let site: String
  let disk: Disk

  func table<Value>(
    _ path: String, _ index: Index, _ report: inout [Diagnostic],
    _ read: (SourceFile, inout Prover) -> Value
  ) throws(DiskFault) -> Value? {
    guard let source = try SourceFile.read(path, in: site, disk: disk, report: &report) else {
      return nil
    }
    var prover = Prover(file: path, index: index)
    let value = read(source, &prover)
    report += prover.report
    return value
  }

  private func yaml(_ path: String, _ report: inout [Diagnostic]) throws(DiskFault) -> RawValue? {
    var said: [Diagnostic] = []
    let raw = try YAML.read(path, in: site, disk: disk, report: &said)
    if raw == nil, !said.hasErrors { said.append(.error(.emptyFile, at: Place(path))) }
    report += said
    return raw
  }

  func metrics(
    _ series: [String], _ index: inout Index, _ report: inout [Diagnostic]
  ) throws(DiskFault) -> [Metric] {
    var metrics: [Metric] = []
    var rest = Set(series)
    guard let raw = try yaml(Metric.file, &report) else { return [] }
    var prover = Prover(file: Metric.file, index: index)
    var taken: Set<String> = []
    for fields in prover.items(raw, Metric.self) {
      var metric = Metric(fields, &prover)
      let names = [metric.id, metric.name].uniqued()
      let doubled = names.first { taken.contains(Identifier.key($0)) }
      if let doubled {
        let place = doubled == metric.id ? fields.span(\.id) : fields.span(\.name)
        prover.say(.doubledId(doubled), at: place)
      }
      taken.formUnion(names.map(Identifier.key))
      index.add(.metric, id: metric.id, names: [metric.name])
      // A disk may write the name in another form than the id, equal but not the same bytes.
      let named = metric.file.withoutEnding
      if let path = series.first(where: { rest.contains($0) && $0.withoutEnding == named }) {
        rest.remove(path)
        metric.file = path
        metric.values =
          try table(path, index, &report) {
            $1.unit = metric.unit
            return Metric.values($0, &$1)
          } ?? []
      } else if doubled == nil {
        prover.warn(.noSeries(metric.file), at: fields.span(\.id))
      }
      metrics.append(metric)
    }
    report += prover.report
    for path in series where rest.contains(path) {
      let id = String(path.dropFirst(Metric.folder.utf8.count + 1).dropLast(4))
      report.append(
        .error(.unknownMetric(id, nearest: index.nearest(.metric, to: id)), at: Place(path)))
    }
    return metrics
  }

  func ledgers(
    _ paths: [String], _ index: Index, _ report: inout [Diagnostic]
  ) throws(DiskFault) -> [Ledger] {
    var ledgers: [Ledger] = []
    var rest = Set(paths.filter { $0.ending == "csv" })
    var taken: [String: String] = [:]
    var users: [String: String] = [:]
    for path in paths where path.ending == "yml" {
      let id = String(path.dropFirst(Ledger.folder.utf8.count + 1).dropLast(4)).composed
      let fault = Identifier.fault(in: id) ?? (Identifier.isReserved(id) ? .reservedId(id) : nil)
      if let fault { report.append(.error(fault, at: Place(path))) }
      if let other = taken.updateValue(path, forKey: Identifier.key(id)) {
        report.append(.error(.collidingIds(path, other), at: Place(path)))
      }
      guard let raw = try yaml(path, &report) else { continue }
      var source: SourceFile?
      if let (name, span) = Ledger.table(raw) {
        let named = "\(Ledger.folder)/\(name)"
        if let file = paths.first(where: { $0 == named }), file.ending == "csv" {
          rest.remove(file)
          if let other = users.updateValue(path, forKey: file) {
            report.append(.error(.sharedTable(name, with: other), at: Place(path, span)))
          }
          source = try SourceFile.read(file, in: site, disk: disk, report: &report)
        } else {
          let names = paths.filter { $0.ending == "csv" }
            .map { String($0.dropFirst(Ledger.folder.utf8.count + 1)) }
          let nearest = Suggestion.nearest(to: name, among: names)
          report.append(.error(.noTable(name, nearest: nearest), at: Place(path, span)))
        }
      }
      let ledger = Ledger(raw, id: id, file: path, table: source, index: index, report: &report)
      if let ledger { ledgers.append(ledger) }
    }
    for path in paths where rest.contains(path) {
      report.append(.error(.unusedTable, at: Place(path)))
    }
    return ledgers
  }
}

extension Message {
  fileprivate static let emptyFile = Message(
    "empty-value", Phrase(zh: "这个文件是空的", en: "this file is empty"),
    fix: Phrase(zh: "填写它，或移走", en: "fill it in, or move it away"))

  fileprivate static let noMetrics = Message(
    "no-metrics",
    Phrase(zh: "没有 content/metrics/metrics.yml", en: "there is no content/metrics/metrics.yml"),
    fix: Phrase(
      zh: "新建它，每个指标写编号、名称、单位、方向和目标值",
      en: "write it, with `id`, `name`, `unit`, `better` and `target` for each metric"))

  fileprivate static func noSeries(_ file: String) -> Message {
    Message(
      "no-series",
      Phrase(zh: "这个指标还没有数据表 \(file)", en: "this metric has no table \(file) yet"),
      fix: Phrase(zh: "新建它，两列：月份、数值", en: "write it with two columns, `月份` and `数值`"))
  }

  fileprivate static func unknownMetric(_ id: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "metrics.yml 里没有「\(id)」这个指标", en: "metrics.yml has no metric `\(id)`"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(zh: "在 metrics.yml 里加上它", en: "add it to metrics.yml"))
  }

  fileprivate static func noTable(_ name: String, nearest: String?) -> Message {
    Message(
      "unknown-reference",
      Phrase(zh: "台账旁边没有「\(name)」这个表", en: "there is no table `\(name)` beside the ledger"),
      fix: Phrase.didYouMean(nearest)
        ?? Phrase(
          zh: "写同一文件夹里 CSV 的文件名，或直接列出条目",
          en: "name a CSV of the same folder, or write the items as a list"))
  }

  fileprivate static func sharedTable(_ name: String, with other: String) -> Message {
    Message(
      "shared-table",
      Phrase(
        zh: "「\(name)」已是 \(other) 的条目，会重复计算",
        en: "`\(name)` holds the items of \(other) already, and would be counted twice"),
      fix: Phrase(zh: "写另一个表的文件名", en: "name another table"))
  }

  fileprivate static let unusedTable = Message(
    "unused-table",
    Phrase(zh: "没有台账用到这个表，其中的条目不会显示", en: "no ledger names this table; nothing of it is shown"),
    fix: Phrase(
      zh: "在台账里写“条目: 文件名.csv”，或移走这个表",
      en: "write `items: name.csv` in a ledger, or move the table away"))
}
