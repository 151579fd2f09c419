/// The page that stands where a withdrawn record stood: the date, the reason, and nothing else of it
/// but the title where that was asked for (docs/format.md, "Withdrawal").
struct WithdrawnPage: PageView {
  let frame: Frame
  let common: RecordHead
  let findings: Findings

  static let template = "withdrawn"

  static let slots: [Slot<WithdrawnPage>] = [
    .text("title") { $0.common.withdrawal?.keepsTitle == true ? $0.common.title : nil },
    .object("date") { $0.common.withdrawal.map { DateView($0.date) } },
    .text("reason") { $0.common.withdrawal?.reason },
    .group("clarifications") { page in
      page.common.section == Case.kind.section
        ? page.findings.clarifications(of: page.common.id).map {
          ClarificationItem($0, page.findings)
        } : []
    },
  ]
}

/// A page at an old address that leads to the new one.
struct RedirectPage: PageView {
  let frame: Frame
  let target: LinkView

  static let template = "redirect"

  static let slots: [Slot<RedirectPage>] = [.object("target") { $0.target }]
}

/// What a server shows for an address that is not there. It is served from any depth, so it links
/// nothing by a relative path.
struct NotFoundPage: PageView {
  let frame: Frame

  static let template = "404"

  static let slots: [Slot<NotFoundPage>] = []
}

extension Press {
  func notices(_ findings: Findings) -> [Page] {
    let withdrawn = findings.selection.withdrawn.map { common in
      page(common.address, section: common.section, listed: false) {
        WithdrawnPage(frame: $0, common: common, findings: findings)
      }
    }
    // What has no page yet has no old address either.
    let later = Set(findings.laterPackets.map(\.common.address))
    let redirects = findings.site.all.filter { !later.contains($0.common.address) }.flatMap {
      record in
      record.common.aliases.map { alias in
        page(Address(alias), section: nil, listed: false) {
          RedirectPage(frame: $0, target: LinkView(record.common.address, record.common.title))
        }
      }
    }
    return withdrawn + redirects + [
      page(.notFound, section: nil, listed: false) { NotFoundPage(frame: $0) },
      page(Address.search, section: nil, found: false) { SearchPage(frame: $0) },
    ]
  }
}
