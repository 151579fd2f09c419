internal import Markdown

/// The sources of a site: what its texts may link to, cite and quote.
extension Sources {
  init(
    listing: Listing, metrics: [Metric], register: Register, captions: [Captions],
    reader: Passage.Reader, headings: LinkedHeadings
  ) {
    var addresses: [String: Address] = [:]
    var records: [String: (section: String, id: String)] = [:]
    var names: [String: Metric] = [:]
    for metric in metrics {
      for name in [metric.id, metric.name] { names[name] = names[name] ?? metric }
      records[Address.metric(metric.id).path] = (Metric.section, metric.id)
    }
    for (section, paths) in listing.records {
      for path in paths {
        let file = RecordFile(section: section, path: path)
        let address = Address(section: section, id: file.id)
        addresses["content/\(section)/\(file.id).\(file.path.ending)"] = address
        records[address.path] = (section, file.id)
      }
    }
    for path in listing.media { addresses["content/" + path] = Address(path) }
    self.init(
      addresses: addresses, records: records,
      captions: Dictionary(captions.map { ($0.address.path, $0) }, uniquingKeysWith: { $1 }),
      reader: reader,
      article: { citation in
        guard let regulation = register.regulation(citation.title) else { return .leave }
        guard let id = regulation.articles[citation.article] else {
          return .unknown(note: citation.title)
        }
        let address = Address(section: Regulation.kind.section, id: regulation.id)
        return .address(Sources.root + address.encoded(at: id))
      }, figure: { [names] in Sources.reading($0, names, isSuggested: $1) },
      heading: headings.id)
  }

  /// What `{指标:ID@2024-12}` says: the value as it is recorded, with its unit, linked to where it
  /// stands (docs/format.md, "Metrics"). Prose cannot contradict the register.
  ///
  /// The note of an unknown one is empty when it names no metric and month; the nearest argument or `-`
  /// when there is no such metric; `@` and the recorded months when it has no value of the month.
  private static func reading(
    _ argument: String, _ metrics: [String: Metric], isSuggested: () -> Bool
  ) -> Reading {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Month(String(parts[1]).trimmed) else {
      return .unknown(.malformed)
    }
    let name = String(parts[0]).trimmed
    guard let metric = metrics[name] else {
      let nearest =
        isSuggested() ? Suggestion.nearest(to: name, among: metrics.keys.sorted()) : nil
      return .unknown(.register(nearest: nearest.map { "\($0)@\(month)" }))
    }
    guard let value = metric[month] else {
      let months = [metric.values.first, metric.values.last].compactMap { $0?.month.description }
      return .unknown(.value(recorded: months.uniqued()))
    }
    let address = Address.metric(metric.id).encoded(at: "\(month)")
    return .text(metric.text(value.value), address: Sources.root + address)
  }
}
