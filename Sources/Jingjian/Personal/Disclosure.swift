/// A disclosure: words in a text that tell who a private person is, or where to find them.
struct Disclosure: Sendable {
  let check: any PersonalCheck.Type
  /// Where it stands, in letters.
  let range: Range<Int>
}

extension Disclosure {
  /// All kinds. Where two find the same letters, the one that stands first here has it: what is proven by
  /// a digit or holds another comes before what has only its shape.
  static let checks: [any PersonalCheck.Type] = [
    Mailbox.self, CaseNumber.self, CitizenNumber.self, BankCard.self, Mobile.self, Plate.self,
    HomeAddress.self, FullName.self,
  ]

  /// All that a text discloses, from its beginning to its end.
  static func all(in letters: Letters) -> [Disclosure] {
    var found: [Disclosure] = []
    for check in checks {
      for range in check.find(in: letters)
      where !range.isEmpty && !found.contains(where: { $0.range.overlaps(range) }) {
        found.append(Disclosure(check: check, range: range))
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
