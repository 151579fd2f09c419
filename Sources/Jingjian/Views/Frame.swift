internal import Template

/// The frame: what every page has around its own content.
struct Frame: View {
  let address: Address
  let chrome: Chrome
  /// The current section, for the navigation.
  let section: String?

  static let slots: [Slot<Frame>] = [
    .text("root") { $0.address.root },
    .shared("site", Chrome.siteFields) { $0.chrome.site },
    .list("navigation") { frame in
      frame.chrome.navigation.map {
        NavigationItem(item: $0, isCurrent: $0.section == frame.section)
      }
    },
    .flag("isHome") { $0.address.path == "index.html" },
    .flag("isSearch") { $0.address == Address.search },
  ]
}

/// The chrome: the parts of the frame that are the same on every page, made once.
struct Chrome: Sendable {
  let site: Value
  let navigation: [Item]

  struct Item: Sendable {
    let section: String
    let title: String
    let address: String
  }

  static let siteFields = SiteView.fields

  /// - Parameter sections: the sections that have an index page in this build, with their titles.
  init(_ findings: Findings, sections: [(id: String, title: String)]) {
    let settings = findings.site.settings
    site =
      SiteView(
        settings: settings, today: DateView(findings.today), hasFeed: findings.hasFeed
      ).value
    let known = Dictionary(uniqueKeysWithValues: sections.map { ($0.id, $0.title) })
    let shown = settings.navigation ?? sections.map(\.id)
    navigation = shown.compactMap { id in
      known[id].map {
        Item(section: id, title: $0, address: Address.index(of: id).encoded)
      }
    }
  }
}

private struct SiteView: View {
  let settings: Settings
  let today: DateView
  let hasFeed: Bool

  static let slots: [Slot<SiteView>] = [
    .text("name") { $0.settings.name },
    .text("organ") { $0.settings.organ },
    .text("language") { $0.settings.language },
    .object("today") { $0.today },
    .text("feed") { $0.hasFeed ? Address.feed.encoded : nil },
  ]
}

struct NavigationItem: View {
  let item: Chrome.Item
  let isCurrent: Bool

  static let slots: [Slot<NavigationItem>] = [
    .text("address") { $0.item.address },
    .text("title") { $0.item.title },
    .flag("isCurrent") { $0.isCurrent },
  ]
}

/// A day as templates write it.
struct DateView: View {
  let day: Day

  init(_ day: Day) { self.day = day }

  static let slots: [Slot<DateView>] = [
    .text("iso") { $0.day.description },
    .number("year") { $0.day.year },
    .number("month") { $0.day.month.month },
    .number("day") { $0.day.day },
  ]
}

/// A link with its text; the address is from the site's root.
struct LinkView: View {
  let address: String
  let title: String
  let count: Int?
  let isCurrent: Bool

  init(_ address: Address, _ title: String, count: Int? = nil, isCurrent: Bool = false) {
    self.address = address.encoded
    self.title = title
    self.count = count
    self.isCurrent = isCurrent
  }

  static let slots: [Slot<LinkView>] = [
    .text("address") { $0.address },
    .text("title") { $0.title },
    .number("count") { $0.count },
    .flag("isCurrent") { $0.isCurrent },
  ]
}
