/// A record with a page, proven: what it holds can be relied on.
protocol Record: Declared {
  static var kind: RecordKind { get }
  var common: RecordHead { get }
  /// The records that this one names, in its fields and in its text.
  var citations: [Citation] { get }
  /// The provisions that it names in its fields.
  var provisions: [Provision] { get }
  /// Level-2 headings that the text must have, each with something below it.
  static var requiredParts: [String] { get }
  /// Whether `approval: required` in site.yml asks for `approved` in these records.
  static func needsApproval(_ fields: Fields<Self>) -> Bool

  /// Adds what the kind asks beyond its fields; nothing when the record cannot be proven, which
  /// has been reported.
  init?(_ common: RecordHead, _ fields: Fields<Self>, _ prover: inout Prover)

  /// Whether a passage for others was taken out of its texts.
  var isCut: Bool { get }

  /// The first day on which it is not shown any more.
  func expiry(keeping years: Int?) -> Day?
}

extension Record {
  var citations: [Citation] { common.citations }
  var provisions: [Provision] { [] }
  var isCut: Bool { common.body.isCut }
  static var requiredParts: [String] { [] }
  static func needsApproval(_ fields: Fields<Self>) -> Bool { false }
  func expiry(keeping years: Int?) -> Day? { common.expire }
}
