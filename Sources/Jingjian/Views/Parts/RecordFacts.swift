/// The facts of a record that its page shows, whatever its kind; its view begins with them.
extension Slot {
  /// - Parameter read: the record's head; nothing where nobody wrote a record.
  static func record(_ read: @escaping @Sendable (V) -> RecordHead?) -> [Slot] {
    [
      .text("title") { read($0)?.title },
      .text("summary") { read($0)?.summary },
      .text("lead") { read($0)?.lead },
      .object("date") { read($0)?.date.map(DateView.init) },
      .html("body") { read($0)?.body.html ?? [] },
      .group("tags") { (read($0)?.tags ?? []).map { LinkView(.tag($0), $0) } },
      .text("source") { read($0)?.source },
      .object("approved") { read($0)?.approval.map(ApprovalView.init) },
      .text("file") { read($0)?.file },
    ]
  }
}

extension RecordHead {
  /// The summary where somebody wrote one; else the page would open with its own first words twice.
  var lead: String? { summary == body.summary ? nil : summary }
}
