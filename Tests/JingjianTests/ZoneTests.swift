import Testing

@testable import Jingjian

/// Zones: a name that may mean several is an error, with those that may be meant.
struct ZoneTests {
  @Test(
    "abbreviations, offsets and slips are errors with the nearest zones",
    arguments: [
      ("CST", "`CST` may mean several time zones", "write `Asia/Shanghai` or `America/Chicago`"),
      ("cst", "`cst` may mean several time zones", "write `Asia/Shanghai` or `America/Chicago`"),
      (
        "EST", "`EST` may mean several time zones",
        "write `America/New_York` or `Australia/Sydney`"
      ),
      ("PRC", "there is no time zone `PRC`", "write `Asia/Shanghai`"),
      ("GMT+8", "there is no time zone `GMT+8`", "write `Asia/Shanghai`"),
      ("Asia/Beijing", "there is no time zone `Asia/Beijing`", "write `Asia/Shanghai`"),
      ("Shanghai", "there is no time zone `Shanghai`", "write `Asia/Shanghai`"),
      ("Asia/Shanghia", "there is no time zone `Asia/Shanghia`", "write `Asia/Shanghai`"),
      ("JST", "there is no time zone `JST`", "write `Asia/Tokyo`"),
      ("某处", "there is no time zone `某处`", "write `Asia/Shanghai`"),
    ])
  func unknown(_ name: String, _ said: String, _ fix: String) throws {
    let site = TestSite([
      "content/site.yml": "name: 试验站\norgan: 试验法院\ntimezone: \(name)\n"
    ])
    let printed = try site.build().printed()
    #expect(printed.hasPrefix("content/site.yml:3:11: error: \(said) [timezone]\n"), "\(printed)")
    #expect(printed.contains("fix: \(fix)\n"), "\(printed)")
  }

  @Test(
    "the names of the database are zones",
    arguments: ["Asia/Shanghai", "Asia/Urumqi", "UTC", "GMT"])
  func known(_ name: String) throws {
    let site = TestSite(["content/site.yml": "name: 站\norgan: 院\ntimezone: \(name)\n"])
    #expect(try site.build().outcome.isFine)
  }
}
