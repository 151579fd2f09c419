struct ApprovalView: View {
  let approval: Approval

  static let slots: [Slot<ApprovalView>] = [
    .text("by") { $0.approval.by },
    .object("date") { $0.approval.date.map(DateView.init) },
    .text("document") { $0.approval.document },
  ]
}

struct ProvisionView: View {
  let provision: Provision

  static let slots: [Slot<ProvisionView>] = [
    .text("text") { $0.provision.text },
    .text("address") { view in
      view.provision.link.map { link in
        link.address.encoded(at: link.fragment)
      }
    },
  ]
}
