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
    // What was found already, letter by letter: a text may be megabytes of numbers.
    var isTaken = [Bool](repeating: false, count: letters.count)
    for check in checks {
      for range in check.find(in: letters)
      where !range.isEmpty && !isTaken[range].contains(true) {
        found.append(Disclosure(check: check, range: range))
        for place in range { isTaken[place] = true }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
