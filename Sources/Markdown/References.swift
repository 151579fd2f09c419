// A reference: what a document points to and does not hold itself. How it is found is the caller's.

/// How what a document refers to is found. The closures may be called from several threads at once.
public struct References: Sendable {
  /// Finds a relative destination of a link or an image. Links within the document (`#id`) are not
  /// asked for.
  public var link: @Sendable (Destination) -> Resolution
  /// Finds a cited regulation and its article.
  public var citation: @Sendable (Citation) -> Resolution
  /// Reads a figure off its register.
  public var figure: @Sendable (Figure) -> Reading
  /// Whether an id is one that the page around the document uses, so that no heading may have it.
  public var isTaken: @Sendable (String) -> Bool

  /// References found by three closures; without one, what is written is left as it stands.
  public init(
    link: @escaping @Sendable (Destination) -> Resolution = { _ in .leave },
    citation: @escaping @Sendable (Citation) -> Resolution = { _ in .leave },
    figure: @escaping @Sendable (Figure) -> Reading = { _ in .leave },
    isTaken: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.link = link
    self.citation = citation
    self.figure = figure
    self.isTaken = isTaken
  }

  /// Nothing is looked up: destinations stay as written, citations and figures stay text.
  public static let none = References()
}

/// What became of a reference.
public enum Resolution: Sendable {
  /// It is found at this address, which is written as it is but for what HTML and URLs must escape.
  case address(String)
  /// It should be there and is not; the note comes back in the remark.
  case unknown(note: String)
  /// It is none of ours: it stays as written.
  case leave
}

/// What became of a figure.
public enum Reading: Sendable {
  /// Its text, and the address where it comes from.
  case text(String, address: String?)
  /// It should be there and is not; what is missing comes back in the remark.
  case unknown(Figure.Gap)
  /// It is none of ours: it stays as written.
  case leave
}

/// A relative destination, with its percent-encoding undone.
public struct Destination: Sendable, Hashable {
  /// What stands before `#`.
  public let path: String
  /// What stands after `#`.
  public let fragment: String?
  /// Whether an image is wanted, and not a page or a file.
  public let isImage: Bool
}

/// A citation `《title》第三十一条` or `《title》第三条至第五条`.
public struct Citation: Sendable, Hashable {
  /// The title without its marks.
  public let title: String
  /// The article, or the first one of a range.
  public let article: Article
  /// The last article of a range.
  public let last: Article?
}

/// The number of an article: 第三十一条之一 is number 31, branch 1.
public struct Article: Sendable, Hashable {
  /// The number.
  public let number: Int
  /// The branch; 0 for the article itself.
  public let branch: Int

  /// An article and its branch.
  public init(number: Int, branch: Int = 0) {
    self.number = number
    self.branch = branch
  }
}

/// A figure `{指标:argument}` or `{metric:argument}`.
public struct Figure: Sendable, Hashable {
  /// What stands before the colon.
  public let kind: String
  /// What stands after it.
  public let argument: String

  /// What a figure lacks, so that it cannot be read.
  public enum Gap: Sendable, Hashable {
    /// It does not say which value is meant.
    case malformed
    /// There is no such register; the nearest argument that there is.
    case register(nearest: String?)
    /// The register has no value there; the first and the last place where it has one.
    case value(recorded: [String])
  }
}
