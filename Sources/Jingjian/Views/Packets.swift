/// The page of a packet: what it holds, and its PDF with its pages, size and fingerprint.
struct PacketPage: PageView {
  let frame: Frame
  let printed: Printing.Printed
  let common: Common?

  static let template = "packet"

  private var packet: Packet { printed.composition.packet }

  static let slots: [Slot<PacketPage>] = [
    .object("item") { PacketItem(printed: $0.printed) },
    .text("summary") { page in page.common.flatMap { $0.summary.isEmpty ? nil : $0.summary } },
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
    .object("approved") { page in page.common?.approval.map(ApprovalView.init) },
    .group("tags") { page in (page.common?.tags ?? []).map { LinkView(.tag($0), $0) } },
    .text("source") { $0.common?.source },
    .text("file") { $0.common?.file },
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
  let printed: Printing.Printed

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
  let printed: [Printing.Printed]

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
  let items: [Printing.Printed]

  static let slots: [Slot<PacketGroup>] = [
    .text("title") { group in
      Packet.Kind.choices.first { $0.id == group.kind.rawValue }?.chinese
    },
    .list("packets") { $0.items.map(PacketItem.init) },
  ]
}

extension Address {
  static func packet(_ id: String) -> Address {
    Address(section: PacketRecord.kind.section, id: id)
  }
  static func pdf(_ id: String) -> Address { Address("packets/\(id).pdf") }
}

extension Press {
  /// The packets of a site: those that were written, and those that nobody has to write.
  static func packets(_ findings: Findings) -> [(packet: Packet, file: String?)] {
    let written = (findings.packets + findings.laterPackets).map {
      ($0.packet, Optional($0.common.file))
    }
    guard findings.selection.hasAutoPackets else { return written }
    let taken = Set(written.map { Identifier.key($0.0.id) })
    return written
      + Packet.automatic(findings).filter { !taken.contains(Identifier.key($0.id)) }.map {
        ($0, nil)
      }
  }

  func packets(_ printed: [Printing.Printed], _ findings: Findings) -> [Page] {
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
      page(Address("packets/index.html"), section: section) {
        PacketListPage(frame: $0, printed: printed)
      }
    ]
  }
}

extension Packet {
  /// The quarters of which a notice is made without being written.
  private static func reported(_ findings: Findings) -> [Quarter] {
    (findings.standings?.quarters ?? []).filter { $0.last.last <= findings.today }
  }

  /// That notices which nobody approved are not made.
  static func unapproved(_ findings: Findings) -> [Diagnostic] {
    let count = reported(findings).count
    guard findings.selection.hasAutoPackets, findings.site.settings.needsApproval, count > 0 else {
      return []
    }
    return [.note(.unapproved(count), at: Place(Settings.file))]
  }

  /// A handout of each lesson with its quiz, and a notice of each quarter that has scores and is over
  /// (`auto-packets 自动材料`), newest first. Where a notice needs approval, none is made by itself.
  static func automatic(_ findings: Findings) -> [Packet] {
    let quarters = findings.site.settings.needsApproval ? [] : reported(findings)
    let notices = quarters.reversed().map { quarter in
      let ordinal = ["一", "二", "三", "四"][quarter.quarter - 1]
      return Packet(
        automatic: "notice-\(quarter)", title: "\(quarter.year)年第\(ordinal)季度三色预警情况通报",
        kind: .notice, date: quarter.last.last, parts: [.period(.quarter(quarter))])
    }
    let handouts = findings.course.lessons.reversed().map { lesson in
      let quiz = lesson.quiz.map { Part.quiz(id: $0, withKey: false) }
      return Packet(
        automatic: "handout-\(lesson.common.id)", title: lesson.common.title, kind: .handout,
        date: lesson.date,
        parts: [.record(section: Lesson.kind.section, id: lesson.common.id)]
          + [quiz].compactMap { $0 })
    }
    return notices + handouts
  }

  private init(automatic id: String, title: String, kind: Kind, date: Day, parts: [Part]) {
    self.init(
      id: id, title: title, kind: kind, date: date, organ: nil, number: nil, mark: nil, signer: nil,
      to: nil, cc: nil, copies: nil, watermark: nil, items: parts.map { Item(part: $0, span: .top) }
    )
  }
}

extension Message {
  fileprivate static func unapproved(_ count: Int) -> Message {
    Message(
      "not-approved",
      Phrase(
        zh: "季度通报要审签，没有自动做（\(count) 份）",
        en:
          "notices need approval; \(Count(count, "quarter's notice")) not made by itself"),
      fix: Phrase(
        zh: "要印的季度，写一份 packets/*.yml，带上“审签”",
        en: "write packets/*.yml with `approved` for the quarters to be printed"))
  }
}
