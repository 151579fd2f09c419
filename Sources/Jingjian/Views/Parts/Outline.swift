/// A heading in an outline of two levels.
struct OutlineItem: View {
  let heading: Body.Heading

  static let slots: [Slot<OutlineItem>] = [
    .text("id") { Address.encode($0.heading.id) },
    .text("title") { $0.heading.title },
    .flag("isSub") { $0.heading.level > 2 },
  ]
}
