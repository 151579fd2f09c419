internal import Foundation

extension String {
  /// Composed as NFC: what looks the same is the same bytes.
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }

  /// Composed as NFKC: full-width letters are plain ones.
  var compatible: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCompatibilityMapping
  }
}
