/// Files of media, as a part of the screening: what they say of themselves, and what stands in them.
extension Screening {
  /// What is wrong with a file of media, and what of it could not be looked into.
  ///
  /// - Parameter isText: whether it was screened already, as it is written.
  func look(
    into path: String, isText: Bool, _ folder: String, _ disk: Disk
  ) throws(DiskFault) -> (report: [Diagnostic], unread: [Unread]) {
    var report: [Diagnostic] = []
    switch MediaForm(ending: path.ending) {
    case .document?, .packed?, .rich?, .text?:
      // What is larger is told of by whoever looks at what may be published.
      guard disk.size(folder + "/" + path) <= Harm.limit else { return ([], []) }
      let bytes = try disk.read(folder + "/" + path, Harm.limit)
      let unread = Legible.read(bytes, named: path) { piece, member in
        switch piece {
        case .text(let text):
          if !isText || !member.isEmpty { report += self.report(inside: text, of: path, member) }
        case .name(let name): report += self.report(inside: Array(name.utf8), of: path, "")
        case .traces(let traces): report += self.report(traces, of: path, member)
        case .guess, .raw: break
        }
      }
      return (report.uniqued(), unread)
    case .drawing?, nil:
      return (self.report(try traces(of: path, folder, disk), of: path, ""), [])
    case .picture?, .film?:
      let traces = try traces(of: path, folder, disk)
      return (self.report(traces, of: path, ""), [Unread(member: "", reason: .shown)])
    }
  }

  private func traces(
    of path: String, _ folder: String, _ disk: Disk
  ) throws(DiskFault) -> Traces {
    try Traces.read(MediaFile(path: path, site: folder, disk: disk))
  }

  /// What is wrong with what a file, or one that it packs, says of itself.
  private func report(_ traces: Traces, of path: String, _ member: String) -> [Diagnostic] {
    var report: [Diagnostic] = []
    if traces.isSealed { report.append(.error(.sealed, at: Place(path))) }
    let found = traces.found.filter { trace in
      trace.kind == .place
        || !allows(trace.text, in: path) && !(trace.kind == .author && isOffice(trace.text))
    }
    if !found.isEmpty {
      report.append(.error(.traces(found, in: path, member), at: Place(path)))
    }
    for text in traces.texts { report += self.report(hidden: text, in: path) }
    return report
  }

  /// What is wrong with a text in a file, a part of some length after the other.
  private func report(inside text: [UInt8], of path: String, _ member: String) -> [Diagnostic] {
    let isTable = (member.isEmpty ? path : member).ending == "csv"
    var report: [Diagnostic] = []
    var rest = text[...]
    while !rest.isEmpty {
      let part = rest.prefix(1 << 20)
      let end = rest.count > part.count ? part.lastIndex(of: 10).map { $0 + 1 } : nil
      let text = String(decoding: rest[..<(end ?? part.endIndex)], as: UTF8.self)
      report += self.report(inside: text, in: path, member, isTable: isTable)
      rest = rest[(end ?? part.endIndex)...]
    }
    return report
  }

  /// An office is no person, and may be named as the author.
  private func isOffice(_ text: String) -> Bool {
    let endings = [
      "法院", "检察院", "办公室", "委员会", "局", "庭", "处", "科", "室", "部", "中心", "党组", "党委", "支部", "公司", "集团",
      "大学",
      "纪检组", "监察组", "监察室", "支队", "大队", "团队", "出版社", "报社", "电视台",
    ]
    let words = text.trimmed
    return words.unicodeScalars.count >= 4 && endings.contains { words.hasSuffix($0) }
      && words.unicodeScalars.allSatisfy {
        $0.isHan || "（）()0123456789 ".unicodeScalars.contains($0)
      }
  }
}
