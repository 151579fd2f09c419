internal import Foundation

/// A time zone, for the one question what day it is.
enum Zone {
  static func exists(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

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
