/// A class of problems with its sub-problems; those that no case has are not linked.
struct ClassView: View {
  let kind: Problem
  let count: Int
  let children: [LinkView]
  let isLinked: Bool
  var isCurrent = false

  static let slots: [Slot<ClassView>] = [
    .text("address") { $0.isLinked ? Address.problem($0.kind.id).encoded : nil },
    .text("title") { $0.kind.name },
    .number("count") { $0.count },
    .list("children") { $0.children.filter { $0.count != 0 } },
    .flag("isCurrent") { $0.isCurrent },
    .texts("unused") { $0.children.filter { $0.count == 0 }.map(\.title) },
  ]
}
