/// A raw record: a file taken apart, its keys with places and its text, nothing proven. A YAML file is
/// keys alone.
struct RawRecord: Sendable {
  let file: SourceFile
  /// Nothing when the front matter cannot be read, which has been reported.
  let fields: RawValue?
  let body: String
  let bodyLine: Int

  /// How a record is written.
  enum Format: Sendable {
    /// Front matter and a text.
    case markdown
    /// Keys alone.
    case yaml

    var ending: String { self == .markdown ? ".md" : ".yml" }
  }

  init(_ file: SourceFile, as format: RawRecord.Format = .markdown, report: inout [Diagnostic]) {
    self.file = file
    if format == .yaml {
      (body, bodyLine) = ("", 1)
      fields = RawRecord.fields(file.text, file: file.path, line: 1, report: &report)
      return
    }
    guard let matter = FrontMatter(file, report: &report) ?? FrontMatter(likelyOf: file) else {
      // The faults of the text are told all the same.
      (fields, body, bodyLine) = (nil, file.text, 1)
      return
    }
    body = matter.body
    bodyLine = matter.bodyLine
    fields = RawRecord.fields(
      matter.yaml, file: file.path, line: matter.yamlLine, report: &report)
  }

  private static func fields(
    _ yaml: String, file: String, line: Int, report: inout [Diagnostic]
  ) -> RawValue? {
    let before = report.count
    let root = YAML.parse(yaml, file: file, firstLine: line, report: &report)
    guard root == nil, !report[before...].hasErrors else { return root }
    // What holds no key lacks its title, and that is what is said.
    return RawValue(content: .mapping([]), span: .top)
  }
}

extension ArraySlice<Diagnostic> {
  var hasErrors: Bool { contains { $0.severity == .error } }
}
