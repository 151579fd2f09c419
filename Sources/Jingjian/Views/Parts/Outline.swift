extension Common {
  /// The summary where somebody wrote one; else the page would open with its own first words twice.
  var lead: String? { summary == body.summary ? nil : summary }
}

/// A heading in an outline of two levels.
struct OutlineItem: View {
  let heading: Body.Heading

  static let slots: [Slot<OutlineItem>] = [
    .text("id") { Address.encode($0.heading.id) },
    .text("title") { $0.heading.title },
    .flag("isSub") { $0.heading.level > 2 },
  ]
}
