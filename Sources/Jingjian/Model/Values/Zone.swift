internal import Foundation

/// A time zone, for the one question what day it is.
enum Zone {
  /// Whether a name is that of one zone, as the time zone database writes it. Abbreviations are not: half
  /// of them mean several zones, and `GMT+8` is eight hours before Greenwich to some and behind to others.
  static func exists(_ name: String) -> Bool {
    name == "UTC" || name == "GMT" || name.contains("/") && TimeZone(identifier: name) != nil
  }

  /// The zones that may be meant by a name that is none, the likeliest first.
  static func nearest(to name: String) -> [String] {
    let plain = name.uppercased().filter { !$0.isWhitespace }
    if let zones = meant[plain] { return zones }
    let east = [
      "GMT+8", "UTC+8", "GMT+08:00", "UTC+08:00", "+08:00", "北京", "北京时间", "中国",
    ]
    if east.contains(plain) || ["BEIJING", "PEKING"].contains(where: plain.hasSuffix) {
      return ["Asia/Shanghai"]
    }
    if let zone = TimeZone.abbreviationDictionary[plain] { return [zone] }
    let known = TimeZone.knownTimeZoneIdentifiers.sorted()
    let city = name.split(separator: "/").last.map(String.init) ?? name
    if let zone = Suggestion.nearest(to: name, among: known) { return [zone] }
    let cities = known.compactMap { $0.split(separator: "/").last.map(String.init) }
    guard let nearest = Suggestion.nearest(to: city, among: cities) else { return [] }
    return known.filter { $0.hasSuffix("/" + nearest) }
  }

  /// What each of these is short for, in different places.
  private static let meant = [
    "CST": ["Asia/Shanghai", "America/Chicago"], "EST": ["America/New_York", "Australia/Sydney"],
    "IST": ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
    "BST": ["Europe/London", "Asia/Dhaka"], "PST": ["America/Los_Angeles", "Asia/Manila"],
    "MST": ["America/Denver", "Asia/Kuala_Lumpur"], "AST": ["America/Halifax", "Asia/Riyadh"],
    "SST": ["Asia/Singapore", "Pacific/Pago_Pago"],
    "GST": ["Asia/Dubai", "Atlantic/South_Georgia"],
    "WST": ["Australia/Perth", "Pacific/Apia"], "PRC": ["Asia/Shanghai"],
  ]

  /// The day in a zone at a moment.
  ///
  /// - Parameters:
  ///   - seconds: since 1970-01-01 00:00 UTC.
  ///   - name: a zone that exists.
  static func day(at seconds: Int, in name: String) -> Day {
    let offset = TimeZone(identifier: name)?
      .secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    return Day(number: (seconds + (offset ?? 0)).flooredDivision(by: 86_400))
  }

  /// How far a zone is from Greenwich when a day begins there: `+08:00`.
  static func offset(on day: Day, in name: String) -> String {
    let start = Date(timeIntervalSince1970: TimeInterval(day.number * 86_400))
    let zone = TimeZone(identifier: name)
    let guess = zone?.secondsFromGMT(for: start) ?? 0
    let seconds = zone?.secondsFromGMT(for: start.addingTimeInterval(-TimeInterval(guess))) ?? 0
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + String(minutes / 60).padded(2) + ":"
      + String(minutes % 60).padded(2)
  }
}
