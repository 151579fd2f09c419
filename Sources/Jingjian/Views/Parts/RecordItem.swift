/// A record in a list.
struct RecordItem: View {
  let common: RecordHead

  init(_ common: RecordHead) { self.common = common }

  static let slots: [Slot<RecordItem>] = [
    .text("address") { $0.common.address.encoded },
    .text("title") { $0.common.title },
    .text("summary") { $0.common.summary },
    .object("date") { $0.common.date.map(DateView.init) },
    .text("kind") { RecordKind.named($0.common.section)?.name.zh },
  ]
}
