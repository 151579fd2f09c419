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
  let navigation: [MenuItem]

  struct MenuItem: Sendable {
    let section: String
    let title: String
    let address: String
  }

  static let siteFields = SiteView.fields

  /// - Parameter pages: of the whole site; the navigation leads to the sections that have an index among
  ///   them, so that none without pages is in it and none with pages can be forgotten.
  init(_ findings: Findings, pages: [Page]) {
    let settings = findings.site.settings
    site =
      SiteView(
        settings: settings, edition: findings.selection.edition, today: DateView(findings.today),
        hasFeed: findings.hasFeed
      ).value
    let made = Set(pages.map(\.address))
    let sections = Section.all.filter { made.contains(.index(of: $0.id)) }
    let known = Dictionary(uniqueKeysWithValues: sections.map { ($0.id, $0.chinese) })
    let shown = settings.navigation ?? sections.map(\.id)
    navigation = shown.compactMap { id in
      known[id].map {
        MenuItem(section: id, title: $0, address: Address.index(of: id).encoded)
      }
    }
  }
}

private struct SiteView: View {
  let settings: Settings
  let edition: String?
  let today: DateView
  let hasFeed: Bool

  static let slots: [Slot<SiteView>] = [
    .text("name") { $0.settings.name },
    .text("organ") { $0.settings.organ },
    .text("language") { $0.settings.language },
    .text("edition") { $0.edition },
    .object("today") { $0.today },
    .text("feed") { $0.hasFeed ? Address.feed.encoded : nil },
  ]
}

struct NavigationItem: View {
  let item: Chrome.MenuItem
  let isCurrent: Bool

  static let slots: [Slot<NavigationItem>] = [
    .text("address") { $0.item.address },
    .text("title") { $0.item.title },
    .flag("isCurrent") { $0.isCurrent },
  ]
}
