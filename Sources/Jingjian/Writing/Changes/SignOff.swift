/// The sign-off sheet: one page that says what would change, with room for who drafts, who checks and who
/// releases it (拟稿、审核、签发). Typst sets it; its words stand in `templates/print/changes.typ`.
struct SignOff: Sendable {
  let changes: Changes
  let site: String
  let organ: String
  /// What the edition is called, where it is not for everybody.
  let edition: String?
  let today: Day
  /// Of the manifest that would be published.
  let fingerprint: String

  init(_ changes: Changes, fingerprint: String, _ findings: Findings) {
    let settings = findings.site.settings
    (self.changes, site, organ) = (changes, settings.name, settings.organ)
    edition = findings.selection.edition
    (today, self.fingerprint) = (findings.today, fingerprint)
  }

  /// What `changes.typ` reads; its shape is `templates/print/changes.schema.json`.
  func document(fonts: JSON) -> JSON {
    let counts = [
      ("new", changes.count(.new)), ("changed", changes.changed),
      ("withdrawn", changes.count(.withdrawn)), ("gone", changes.count(.gone)),
      ("same", changes.same),
    ]
    // What comes and goes before what only changes: not all may fit the page.
    let all = changes.pages + changes.files
    let pages = ["+", "×", "-", "~"].flatMap { sign in all.filter { $0.sign == sign } }.map {
      page in
      JSON.object([
        ("sign", .string(page.sign)), ("path", .string(page.path)), ("title", .string(page.title)),
      ])
    }
    return .object([
      ("site", .string(site)),
      (
        "head",
        .object(
          [
            ("organ", .string(organ)), ("built", .string("\(today)")),
            ("fingerprint", .string(fingerprint)),
          ] + (edition.map { [("edition", .string($0))] } ?? []))
      ),
      ("counts", .object(counts.map { ($0, JSON.integer($1)) })),
      ("figures", .list(changes.figures.map(\.json))), ("pages", .list(pages)), ("fonts", fonts),
    ])
  }

  /// Sets the sheet as `FOLDER/changes.pdf`.
  ///
  /// - Returns: what keeps it from being set; nothing when it is there.
  func print(
    by typesetter: Typesetter, _ theme: Theme, into output: String, disk: Disk
  ) throws(DiskFault) -> String? {
    let root = output + "/.packets/work"
    try Printing.lay(try Printing.templates(of: theme, disk), in: root, disk)
    defer { try? disk.remove(root) }
    var data: [UInt8] = []
    document(fonts: typesetter.families.json).write(into: &data)
    try disk.write(data, root + "/data/changes.json")
    let fault = try typesetter.set(
      "data/changes.json", by: "changes.typ", root: root, to: root + "/changes.pdf")
    if fault == nil {
      try disk.replace(try disk.read(root + "/changes.pdf", .max), SignOff.path(in: output))
    }
    return fault
  }

  static func path(in output: String) -> String { output + "/changes.pdf" }
}

extension FigureChange {
  fileprivate var json: JSON {
    let (kind, members): (String, [(String, JSON?)])
    switch self {
    case .card(let department, let colour, let period, let old, let new):
      (kind, members) = (
        "card",
        [
          ("department", .string(department)), ("colour", .string(colour.rawValue)),
          ("period", .string(period)), ("old", old.map { .string($0) }),
          ("new", new.map { .string($0) }),
        ]
      )
    case .month(let month, _, let departments):
      (kind, members) = (
        "month", [("period", .string(month)), ("departments", .integer(departments))]
      )
    case .score(let department, let month, let old, let new):
      (kind, members) = (
        "score",
        [
          ("department", .string(department)), ("period", .string(month)), ("old", old?.json),
          ("new", new?.json),
        ]
      )
    case .honour(let year, let isFlag, let department, _):
      (kind, members) = (
        isFlag ? "flag" : "clean",
        [("department", .string(department)), ("period", .string("\(year)"))]
      )
    }
    return .object(
      [("kind", .string(kind)), ("sign", .string(sign))]
        + members.compactMap { name, value in value.map { (name, $0) } })
  }
}

extension FigureChange.Score {
  fileprivate var json: JSON {
    .object([("total", .string(total)), ("rank", .integer(rank))])
  }
}
