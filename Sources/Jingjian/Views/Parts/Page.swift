internal import Template

/// A page: where it stands and a way to render it. Pages can be rendered in any order, on any core,
/// one at a time, so that a build holds only as many as it has cores.
struct Page: Sendable {
  let address: Address
  /// Whether it belongs into the sitemap: not where a reader is only sent on or told of an absence.
  let isListed: Bool
  /// The last change that its record tells of.
  let date: Day?
  /// What search sorts the page by; nothing when search does not find it.
  var subject: Subject?
  /// Adds the page's bytes, with the chrome of all pages.
  ///
  /// - Returns: what is wrong where it would be longer than any page may be.
  let render: @Sendable (Chrome, inout [UInt8]) -> Diagnostic?

  /// What search narrows its results by, and whether the page only lists what others tell.
  struct Subject: Sendable {
    var section: String?
    var department: String?
    var isList: Bool
  }
}

extension Page {
  /// A file of data, which no list names and no chrome surrounds.
  static func data(_ address: Address, _ write: @escaping @Sendable (inout [UInt8]) -> Void) -> Page
  {
    Page(address: address, isListed: false, date: nil) { _, bytes in
      write(&bytes)
      return nil
    }
  }
}

/// The press: makes pages of views, with the theme's programs.
struct Press: Sendable {
  let theme: Theme
  /// The packets of the site, which their pages tell of.
  var printed: [Printed] = []

  /// - Parameters:
  ///   - found: whether search finds it; where nothing is said, as the sitemap does.
  ///   - department: the id of the department that the page is about.
  ///   - view: made when the page is rendered, so that no view is kept.
  func page<V: PageView>(
    _ address: Address, section: String?, listed: Bool = true, found: Bool? = nil,
    department: String? = nil, date: Day? = nil,
    _ view: @escaping @Sendable (Frame) -> V
  ) -> Page {
    let program = theme.program(V.self)
    let isList = date == nil && (!listed || address.path.hasSuffix("index.html"))
    let subject = Page.Subject(section: section, department: department, isList: isList)
    return Page(
      address: address, isListed: listed, date: date, subject: found ?? listed ? subject : nil
    ) { chrome, bytes in
      let frame = Frame(address: address, chrome: chrome, section: section)
      return program.fault(rendering: view(frame), at: address, into: &bytes)
    }
  }
}

extension Press {
  /// A page for each record of a kind, and the pages that list them; none where there is no record.
  ///
  /// - Parameter lists: made for the kind's section.
  func section<Kind: Record, V: PageView>(
    of records: [Kind], _ view: @escaping @Sendable (Frame, Kind) -> V,
    lists: (String) -> [Page]
  ) -> [Page] {
    guard !records.isEmpty else { return [] }
    let section = Kind.kind.section
    let pages = records.map { record in
      page(record.common.address, section: section, date: record.common.date) { view($0, record) }
    }
    return pages + lists(section)
  }
}

extension Program {
  /// Adds a page's bytes.
  ///
  /// - Returns: what is wrong where it would be longer than any page may be.
  func fault(
    rendering view: some PageView, at address: Address, into bytes: inout [UInt8]
  ) -> Diagnostic? {
    guard !render(view.pageValue, into: &bytes) else { return nil }
    return .error(.endlessPage(address.path), at: Place(file))
  }
}

extension Message {
  fileprivate static func endlessPage(_ path: String) -> Message {
    let limit = Program.limit >> 20
    return Message(
      "page-size",
      Phrase(
        zh: "用这个模板做「\(path)」，会超过 \(limit) MiB（循环的次数也计在内）",
        en:
          "`\(path)` would be longer than \(limit) MiB by this template, with the turns of its loops"
      ),
      fix: Phrase(
        zh: "不要在一个列表里再列另一个列表；文字太长的，分成几份文件",
        en: "list no list within another; part a text that is too long"))
  }
}
