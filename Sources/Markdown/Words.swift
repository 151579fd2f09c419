// Words: what the HTML writer must say in the reader's language.

/// The words that the HTML of a document needs and the document does not hold.
public struct Words: Sendable {
  /// Names the scrolling frame of a table; the second one gets a 2.
  public var table = "表格"
  /// Stands above the footnotes.
  public var footnotes = "注释"
  /// Names the link from a footnote back to its use.
  public var back = "返回正文"
  /// Names a box of a task list that is ticked.
  public var done = "已完成"
  /// Names a box of a task list that is not ticked.
  public var open = "未完成"
  /// The title of an alert `[!NOTE]`.
  public var note = "说明"
  /// The title of an alert `[!TIP]`.
  public var tip = "提示"
  /// The title of an alert `[!IMPORTANT]`.
  public var important = "重要"
  /// The title of an alert `[!WARNING]`.
  public var warning = "警示"
  /// The title of an alert `[!CAUTION]`.
  public var caution = "注意"

  /// The Chinese words, to be changed one by one.
  public init() {}
}
