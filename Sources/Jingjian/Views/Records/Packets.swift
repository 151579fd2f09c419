/// The page of a packet: what it holds, and its PDF with its pages, size and fingerprint.
struct PacketPage: PageView {
  let frame: Frame
  let printed: Printed
  let common: RecordHead?

  static let template = "packet"

  private var packet: Packet { printed.composition.packet }

  static let slots: [Slot<PacketPage>] =
    Slot.record { $0.common } + [
      .object("item") { PacketItem(printed: $0.printed) },
      .text("organ") { $0.packet.organ },
      .text("number") { $0.packet.number },
      .text("mark") { $0.packet.mark },
      .text("signer") { $0.packet.signer },
      .text("to") { $0.packet.to },
      .text("cc") { $0.packet.cc },
      .number("copies") { $0.packet.copies },
      .object("superseded") { $0.printed.composition.superseded.map(DateView.init) },
      .list("contents") { page in
        page.printed.composition.chapters.map { PacketChapter(chapter: $0) }
      },
      .flag("lacksTypst") { if case .lacking(.typst) = $0.printed.state { true } else { false } },
      .flag("lacksFonts") { if case .lacking(.fonts) = $0.printed.state { true } else { false } },
      .flag("isOff") { if case .off = $0.printed.state { true } else { false } },
    ]
}

/// A chapter of a packet, with the page that shows the same.
struct PacketChapter: View {
  let chapter: Composition.Chapter

  static let slots: [Slot<PacketChapter>] = [
    .text("title") { $0.chapter.title.isEmpty ? nil : $0.chapter.title },
    .text("address") { $0.chapter.address?.encoded },
  ]
}

/// A packet in a list.
struct PacketItem: View {
  let printed: Printed

  private var packet: Packet { printed.composition.packet }

  static let slots: [Slot<PacketItem>] = [
    .text("address") { Address.packet($0.packet.id).encoded },
    .text("title") { $0.packet.title },
    .object("date") { $0.packet.date.map(DateView.init) },
    .flag("isBulletin") { $0.packet.kind == .bulletin },
    .flag("isNotice") { $0.packet.kind == .notice },
    .flag("isCompilation") { $0.packet.kind == .compilation },
    .flag("isHandout") { $0.packet.kind == .handout },
    .flag("isPaper") { $0.packet.kind == .paper },
    .flag("isSuperseded") { $0.printed.composition.superseded != nil },
    .object("print") { (item) -> PrintView? in
      guard case .done(_, let pages, let size, let fingerprint) = item.printed.state else {
        return nil
      }
      return PrintView(
        id: item.packet.id, pages: pages, size: size, fingerprint: fingerprint)
    },
  ]
}

/// A PDF: where it is, how long and how large.
struct PrintView: View {
  let id: String
  let pages: Int
  /// Bytes.
  let size: Int
  let fingerprint: String

  static let slots: [Slot<PrintView>] = [
    .text("pdf") { Address.pdf($0.id).encoded },
    .number("pages") { $0.pages },
    .number("kilobytes") { ($0.size + 512) / 1024 },
    .text("fingerprint") { $0.fingerprint },
  ]
}

/// The list of packets of one kind after the other.
struct PacketListPage: PageView {
  let frame: Frame
  let printed: [Printed]

  static let template = "packets"

  static let slots: [Slot<PacketListPage>] = [
    .number("count") { $0.printed.count },
    .list("kinds") { page in
      Packet.Kind.allCases.compactMap { kind in
        let items = page.printed.filter { $0.composition.packet.kind == kind }
        return items.isEmpty ? nil : PacketGroup(kind: kind, items: items)
      }
    },
  ]
}

struct PacketGroup: View {
  let kind: Packet.Kind
  let items: [Printed]

  static let slots: [Slot<PacketGroup>] = [
    .text("title") { group in
      group.kind.chinese
    },
    .list("packets") { $0.items.map(PacketItem.init) },
  ]
}

extension Press {
  func packets(_ findings: Findings) -> [Page] {
    guard !printed.isEmpty else { return [] }
    let section = PacketRecord.kind.section
    let pages = printed.map { item in
      let id = item.composition.packet.id
      let common = findings.named[.packet(id)]
      return page(.packet(id), section: section, date: item.composition.packet.date) {
        PacketPage(frame: $0, printed: item, common: common)
      }
    }
    return pages + [
      page(.index(of: "packets"), section: section) {
        PacketListPage(frame: $0, printed: printed)
      }
    ]
  }
}
