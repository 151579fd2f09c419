/// The page of a document.
struct DocumentPage: PageView {
  let frame: Frame
  let document: Document

  static let template = "document"

  static let slots: [Slot<DocumentPage>] =
    Slot.record { $0.document.common } + [
      .text("kind") { $0.document.documentKind },
      .text("author") { $0.document.author },
      .text("number") { $0.document.number },
      .group("outline") {
        $0.document.common.body.headings.filter { $0.level <= 3 }.map(OutlineItem.init)
      },
    ]
}

/// The list of documents.
struct DocumentListPage: PageView {
  let frame: Frame
  let sheet: Sheet
  let documents: [Document]

  static let template = "documents"

  static let slots: [Slot<DocumentListPage>] = [
    .number("count") { $0.documents.count },
    .list("documents") { page in
      page.documents[page.sheet.range].map { DocumentItem(document: $0) }
    },
    .object("sheets") { $0.sheet.count > 1 ? SheetsView(sheet: $0.sheet) : nil },
  ]
}

struct DocumentItem: View {
  let document: Document

  static let slots: [Slot<DocumentItem>] = [
    .text("address") { $0.document.common.address.encoded },
    .text("title") { $0.document.common.title },
    .text("summary") { $0.document.common.summary },
    .object("date") { $0.document.common.date.map(DateView.init) },
    .text("kind") { $0.document.documentKind },
  ]
}

/// A free page.
struct FreePageView: PageView {
  let frame: Frame
  let page: FreePage

  static let template = "page"

  static let slots: [Slot<FreePageView>] =
    Slot.record { $0.page.common } + [
      .group("outline") {
        $0.page.common.body.headings.filter { $0.level <= 3 }.map(OutlineItem.init)
      }
    ]
}

/// The list of free pages.
struct FreePageList: PageView {
  let frame: Frame
  let pages: [FreePage]

  static let template = "pages"

  static let slots: [Slot<FreePageList>] = [
    .list("pages") { $0.pages.map { RecordItem($0.common) } }
  ]
}

/// What carries a tag.
struct TagPage: PageView {
  let frame: Frame
  let sheet: Sheet
  let tag: Findings.TagList

  static let template = "tag"

  static let slots: [Slot<TagPage>] = [
    .text("title") { $0.tag.name },
    .number("count") { $0.tag.records.count },
    .list("records") { $0.tag.records[$0.sheet.range].map(RecordItem.init) },
    .object("sheets") { $0.sheet.count > 1 ? SheetsView(sheet: $0.sheet) : nil },
  ]
}

/// The list of tags.
struct TagListPage: PageView {
  let frame: Frame
  let tags: [Findings.TagList]

  static let template = "tags"

  static let slots: [Slot<TagListPage>] = [
    .list("tags") { $0.tags.map { LinkView(.tag($0.name), $0.name, count: $0.records.count) } }
  ]
}

extension Press {
  func documents(_ findings: Findings) -> [Page] {
    section(of: findings.documents) {
      DocumentPage(frame: $0, document: $1)
    } lists: { section in
      sheets(findings.documents.count, first: .index(of: section), section: section) {
        DocumentListPage(frame: $0, sheet: $1, documents: findings.documents)
      }
    }
  }
}

extension Press {
  func freePages(_ findings: Findings) -> [Page] {
    section(of: findings.pages) {
      FreePageView(frame: $0, page: $1)
    } lists: { section in
      [
        page(.index(of: section), section: section) {
          FreePageList(frame: $0, pages: findings.pages)
        }
      ]
    }
  }
}

extension Press {
  func tags(_ findings: Findings) -> [Page] {
    guard !findings.tags.isEmpty else { return [] }
    let index = page(.index(of: "tags"), section: "tags") {
      TagListPage(frame: $0, tags: findings.tags)
    }
    return [index]
      + findings.tags.flatMap { tag in
        sheets(tag.records.count, first: .tag(tag.name), section: "tags") {
          TagPage(frame: $0, sheet: $1, tag: tag)
        }
      }
  }
}
