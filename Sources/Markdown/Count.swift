// Counts: how long a document is, by the ways in which Chinese and Latin are read.

/// How long a document is.
public struct Count: Sendable, Hashable {
  /// Chinese characters, punctuation left out.
  public var characters = 0
  /// Words and numbers of other scripts.
  public var words = 0

  /// The minutes that reading takes, rounded up: 400 characters and 200 words a minute.
  public var minutes: Int { (characters + 2 * words + 399) / 400 }
}

extension Document {
  /// How long the document is, with everything in it that is read.
  public var count: Count {
    var plain: [UInt8] = []
    self.plain(into: &plain)
    var count = Count()
    plain.withUnsafeBufferPointer { plain in
      var index = 0
      var isInWord = false
      while index < plain.count {
        let (scalar, length) = plain.scalar(at: index)
        index += length
        if scalar.isHan {
          count.characters += 1
          isInWord = false
        } else if scalar.isWord && !scalar.isChinese {
          if !isInWord { count.words += 1 }
          isInWord = true
        } else if isInWord {
          // A point, a comma or an apostrophe within a word or a number does not end it.
          isInWord = scalar.joinsWords && index < plain.count && plain[index].isASCIIWord
        }
      }
    }
    return count
  }
}

extension Unicode.Scalar {
  fileprivate var joinsWords: Bool {
    switch self {
    case ".", ",", "'", "’", "-", "_": true
    default: false
    }
  }
}
