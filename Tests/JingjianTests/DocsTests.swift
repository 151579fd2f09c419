import Foundation
import Testing

@testable import Jingjian

/// `docs/`: what a comment cites stands there, and no field that is declared is forgotten.
struct DocsTests {
  // MARK: Citations

  @Test("every citation of docs/ leads to a heading")
  func citations() throws {
    var pages: [String: Page] = [:]
    var count = 0
    for (file, text) in try Self.cited() {
      for match in text.matches(of: #/docs/([a-z]+\.md)(?:, "([^"]*)")?/#) {
        let name = "docs/" + match.1
        let page = try pages[name] ?? Page(name)
        pages[name] = page
        guard let heading = match.2 else {
          Issue.record("\(file) cites \(name) without a section")
          continue
        }
        #expect(page.sections[String(heading)] != nil, "\(file): \(name) has no “\(heading)”")
        count += 1
      }
    }
    #expect(count >= 60)
    #expect(pages.count >= 2)
  }

  @Test("every rule that is cited by its number is one")
  func rules() throws {
    let headings = try Page("docs/rules.md").sections.keys
    var count = 0
    for (file, text) in try Self.cited() where file.hasPrefix("Sources/Jingjian/") {
      for match in text.matches(of: #/\(rule (\d+)\)/#) {
        let isOne = headings.contains { $0.hasPrefix("Rule \(match.1): ") }
        #expect(isOne, "\(file): there is no rule \(match.1)")
        count += 1
      }
    }
    #expect(count >= 10)
  }

  @Test("no comment cites a page that the repository does not hold")
  func pages() throws {
    var count = 0
    for (file, text) in try Self.cited() {
      for match in text.matches(of: #/[\w.\/-]+\.md\b/#) {
        // What stands in a site is an example.
        let name = String(match.0)
        if name.hasPrefix("content/") || name.hasPrefix("../") { continue }
        let path = TestSite.checkout.appendingPathComponent(name).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file) cites \(name)")
        count += 1
      }
    }
    #expect(count >= 60)
  }

  @Test("every file of code that docs/ names is there", arguments: ["format.md", "rules.md"])
  func files(name: String) throws {
    let files = try Self.paths(below: "Sources")
    let names = try Page("docs/" + name).text.matches(of: #/`([\w\/]+\.swift)`/#).map { $0.1 }
    #expect(names.count >= 10)
    for name in names {
      #expect(files.contains { $0.hasSuffix("/" + name) }, "there is no \(name)")
    }
  }

  // MARK: Fields

  @Test("every field of a kind is in the section of its kind")
  func kinds() throws {
    let page = try Page("docs/format.md")
    let common = RecordHead.schema.fields
    Self.expect(
      common, in: ["Common fields", "Withdrawal", "Personal data"], of: page)
    for type in RecordKind.types {
      let kind = type.kind
      let own = kind.schema.fields.filter { field in !common.contains { $0.key == field.key } }
      Self.expect(own, in: [kind.section.capitalized], of: page)
    }
  }

  @Test("every field of a list or a setting is in its section")
  func lists() throws {
    let page = try Page("docs/format.md")
    let schemas: [(schema: Schema, headings: [String])] = [
      (Settings.schema, ["site.yml", "Sections", "Personal data"]),
      (Department.schema, ["Departments"]), (Role.schema, ["Roles"]),
      (Problem.schema, ["Problems"]), (Medium.schema, ["Media"]),
      (Indicators.schema, ["Indicators"]), (Veto.schema, ["Vetoes"]),
      (Correction.schema, ["Corrections"]), (Decision.schema, ["Decisions"]),
      (RuleSet.schema, ["Rule sets"]), (Metric.schema, ["Metrics"]),
      (Duty.schema, ["Responsibilities"]), (Activity.schema, ["Activities"]),
    ]
    for (schema, headings) in schemas { Self.expect(schema.fields, in: headings, of: page) }
    for section in Section.all {
      let isNamed = page.names(section.id, section.chinese, in: ["Sections"])
      #expect(isNamed, "Sections: `\(section.id)` \(section.chinese)")
    }
  }

  /// Also those that no test reaches: a pair of names is told by its form, `("week", "周次"`.
  @Test("every pair of names that the model declares is named")
  func declarations() throws {
    let page = try Page("docs/format.md")
    var count = 0
    for path in try Self.paths(below: "Sources/Jingjian/Model") where path.hasSuffix(".swift") {
      for match in try Self.text(path).matches(of: #/\(\s*"([a-z][a-z-]*)",\s*"(\p{Han}+)"/#) {
        let isNamed = page.names(String(match.1), String(match.2), in: nil)
        #expect(isNamed, "\(path): `\(match.1)` \(match.2)")
        count += 1
      }
    }
    #expect(count >= 200)
  }

  private static func expect(_ fields: [Field], in headings: [String], of page: Page) {
    for (key, chinese) in fields.flatMap(\.names) {
      #expect(page.names(key, chinese, in: headings), "\(headings[0]): `\(key)` \(chinese)")
    }
    for field in fields {
      guard let cells = page.row(field.key, field.chinese, in: headings) else { continue }
      let isRequired = cells[2].hasSuffix("required") || cells[3] == "yes"
      #expect(isRequired == field.isRequired, "\(headings[0]): `\(field.key)` required?")
    }
  }
}

