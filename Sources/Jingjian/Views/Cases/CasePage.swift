/// The page of a case: its parts as a navigable outline, who answered for it, the rectification with
/// what is overdue today, related cases and its neighbours in time.
struct CasePage: PageView {
  let frame: Frame
  let position: Int
  let findings: Findings

  static let template = "case"

  private var item: Case { findings.caseIndex.cases[position] }
  private var vocabulary: Vocabulary { findings.site.vocabulary }
  private var measures: [MeasureView] {
    item.rectification.enumerated().map {
      MeasureView(
        $1, number: $0 + 1, of: item, $1.progress(today: findings.today), findings)
    }
  }

  static let slots: [Slot<CasePage>] =
    Slot.record { $0.item.common } + [
      .object("department") { page in page.department },
      .text("unit") { $0.item.unit },
      .text("person") { $0.item.person },
      .text("post") { $0.item.post },
      .object("occurred") { page in page.item.occurred.map(OccurredView.init) },
      .number("occurredYear") { $0.item.occurred == nil ? $0.item.date.year : nil },
      .list("problems") { page in
        page.item.problems.map { LinkView(.problem($0), page.vocabulary.problem($0) ?? $0) }
      },
      .object("form") { $0.item.form.map(FormView.init) },
      .group("sanctions") { $0.item.sanctions },
      .text("amount") { $0.item.amount?.grouped },
      .group("provisions") { $0.item.provisions.map(ProvisionView.init) },
      .group("accountability") { $0.item.accountability.map(AccountabilityView.init) },
      .group("rectification") { $0.measures },
      .number("overdue") { page in
        let count = page.measures.count { $0.progress.isOverdue }
        return count > 0 ? count : nil
      },
      .list("outline") {
        $0.item.common.body.headings.filter { $0.level == 2 }.map(HeadingView.init)
      },
      .group("related") { page in
        page.findings.caseIndex.related(to: page.position).map {
          CaseItem(page.findings.caseIndex.cases[$0], page.findings)
        }
      },
      .group("clarifications") { page in
        page.findings.clarifications(of: page.item.common.id).map {
          ClarificationItem($0, page.findings)
        }
      },
      .group("lessons") { page in
        page.findings.lessons(about: page.item.common.id).map(LessonItem.init)
      },
      .object("newer") { $0.neighbour(-1) },
      .object("older") { $0.neighbour(1) },
    ]

  private var department: LinkView? {
    item.department.flatMap { vocabulary.department($0) }.map {
      LinkView(.department($0.id), $0.name)
    }
  }

  private func neighbour(_ step: Int) -> LinkView? {
    let cases = findings.caseIndex.cases
    guard cases.indices.contains(position + step) else { return nil }
    let common = cases[position + step].common
    return LinkView(common.address, common.title)
  }
}

/// When it occurred: one period, or a span of two.
struct OccurredView: View {
  let ends: [OccurredEnd]

  init(_ occurred: Occurred) { ends = occurred.text.split(separator: "/").map(OccurredEnd.init) }

  static let slots: [Slot<OccurredView>] = [
    .object("from") { $0.ends.first },
    .object("to") { $0.ends.count > 1 ? $0.ends.last : nil },
  ]
}

/// A month or a year, by what is known: `2019-03` or `2019`.
struct OccurredEnd: View {
  let text: Substring

  static let slots: [Slot<OccurredEnd>] = [
    .text("year") { String($0.text.prefix(4)) },
    .number("month") { Int($0.text.dropFirst("2019-".count)) },
  ]
}

struct AccountabilityView: View {
  let entry: Case.Accountability

  static let slots: [Slot<AccountabilityView>] = [
    .flag("isDirect") { $0.entry.role == .direct },
    .flag("isSupervisor") { $0.entry.role == .supervisor },
    .flag("isLeader") { $0.entry.role == .leader },
    .text("who") { $0.entry.who },
    .text("outcome") { $0.entry.outcome },
  ]
}

struct HeadingView: View {
  let heading: Body.Heading

  static let slots: [Slot<HeadingView>] = [
    .text("id") { Address.encode($0.heading.id) },
    .text("title") { $0.heading.title },
    .flag("isPart") { Case.requiredParts.contains($0.heading.title) },
  ]
}
