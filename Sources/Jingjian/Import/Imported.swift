/// What `import` made of one source document: the record, and all that a person should know of it.
///
/// Everything beside the record is a fact; what is said of it on the terminal is worded elsewhere.
struct Imported: Sendable, Equatable {
  /// The proposed id: the day, where there is one, and the title's letters and digits.
  var stem: String
  /// The whole Markdown file, front matter first.
  var record: String
  /// The line of the salutation (同志们：) and that of the close (谢谢大家！), where there are such.
  var salutation: Int?
  var close: Int?
  /// What the record does not hold, by line.
  var leftOut: [LeftOut]
  /// Each placeholder in the record, in its order.
  var marked: [Marked]
  /// What was concluded rather than read, and what was not found.
  var guesses: [Guess]

  /// A piece of the source that is no part of the speech.
  struct LeftOut: Sendable, Equatable {
    var lines: ClosedRange<Int>
    /// As it stands in the source; its lines parted by line feeds.
    var text: String
    var reason: Reason
  }

  enum Reason: Sendable, Equatable {
    /// Where in its web site the page stood.
    case path
    /// A line of labels (发表时间, 来源, 作者 …); what they say is in the front matter.
    case labels
    /// The day under the title; it is in the front matter.
    case dateline
    /// A table of contents that repeats the headings.
    case contents
    case repeatedTitle
    /// The note that stands for a passage which was cut out.
    case omission
    /// The note that the text goes on elsewhere.
    case unfinished
    case advertisement
    /// The name or address of a web site.
    case site
    /// A page's buttons and imprint.
    case frame
    case pageNumber
    /// The office's name in large letters above a paper (…文件); it is the author in the front matter.
    case letterhead
    /// The number of the paper; it is in the front matter.
    case number
    /// Who signed the paper, how urgent it is, the number of the copy: what a reader is not told.
    case delivery
  }

  /// A placeholder: `〔待补：…〕` in the record where something is to be filled in.
  struct Marked: Sendable, Equatable {
    /// The line in the source.
    var line: Int
    /// What stood there, with the words around the gap where nothing did.
    var found: String
    var gap: Gap
    /// The line in the record.
    var recordLine: Int
  }

  /// What is missing.
  enum Gap: Sendable, Equatable {
    case percentage
    case number
    /// Of a court, an office, a place.
    case name
    /// Of a person.
    case person
    /// Chinese words that were replaced with Latin letters or lost in a conversion.
    case words
    /// A passage of so many characters, with so many headings that the contents still have.
    case passage(characters: Int?, headings: Int)
    /// Where the text goes on, after the headings of a cut passage.
    case passageEnd
    /// The rest of the text; of its `total` characters `shown` are there.
    case rest(total: Int?, shown: Int?, headings: Int)
    /// The whole text.
    case everything
  }

  enum Guess: Sendable, Equatable {
    /// There was no title line; it was made from the meeting that the speech opens.
    case titleFromMeeting(line: Int)
    /// There was not even a meeting; the title is the file's name.
    case titleFromFile
    /// Two lines were joined to one title.
    case titleFromLines(ClosedRange<Int>)
    /// A name was removed from the title.
    case titleIncomplete
    /// The day is the one on which the page was published.
    case dateOfPublication(line: Int)
    /// The day stands under the text.
    case dateOfSignature(line: Int)
    case dateMissing
    /// No ending of the title says what kind of document this is.
    case kindUnknown
    /// A mark of secrecy stands above the title; it stays in the record.
    case secret(line: Int)
    /// Signs that nobody sees were taken out.
    case invisible(Int)
    /// So many lines, among these, were joined to those before them.
    case linesJoined(ClosedRange<Int>, count: Int)
    /// A paragraph ends in the midst of its sentence.
    case lineTorn(line: Int)
    /// `1、` became `1.` of a list.
    case listMarks(ClosedRange<Int>)
    /// A heading that only the contents have, and where no cut explains it.
    case headingMissing(line: Int, text: String)
  }
}
