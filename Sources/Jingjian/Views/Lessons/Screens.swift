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
    var position = 0
    while position < html.count {
      guard html[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let rest = html[position...]
      if depth == 0, rest.starts(with: "<h2".utf8), position > start {
        parts.append(Array(html[start..<position]))
        start = position
      }
      if rest.starts(with: "</".utf8) {
        depth -= 1
      } else if !empty.contains(where: { rest.dropFirst().starts(with: $0.utf8) }) {
        depth += 1
      }
      position += 1
    }
    parts.append(Array(html[start...]))
    return parts.filter { !$0.allSatisfy { $0 == 10 || $0 == 32 } }
  }

  /// Elements that are never closed, and comments. `hr`, `br`, `img`, `input`, `col`.
  private static let empty = ["hr", "br", "img", "input", "col>", "col ", "!"]
}
