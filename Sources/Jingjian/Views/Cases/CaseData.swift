extension CaseList {
  /// All cases with what they can be narrowed by, for `assets/lists.js`: a script, since a page that was
  /// opened from a disk may fetch nothing. It is loaded when somebody narrows the list.
  static func data(_ findings: Findings) -> Page {
    .data(.caseData) { bytes in
      let vocabulary = findings.site.vocabulary
      let classes = vocabulary.classes.flatMap { kind in
        [(kind, kind.id)] + kind.children.map { ($0, kind.id) }
      }
      let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1.0.id, $0) })
      let problems = classes.map { problem, kind in
        JSON.object([
          ("id", .string(problem.id)), ("name", .string(problem.name)), ("class", .string(kind)),
        ])
      }
      let cases = findings.caseIndex.cases.map { item in
        JSON.object([
          ("address", .string(item.common.address.encoded)), ("title", .string(item.common.title)),
          ("summary", .string(item.common.summary)), ("date", .string("\(item.date)")),
          ("department", .string(item.department ?? "")),
          (
            "place",
            .string(
              item.department.flatMap { vocabulary.department($0)?.name } ?? item.unit ?? "")
          ),
          ("problems", .list(item.problems.compactMap { numbers[$0].map(JSON.integer) })),
          ("form", .integer(item.form ?? 0)),
        ])
      }
      var text: [UInt8] = []
      JSON.object([("problems", .list(problems)), ("cases", .list(cases))]).write(into: &text)
      bytes += "jingjianList(".utf8
      // No `<`, so that nothing in it is taken for a tag.
      for byte in text {
        if byte == UInt8(ascii: "<") { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
      }
      bytes += ")\n".utf8
    }
  }
}
