/// A sheet: one of the pages into which a long list is cut.
struct Sheet: Sendable {
  static let length = 50

  /// From 1.
  let number: Int
  let count: Int
  /// What stands on it.
  let range: Range<Int>
  /// The first sheet's address.
  let first: Address

  /// The sheets of a list; an empty list has one.
  static func all(_ total: Int, first: Address) -> [Sheet] {
    let count = max(1, (total + length - 1) / length)
    return (1...count).map { number in
      Sheet(
        number: number, count: count,
        range: (number - 1) * length..<min(total, number * length), first: first)
    }
  }

  var address: Address { address(of: number) }

  /// `cases/index.html` goes on at `cases/page-2.html`, `cases/year/2024.html` at
  /// `cases/year/2024/page-2.html`.
  func address(of number: Int) -> Address {
    guard number > 1 else { return first }
    let stem = first.path.dropLast(".html".count)
    let folder = stem.hasSuffix("/index") ? stem.dropLast("/index".count) : stem
    return Address("\(folder)/page-\(number).html")
  }
}

/// The links between the sheets of a list.
struct SheetsView: View {
  let sheet: Sheet

  static let slots: [Slot<SheetsView>] = [
    .number("number") { $0.sheet.number },
    .number("count") { $0.sheet.count },
    .text("previous") { view in
      view.sheet.number > 1 ? view.sheet.address(of: view.sheet.number - 1).encoded : nil
    },
    .text("next") { view in
      view.sheet.number < view.sheet.count
        ? view.sheet.address(of: view.sheet.number + 1).encoded : nil
    },
    .list("numbers") { view in
      view.shown.map {
        LinkView(view.sheet.address(of: $0), String($0), isCurrent: $0 == view.sheet.number)
      }
    },
  ]

  /// The first, the last and those around this one: two hundred links would help nobody.
  private var shown: [Int] {
    (1...sheet.count).filter {
      $0 == 1 || $0 == sheet.count || abs($0 - sheet.number) <= 2
    }
  }
}

extension Press {
  /// The pages of a list, a sheet each.
  func sheets<V: PageView>(
    _ total: Int, first: Address, section: String,
    _ view: @escaping @Sendable (Frame, Sheet) -> V
  ) -> [Page] {
    Sheet.all(total, first: first).map { sheet in
      page(sheet.address, section: section, listed: sheet.number == 1, found: true) {
        view($0, sheet)
      }
    }
  }
}
