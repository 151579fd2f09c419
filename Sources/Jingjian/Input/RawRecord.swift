/// A raw record: a Markdown file taken apart, its front matter with places, nothing proven.
struct RawRecord: Sendable {
  let file: SourceFile
  /// Nothing when the front matter cannot be read, which has been reported.
  let fields: RawValue?
  let body: String
  let bodyLine: Int

  init(_ file: SourceFile, report: inout [Diagnostic]) {
    self.file = file
    guard let matter = FrontMatter(file, report: &report) else {
      (fields, body, bodyLine) = (nil, "", 1)
      return
    }
    body = matter.body
    bodyLine = matter.bodyLine
    let before = report.count
    let root = YAML.parse(matter.yaml, file: file.path, firstLine: matter.yamlLine, report: &report)
    if root == nil, !report[before...].hasErrors {
      // Front matter without a key lacks its title, and that is what is said.
      fields = RawValue(content: .mapping([]), span: .top)
    } else {
      fields = root
    }
  }
}

extension ArraySlice<Diagnostic> {
  var hasErrors: Bool { contains { $0.severity == .error } }
}
