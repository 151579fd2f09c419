// A remark: what is said about one place of a document's text. It holds facts; the words are the caller's.

/// Something said about one place of a document.
public struct Remark: Sendable, Hashable {
  /// The file's line, counted from 1.
  public let line: Int
  /// The first character of the place, counted from 1 in Unicode scalars.
  public let column: Int
  /// How many scalars the place is long; it never goes past the end of its line.
  public let length: Int
  /// What is the matter.
  public let kind: Kind
  /// What to write over the place, where exactly one answer is right.
  public let fix: String?

  /// The facts of a remark.
  public enum Kind: Sendable, Hashable {
    /// The document is longer than `limit` bytes; nothing of it was read.
    case tooLarge(limit: Int)
    /// Quotes and lists are nested deeper than `limit`; nothing of the document was read.
    case tooDeep(limit: Int)
    /// There are more headings than `limit`; nothing of the document was read.
    case tooManyHeadings(limit: Int)
    /// There are more marks and lines than `limit`; nothing of the document was read.
    case tooManyMarks(limit: Int)
    /// A character that cannot stand in a document: NUL, or one of U+E000…U+E003.
    case reservedCharacter(Unicode.Scalar)
    /// A character that nobody can see, written as a reference.
    case unseenCharacter(Unicode.Scalar)
    /// A heading of level 1, which is the page's own; it is written as level 2.
    case levelOneHeading
    /// An id set by `{#id}` that another heading has.
    case doubledId(String)
    /// An id set by `{#id}` that the page around the document uses.
    case takenId(String)
    /// A link to nowhere: `[text]()`.
    case emptyDestination
    /// A link without a text to click on.
    case emptyLink
    /// A relative destination that the caller does not know; `note` is the caller's own.
    case unknownDestination(String, note: String)
    /// A link to an id that this document does not have.
    case unknownFragment(String)
    /// A link with a scheme other than http, https and mailto (`//` is one without a name).
    case unwantedScheme(String)
    /// An image without a text for those who do not see it.
    case missingAltText(String)
    /// An image that readers would fetch from another site.
    case remoteImage(String)
    /// A citation that the caller does not know; `note` is the caller's own.
    case unknownCitation(String, note: String)
    /// A figure `{kind:argument}` that the caller cannot read, and why.
    case unknownFigure(String, Figure.Gap)
    /// A use of a footnote that is not defined.
    case undefinedFootnote(String)
    /// A footnote that is never used.
    case unusedFootnote(String)
    /// A footnote that is defined a second time; the first counts.
    case doubledFootnote(String)
    /// An alert `> [!name]` of no known name.
    case unknownAlert(String)
    /// An HTML comment, which readers see as text.
    case comment
    /// `〔待补：…〕`: something is still to be filled in.
    case placeholder(String)
    /// A half-width mark between Chinese characters.
    case halfWidthPunctuation(found: String, wanted: String)
    /// A quotation mark without its other half in the paragraph.
    case unpairedQuote(String)
    /// 《 or 》 without its other half in the paragraph.
    case unpairedTitleMark(String)
    /// `##标题` without the space that makes it a heading.
    case headingSpace
    /// `1、` at the start of a line, meant as a list.
    case listMarker
    /// A circle, letter or digit written for 〇 within a Chinese number.
    case zeroMark(String)
    /// Spaces between two Chinese characters.
    case spaceBetween
    /// Rows whose cells are kept apart by tabs.
    case tabTable
    /// Prose behind four blanks, which make it code or part of the paragraph before.
    case indentedProse
    /// `一、…` alone on a line of a text without headings.
    case plainHeading
  }
}

extension Remark.Kind {
  /// The stable name of the kind, as settings and editors refer to it.
  public var code: String {
    switch self {
    case .tooLarge: "too-large"
    case .tooDeep: "too-deep"
    case .tooManyMarks: "too-many-marks"
    case .tooManyHeadings: "too-many-headings"
    case .reservedCharacter: "reserved-character"
    case .unseenCharacter: "invisible-character"
    case .levelOneHeading: "level-one-heading"
    case .doubledId: "doubled-id"
    case .takenId: "taken-id"
    case .emptyDestination: "empty-destination"
    case .emptyLink: "empty-link"
    case .unknownDestination: "unknown-destination"
    case .unknownFragment: "unknown-fragment"
    case .unwantedScheme: "unwanted-scheme"
    case .missingAltText: "missing-alt-text"
    case .remoteImage: "remote-image"
    case .unknownCitation: "unknown-citation"
    case .unknownFigure: "unknown-figure"
    case .undefinedFootnote: "undefined-footnote"
    case .unusedFootnote: "unused-footnote"
    case .doubledFootnote: "doubled-footnote"
    case .unknownAlert: "unknown-alert"
    case .comment: "html-comment"
    case .placeholder: "placeholder"
    case .halfWidthPunctuation: "half-width-punctuation"
    case .unpairedQuote: "unpaired-quote"
    case .unpairedTitleMark: "unpaired-title-mark"
    case .headingSpace: "heading-space"
    case .listMarker: "list-marker"
    case .zeroMark: "zero-mark"
    case .spaceBetween: "space-between"
    case .tabTable: "tab-table"
    case .indentedProse: "indented-prose"
    case .plainHeading: "plain-heading"
    }
  }
}
