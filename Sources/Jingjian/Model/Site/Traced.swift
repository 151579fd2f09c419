/// What files of media say of themselves, as a part of the screening.
extension Screening {
  /// What is wrong with what a file of media says of itself.
  func traces(of path: String, _ folder: String, _ disk: Disk) throws(DiskFault) -> [Diagnostic] {
    let file = MediaFile(path: path, site: folder, disk: disk)
    let traces = try Traces.read(file)
    var report: [Diagnostic] = []
    if traces.isSealed { report.append(.error(.sealed, at: Place(path))) }
    let found = traces.found.filter { trace in
      trace.kind == .place
        || !allows(trace.text, in: path) && !(trace.kind == .author && isOffice(trace.text))
    }
    if !found.isEmpty { report.append(.error(.traces(found, in: path), at: Place(path))) }
    for text in traces.texts { report += self.report(hidden: text, in: path) }
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
