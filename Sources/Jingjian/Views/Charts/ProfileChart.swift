internal import Template

/// A chart of a department's profile: a bar for each category, a stroke where the median of all
/// departments lies, and the frame that would be full.
struct ProfileChart: View {
  let profile: Profile
  let standings: Standings

  /// Narrow enough for a phone.
  private static let full = 2000
  private static let row = 320

  /// Room for the longest name.
  private var left: Int { max(600, (profile.items.map(\.name.count).max() ?? 0) * 140 + 120) }

  static let slots: [Slot<ProfileChart>] = [
    .object("period") { PeriodView(.month($0.profile.month), $0.standings) },
    .number("width") { ($0.left + full + 600) / 10 },
    .number("height") { $0.profile.items.count * ProfileChart.row / 10 },
    .html("marks") { $0.marks },
    .list("items") { $0.profile.items.map { ProfileItem(item: $0) } },
  ]

  private var marks: [UInt8] {
    var drawing = Drawing()
    let (left, full) = (left, Self.full)
    for (n, item) in profile.items.enumerated() {
      let y = n * Self.row + 60
      let maximum = max(1, item.maximum.hundredths)
      let bar = full * item.score.hundredths / maximum
      let median = left + full * item.median.hundredths / maximum
      drawing.text(
        item.name, at: .init(x: left - 80, y: y + 150), #"font-size="14" text-anchor="end""#)
      drawing.rectangle(
        .init(x: left, y: y), width: full, height: 200,
        #"class="full" fill="none" stroke="currentColor" stroke-opacity=".4""#)
      drawing.rectangle(
        .init(x: left, y: y + 40), width: bar, height: 120,
        #"class="score" fill="currentColor" fill-opacity=".55""#)
      drawing.line(
        .init(x: median, y: y - 20), .init(x: median, y: y + 220),
        #"class="median" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2""#)
      drawing.text(
        item.score.fixed, at: .init(x: left + full + 80, y: y + 150), #"font-size="14""#)
    }
    return drawing.bytes
  }
}

struct ProfileItem: View {
  let item: Profile.MeasuredItem

  static let slots: [Slot<ProfileItem>] = [
    .text("name") { $0.item.name },
    .text("score") { $0.item.score.fixed },
    .text("median") { $0.item.median.fixed },
    .text("maximum") { $0.item.maximum.fixed },
    .flag("isBelow") { $0.item.score < $0.item.median },
  ]
}
