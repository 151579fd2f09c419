/// The page of an exemplar.
struct ExemplarPage: PageView {
  let frame: Frame
  let exemplar: Exemplar
  let findings: Findings

  static let template = "exemplar"

  static let slots: [Slot<ExemplarPage>] =
    Slot.record { $0.exemplar.common } + [
      .object("form") { $0.exemplar.form.map { ExemplarFormView(form: $0) } },
      .object("department") { page in
        page.exemplar.department.flatMap { page.findings.site.vocabulary.department($0) }.map {
          LinkView(.department($0.id), $0.name)
        }
      },
      .group("media") { $0.exemplar.media.map(MediumView.init) },
    ]
}

/// What an exemplar is; its words stand in the template.
struct ExemplarFormView: View {
  let form: Exemplar.Form

  static let slots: [Slot<ExemplarFormView>] = [
    .flag("isModel") { $0.form == .model },
    .flag("isLetter") { $0.form == .letter },
    .flag("isVideo") { $0.form == .video },
    .flag("isWorks") { $0.form == .works },
  ]
}

/// The list of exemplars, kind by kind.
struct ExemplarListPage: PageView {
  let frame: Frame
  let exemplars: [Exemplar]

  static let template = "exemplars"

  static let slots: [Slot<ExemplarListPage>] = [
    .number("count") { $0.exemplars.count },
    .list("forms") { page in
      (Exemplar.Form.allCases.map { Optional($0) } + [nil]).compactMap { form in
        let items = page.exemplars.filter { $0.form == form }
        return items.isEmpty ? nil : ExemplarGroup(form: form, exemplars: items)
      }
    },
  ]
}

struct ExemplarGroup: View {
  let form: Exemplar.Form?
  let exemplars: [Exemplar]

  static let slots: [Slot<ExemplarGroup>] = [
    .object("form") { $0.form.map { ExemplarFormView(form: $0) } },
    .list("items") { $0.exemplars.map { RecordItem($0.common) } },
  ]
}

extension Press {
  func exemplars(_ findings: Findings) -> [Page] {
    section(of: findings.exemplars) {
      ExemplarPage(frame: $0, exemplar: $1, findings: findings)
    } lists: { section in
      [
        page(.index(of: section), section: section) {
          ExemplarListPage(frame: $0, exemplars: findings.exemplars)
        }
      ]
    }
  }
}
