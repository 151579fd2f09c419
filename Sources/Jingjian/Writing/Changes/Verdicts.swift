internal import Foundation

/// The verdicts of a site: its cards, scores and honours, as `data/warnings.json` publishes them.
struct Verdicts: Sendable, Decodable {
  private let months: [Ranking]
  private let cards: [OldCard]
  private let honours: [OldHonours]

  private struct Ranking: Sendable, Decodable {
    let month: String
    let ranking: [OldPlace]
  }

  fileprivate struct OldPlace: Sendable, Decodable {
    let department: String
    let total: String
    let rank: Int
  }

  private struct OldCard: Sendable, Decodable {
    let department: String
    let colour: String
    let period: String
    let followUp: String
  }

  private struct OldHonours: Sendable, Decodable {
    let year: Int
    let clean: [String]
    let flag: [String]
  }

  /// Those of a published site; none where it has no rankings.
  init(in site: String, _ disk: Disk) {
    let bytes = try? disk.read(site + "/" + Address.warnings.path, .max)
    let read = bytes.flatMap { try? JSONDecoder().decode(Verdicts.self, from: Data($0)) }
    (months, cards, honours) = (read?.months ?? [], read?.cards ?? [], read?.honours ?? [])
  }
}

/// A change of a figure; departments by their names.
enum FigureChange: Sendable, Hashable {
  /// Where each follow-up is as data files write it, and nothing where there is no card.
  case card(department: String, colour: Colour, period: String, old: String?, new: String?)
  /// A month that had no scores, or has none any more.
  case month(String, isNew: Bool, departments: Int)
  case score(department: String, month: String, old: Score?, new: Score?)
  case honour(year: Int, isFlag: Bool, department: String, isNew: Bool)

  struct Score: Sendable, Hashable {
    let total: String
    let rank: Int
  }
}

extension Verdicts {
  /// What changed from one site to the next: cards first, by the place that they have in the data.
  static func changes(
    from old: Verdicts, to new: Verdicts, _ vocabulary: Vocabulary
  ) -> [FigureChange] {
    let name = { (id: String) in vocabulary.department(id)?.name ?? id }
    return cards(old, new, name) + scores(old, new, name) + honours(old, new, name)
  }

  private static func cards(
    _ old: Verdicts, _ new: Verdicts, _ name: (String) -> String
  ) -> [FigureChange] {
    func key(_ card: OldCard) -> [String] { [card.period, card.colour, card.department] }
    let before = Dictionary(old.cards.map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(new.cards.map { (key($0), $0) }, uniquingKeysWith: { a, _ in a })
    let all = new.cards + old.cards.filter { after[key($0)] == nil }
    return all.compactMap { card in
      let (was, now) = (before[key(card)]?.followUp, after[key(card)]?.followUp)
      guard was != now, let colour = Colour(rawValue: card.colour) else { return nil }
      return .card(
        department: name(card.department), colour: colour, period: card.period, old: was, new: now)
    }
  }

  private static func scores(
    _ old: Verdicts, _ new: Verdicts, _ name: (String) -> String
  ) -> [FigureChange] {
    func places(_ figures: Verdicts) -> [String: [OldPlace]] {
      Dictionary(figures.months.map { ($0.month, $0.ranking) }, uniquingKeysWith: { a, _ in a })
    }
    let (before, after) = (places(old), places(new))
    return Set(before.keys).union(after.keys).sorted().flatMap { month -> [FigureChange] in
      guard let was = before[month], let now = after[month] else {
        let count = (before[month] ?? after[month] ?? []).count
        return [.month(month, isNew: before[month] == nil, departments: count)]
      }
      let ids = (now + was).map(\.department).uniqued()
      return ids.compactMap { id in
        let (a, b) = (was.score(of: id), now.score(of: id))
        return a == b ? nil : .score(department: name(id), month: month, old: a, new: b)
      }
    }
  }

  private static func honours(
    _ old: Verdicts, _ new: Verdicts, _ name: (String) -> String
  ) -> [FigureChange] {
    let years = Set((old.honours + new.honours).map(\.year)).sorted()
    return years.flatMap { year in
      [false, true].flatMap { isFlag -> [FigureChange] in
        func honoured(_ figures: Verdicts) -> [String] {
          let honours = figures.honours.first { $0.year == year }
          return (isFlag ? honours?.flag : honours?.clean) ?? []
        }
        let (was, now) = (honoured(old), honoured(new))
        return (now.filter { !was.contains($0) } + was.filter { !now.contains($0) }).map {
          .honour(year: year, isFlag: isFlag, department: name($0), isNew: now.contains($0))
        }
      }
    }
  }
}

extension [Verdicts.OldPlace] {
  fileprivate func score(of department: String) -> FigureChange.Score? {
    first { $0.department == department }.map { FigureChange.Score(total: $0.total, rank: $0.rank) }
  }
}
