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
}
