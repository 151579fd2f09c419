/// Checks across records: what no record can know of itself. Each is a function with its rule in its
/// comment, listed once in the order in which they run.
let crossChecks: [@Sendable ([any Record]) -> [Diagnostic]] = [
  distinctTags, freeAliases, linkedHeadings, Lesson.distinctWeeks,
]

/// Two tags that differ only in case or in marks would have one address.
private func distinctTags(_ records: [any Record]) -> [Diagnostic] {
  var seen: [String: (tag: String, file: String)] = [:]
  var report: [Diagnostic] = []
  for record in records {
    for tag in record.common.tags {
      let key = Identifier.key(Identifier.slug(tag))
      if let other = seen[key], other.tag.unicodeScalars.elementsEqual(tag.unicodeScalars) {
        continue
      }
      if let other = seen[key] {
        report.append(
          .error(.similarTags(tag, other.tag, other.file), at: Place(record.common.file)))
      } else {
        seen[key] = (tag, record.common.file)
      }
    }
  }
  return report
}

/// An old address must not be the address of a page, nor the old address of another record.
private func freeAliases(_ records: [any Record]) -> [Diagnostic] {
  var taken: [String: String] = [:]
  for record in records { taken[Identifier.key(record.common.address.path)] = record.common.file }
  var report: [Diagnostic] = []
  for record in records {
    for alias in record.common.aliases {
      if let other = taken[Identifier.key(alias)] {
        report.append(.error(.takenAlias(alias, by: other), at: Place(record.common.file)))
      } else {
        taken[Identifier.key(alias)] = record.common.file
      }
    }
  }
  return report
}

/// A link to a heading of another record must find that heading.
private func linkedHeadings(_ records: [any Record]) -> [Diagnostic] {
  var ids: [Address: Set<String>] = [:]
  for record in records {
    ids[record.common.address] = Set(record.common.body.headings.map(\.id))
  }
  return records.flatMap { record in
    record.common.body.links.compactMap { link in
      guard let fragment = link.fragment, !fragment.isEmpty, let known = ids[link.address],
        !known.contains(fragment)
      else { return nil }
      return .error(
        .noFragment(fragment, link.address.path), at: Place(record.common.file, link.span))
    }
  }
}

extension Message {
  static func noFragment(_ id: String, _ path: String) -> Message {
    Message(
      "broken-fragment",
      Phrase(zh: "「\(path)」里没有标题「\(id)」", en: "`\(path)` has no heading `\(id)`"),
      fix: Phrase(zh: "核对那一页的标题文字", en: "compare it with the headings of that page"))
  }

  fileprivate static func similarTags(_ tag: String, _ other: String, _ file: String) -> Message {
    Message(
      "similar-tags",
      Phrase(
        zh: "标签「\(tag)」与 \(file) 里的「\(other)」只差大小写或符号",
        en: "the tag `\(tag)` and `\(other)` in \(file) differ only in case or marks"),
      fix: Phrase(zh: "写成一样的", en: "write them alike"))
  }

  fileprivate static func takenAlias(_ alias: String, by file: String) -> Message {
    Message(
      "taken-alias",
      Phrase(zh: "旧网址「\(alias)」已属于 \(file)", en: "the old address `\(alias)` belongs to \(file)"),
      fix: Phrase(zh: "删去这个旧网址", en: "delete it here"))
  }
}
