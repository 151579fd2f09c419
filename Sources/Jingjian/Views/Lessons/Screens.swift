/// A lesson on a projector: one part a screen.
struct LessonScreenPage: PageView {
  let frame: Frame
  let lesson: Lesson
  let findings: Findings

  static let template = "lesson-screen"

  static let slots: [Slot<LessonScreenPage>] = [
    .object("lesson") { LessonView(lesson: $0.lesson, findings: $0.findings) },
    .list("parts") { page in
      Slides.parts(of: page.lesson.common.body.html).map { part in
        SlideView(html: Relinked(part, root: page.frame.address.root).html)
      }
    },
  ]
}

/// A quarter's report on a projector: the ranks as a chart, the table, each card with its grounds.
struct QuarterScreenPage: PageView {
  let frame: Frame
  let quarter: Quarter
  let standings: Standings

  static let template = "rankings-quarter-screen"

  static let slots: [Slot<QuarterScreenPage>] = [
    .object("report") { page in
      RankingQuarterPage(frame: page.frame, quarter: page.quarter, standings: page.standings)
    },
    .object("chart") { QuarterChart(quarter: $0.quarter, standings: $0.standings) },
  ]
}

/// A slide: HTML that was made by a writer.
struct SlideView: View {
  let html: [UInt8]

  static let slots: [Slot<SlideView>] = [.html("html") { $0.html }]
}

/// The parts of a text for a projector: what stands before the first level-2 heading, and each
/// heading with what is below it.
enum Slides {
  static func parts(of html: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    var depth = 0
    HTML.read(html) { reader in
      while let token = reader.next() {
        switch token {
        case .open(let tag):
          if depth == 0, tag.element == .h2, tag.range.lowerBound > start {
            parts.append(Array(html[start..<tag.range.lowerBound]))
            start = tag.range.lowerBound
          }
          if !tag.isEmpty { depth += 1 }
        case .end: depth -= 1
        case .text, .hidden: break
        }
      }
    }
    parts.append(Array(html[start...]))
    return parts.filter { !$0.allSatisfy { $0 == 10 || $0 == 32 } }
  }
}
