/// The automatic packets: those that nobody has to write (`auto-packets 自动材料`).
extension Packet {
  /// The packets of a site: those that were written, and those that nobody has to write.
  static func all(_ findings: Findings) -> [(packet: Packet, file: String?)] {
    let written = (findings.packets + findings.laterPackets).map {
      ($0.packet, Optional($0.common.file))
    }
    guard findings.selection.hasAutoPackets else { return written }
    let taken = Set(written.map { Identifier.key($0.0.id) })
    return written
      + automatic(findings).filter { !taken.contains(Identifier.key($0.id)) }.map {
        ($0, nil)
      }
  }

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
      Packet(
        automatic: "notice-\(quarter)",
        title: "\(quarter.year)年第\(quarter.quarter.numeral)季度三色预警情况通报",
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