extension Field {
  /// Both names of the field, of its values to choose from, and of the fields in it.
  fileprivate var names: [(key: String, chinese: String)] { [(key, chinese)] + type.names }
}

extension FieldType {
  fileprivate var names: [(key: String, chinese: String)] {
    switch self {
    case .list(let element), .oneOrMore(let element): element.names
    case .group(let schema): schema.fields.flatMap(\.names)
    case .choice(let choices): choices.map { ($0.id, $0.chinese) }
    default: []
    }
  }
}

/// A page of `docs/`, and what stands below each of its headings up to the next one.
private struct Page {
  let text: String
  let sections: [String: String]
  /// The sections with nothing but their words, parted by single spaces.
  private let words: [String: String]

  /// Headings are unique, so that a citation leads to one place.
  init(_ name: String) throws {
    text = try DocsTests.text(name)
    var sections: [String: String] = [:]
    var heading = ""
    var isCode = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" }).trimmed
        #expect(sections[heading] == nil, "\(name) has “\(heading)” twice")
        sections[heading] = ""
      } else {
        sections[heading, default: ""] += line + "\n"
      }
    }
    self.sections = sections
    words = sections.mapValues { text in
      let parts = text.split { $0.isWhitespace || "`|(),.;:，。、；：（）".contains($0) }
      return " " + parts.joined(separator: " ") + " "
    }
  }

  /// The cells of the row of a table that begins with two names.
  func row(_ key: String, _ chinese: String, in headings: [String]) -> [String]? {
    let start = "| `\(key)` | `\(chinese)` | "
    let lines = headings.compactMap { sections[$0] }.joined().components(separatedBy: "\n")
    return lines.first { $0.hasPrefix(start) }?.components(separatedBy: "|").dropFirst()
      .map(\.trimmed)
  }

  /// Whether two names stand side by side, in one of some sections or anywhere.
  func names(_ key: String, _ chinese: String, in headings: [String]?) -> Bool {
    let pair = " \(key) \(chinese) "
    let found = headings.map { $0.compactMap { words[$0] } } ?? Array(words.values)
    return found.contains { $0.contains(pair) }
  }
}

extension DocsTests {
  fileprivate static func text(_ path: String) throws -> String {
    try String(contentsOf: TestSite.checkout.appendingPathComponent(path), encoding: .utf8)
  }

  /// All files below a folder, by their paths from the repository's root.
  private static func paths(below folder: String) throws -> [String] {
    let root = TestSite.checkout.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().map {
      folder + "/" + $0
    }
  }

  /// The comments of each file that has some, without what begins their lines.
  private static func cited() throws -> [(file: String, text: String)] {
    let code: Set<String> = ["swift", "js", "css", "typ"]
    let scripts: Set<String> = ["py", "sh", ""]
    var cited: [(file: String, text: String)] = []
    for folder in ["Sources", "Tests", "templates", "scripts"] {
      for path in try paths(below: folder) {
        let mark = code.contains(path.ending) ? "//" : scripts.contains(path.ending) ? "#" : nil
        if let text = try? text(path) {
          cited.append((path, comments(in: text, after: mark)))
        }
      }
    }
    return cited
  }

  /// - Parameter mark: what begins a comment; nothing where it stands between `{{!` and `}}`.
  private static func comments(in text: String, after mark: String?) -> String {
    guard let mark else {
      return text.matches(of: #/\{\{!([^}]*)/#).map { $0.1 }.joined(separator: "\n")
    }
    let lines = text.components(separatedBy: "\n").compactMap { line -> Substring? in
      let line = line.drop { $0 == " " }
      guard line.hasPrefix(mark) else {
        return line.components(separatedBy: " \(mark) ").dropFirst().last?[...]
      }
      return line.drop { mark.contains($0) }
    }
    return lines.joined(separator: " ").replacing(#/ +/#, with: " ")
  }
}
