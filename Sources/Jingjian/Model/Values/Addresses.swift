/// The addresses of all pages and files that the site may have (docs/format.md, "Addresses"): no other
/// file makes one.
extension Address {
  static let home = Address("index.html")
  static let search = Address("search.html")
  static let notFound = Address("404.html")
  static let feed = Address("feed.xml")
  static let sitemap = Address("sitemap.xml")
  /// What everybody owes, and the calendar of it.
  static let owed = Address("owed.html")
  static let dutyCalendar = Address("duties.ics")

  /// The page that lists a section.
  static func index(of section: String) -> Address { Address(section: section, id: "index") }
  static func department(_ id: String) -> Address { Address(section: "departments", id: id) }
  static func role(_ id: String) -> Address { Address(section: "roles", id: id) }
  static func tag(_ name: String) -> Address { Address(section: "tags", id: Identifier.slug(name)) }
}

// Lessons.
extension Address {
  static let lessons = index(of: "lessons")
  static let lessonCalendar = Address("lessons.ics")
  static func lessonsOf(year: Int) -> Address { Address("lessons/year/\(year).html") }
  static func screen(ofLesson id: String) -> Address { Address("lessons/screen/\(id).html") }
}

// Cases.
extension Address {
  static let cases = index(of: "cases")
  static let caseStatistics = Address("cases/statistics.html")
  /// What the list of cases is narrowed by.
  static let caseData = Address("cases/list.js")
  static func problem(_ id: String) -> Address { Address("cases/problem/\(id).html") }
  static func form(_ form: Int) -> Address { Address("cases/form/\(form).html") }
  static func casesOf(department id: String) -> Address { Address("cases/department/\(id).html") }
  static func casesOf(year: Int) -> Address { Address("cases/year/\(year).html") }
}

// Rankings.
extension Address {
  static let board = Address("rankings/board.html")
  /// The lines of all departments, which the charts of each lay under their own.
  static let ranks = Address("rankings/ranks.svg")
  static func period(_ period: Period) -> Address { Address(section: "rankings", id: "\(period)") }
  static func screen(of quarter: Quarter) -> Address { Address("rankings/screen/\(quarter).html") }
}

// What is kept in tables.
extension Address {
  static func activities(_ year: Int) -> Address { table("activities", year) }
  static func duties(_ year: Int) -> Address { table("responsibilities", year) }
  static func ledger(_ id: String) -> Address { Address(section: "ledgers", id: id) }
  static func metric(_ id: String) -> Address { Address(section: "metrics", id: id) }

  private static func table(_ section: String, _ year: Int) -> Address {
    Address(section: section, id: String(year).padded(4))
  }
}

// Packets.
extension Address {
  static func packet(_ id: String) -> Address { Address(section: "packets", id: id) }
  static func pdf(_ id: String) -> Address { Address("packets/\(id).pdf") }
}

// Data.
extension Address {
  static let manifest = Address("data/manifest.json")
  static let warnings = Address("data/warnings.json")
  static let scores = Address("data/scores.json")
}

// The search index.
extension Address {
  static let searchIndex = Address("search/index.js")
  static func searchTexts(_ first: Int) -> Address { Address("search/texts/\(first).js") }
  static func searchTitles(_ first: Int) -> Address { Address("search/titles/\(first).js") }
  /// - Parameter first: the first key of a shard, in UTF-16.
  static func searchKeys(_ first: [UInt16]) -> Address {
    let digits = first.map { String($0, radix: 16).padded(4) }
    return Address("search/keys/\(digits.joined()).js")
  }
}
