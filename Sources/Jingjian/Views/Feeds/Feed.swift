/// The feed: the newest lessons, cases and clarifications with their whole text, for readers who
/// subscribe (Atom, RFC 4287).
enum Feed {
  /// Entries at most: a reader fetches all of it every time.
  static let length = 200
}

/// The feed as a view; its template is the XML. The addresses in it are whole.
struct FeedPage: PageView {
  let frame: Frame
  /// The site's address, which ends in a slash.
  let base: String
  private let entries: [FeedEntry]

  static let template = "feed"

  static let slots: [Slot<FeedPage>] = [
    .text("base") { $0.base },
    .text("updated") { $0.entries.map(\.updated).max() },
    .list("entries") { $0.entries },
  ]

  /// Newest first; of one day in the order of sections and ids.
  init(frame: Frame, base: String, findings: Findings) {
    (self.frame, self.base) = (frame, base)
    let zone = findings.site.settings.timezone
    let lessons = findings.course.lessons.map { lesson in
      FeedEntry(lesson.common, lesson.date, base, zone, .lesson(lesson, findings))
    }
    let cases = findings.caseIndex.cases.enumerated().map { position, item in
      FeedEntry(
        item.common, item.date, base, zone,
        .case(CasePage(frame: frame, position: position, findings: findings)))
    }
    let clarifications = findings.clarifications.map { item in
      // One that nobody dated counts as of today.
      FeedEntry(
        item.common, item.common.date ?? item.common.publish ?? findings.today, base, zone,
        .clarification(ClarificationPage(frame: frame, clarification: item, findings: findings)))
    }
    let all = (clarifications + lessons + cases).sorted { a, b in
      (b.date, a.common.section, a.common.id) < (a.date, b.common.section, b.common.id)
    }
    entries = Array(all.prefix(Feed.length))
  }
}

/// A record in the feed.
struct FeedEntry: View {
  let common: RecordHead
  let date: Day
  private let base: String
  private let zone: String
  private let content: FeedContent

  /// What is told beside the text.
  enum FeedContent: Sendable {
    case lesson(Lesson, Findings)
    case `case`(CasePage)
    case clarification(ClarificationPage)
  }

  init(_ common: RecordHead, _ date: Day, _ base: String, _ zone: String, _ content: FeedContent) {
    (self.common, self.date, self.base) = (common, date, base)
    (self.zone, self.content) = (zone, content)
  }

  /// The beginning of the day in the site's zone.
  var updated: String { "\(date)T00:00:00" + Zone.offset(on: date, in: zone) }

  static let slots: [Slot<FeedEntry>] = [
    .text("title") { $0.common.title },
    .text("url") { $0.base + $0.common.address.encoded },
    .text("section") { $0.common.section },
    .text("kind") { RecordKind.named($0.common.section)?.name.zh },
    .text("updated") { $0.updated },
    .text("summary") { $0.common.summary },
    .object("lesson") { entry in
      if case .lesson(let lesson, let findings) = entry.content {
        LessonView(lesson: lesson, findings: findings)
      } else {
        nil
      }
    },
    .object("case") { if case .case(let page) = $0.content { page } else { nil } },
    .object("clarification") {
      if case .clarification(let page) = $0.content { page } else { nil }
    },
    .html("body") { entry in
      let url = entry.base + entry.common.address.encoded
      return Relinked(entry.common.body.html, root: entry.base, page: url).html.closingNothing
    },
  ]
}

extension [UInt8] {
  /// Without the three signs that would end the section of XML in which they stand. In HTML `&gt;` is
  /// the same as `>`.
  fileprivate var closingNothing: [UInt8] {
    guard holds("]]>".utf8) else { return self }
    var result: [UInt8] = []
    for byte in self {
      if byte == UInt8(ascii: ">"), result.suffix(2).elementsEqual("]]".utf8) {
        result += "&gt;".utf8
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

extension Press {
  /// What readers subscribe to. Its links must be whole, so that there is none without a base address.
  func feeds(_ findings: Findings) -> [Page] {
    guard let base = findings.site.settings.baseURL else { return [] }
    var pages: [Page] = []
    if findings.hasFeed {
      pages.append(
        page(Address.feed, section: nil, listed: false) {
          FeedPage(frame: $0, base: base, findings: findings)
        })
    }
    if findings.hasAgenda {
      let agenda = Agenda.calendar(findings, base: base)
      pages.append(
        Page.data(.lessonCalendar) {
          agenda.write(into: &$0)
        })
    }
    return pages
  }
}
