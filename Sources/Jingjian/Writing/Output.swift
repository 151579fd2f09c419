/// The output: the folder that a build writes to, with what it may hold beside `site`. Everything else
/// that lies in it is somebody's and is not touched.
struct Output: Sendable {
  /// As the user named it.
  let folder: String
  let disk: Disk

  /// What is published.
  var site: String { folder + "/site" }
  /// The PDFs of `site/packets` once more, for those who only want them.
  var packets: String { folder + "/packets" }
  /// Where a build works. What lies here was not looked through yet, so nobody else may open it.
  var work: String { folder + "/.site.new" }
  /// The old site, where a file system cannot exchange two folders.
  var old: String { folder + "/.site.old" }
  /// The folder of ``Printing``.
  var store: String { folder + "/.packets" }
  /// The manifest of the last publication that came to its end: another way to know what is ours, and
  /// whether the packets are those of the site.
  var record: String { folder + "/.manifest.json" }
  private var newPackets: String { folder + "/.packets.new" }
  private var oldPackets: String { folder + "/.packets.old" }
  private var lockFile: String { folder + "/.jingjian.lock" }
  /// What is to be removed and could not be yet.
  private var bin: String { folder + "/.jingjian.discarded" }

  /// Keeps other builds out.
  ///
  /// - Throws: a fault of action `lock` when another build is at work in the same output.
  func lock() throws(DiskFault) -> @Sendable () -> Void {
    do throws(DiskFault) {
      return try disk.lock(lockFile)
    } catch {
      throw DiskFault(action: .lock, path: folder, number: error.number)
    }
  }
}

extension Output {
  /// Removes what a command that was killed or met a fault left, as far as that can be done now. Every
  /// command begins with this.
  static func tidy(_ folder: String, disk: Disk) {
    let output = Output(folder: folder, disk: disk)
    // Only where one of our builds was: these names may be somebody's elsewhere.
    guard disk.kind(output.lockFile) == .file,
      output.leftovers.contains(where: { disk.kind($0) != nil }),
      let unlock = try? output.lock()
    else { return }
    _ = output.tidy()
    unlock()
  }

  private var leftovers: [String] { [work, store + "/work", newPackets, oldPackets, bin] }

  /// - Returns: what could not be removed.
  func tidy() -> [Diagnostic] {
    // Behind a link stands somebody else's folder.
    let isOurs = disk.kind(store) == .folder
    return leftovers.filter { isOurs || $0 != store + "/work" }.flatMap(discard)
  }

  /// Removes what is ours. It is moved aside first, so that its place is free whatever is in its way.
  ///
  /// - Returns: what keeps it from being removed now; the next command tries again.
  func discard(_ path: String) -> [Diagnostic] {
    guard disk.kind(path) != nil else { return [] }
    do throws(DiskFault) {
      if path != bin {
        if disk.kind(bin) == nil { try disk.makeOwnFolder(bin) }
        let name = (1...).lazy.map { "\(bin)/\($0)" }.first { disk.kind($0) == nil }
        if let name { try disk.move(path, name) }
      }
      try disk.remove(bin)
      return []
    } catch {
      return [.warning(.leftOver(error), at: nil)]
    }
  }
}

extension Output {
  /// Puts a folder into the place of another, or of none, in one step. What was written to it lies on the
  /// disk before, and that it is there after it.
  func swap(_ fresh: String, into place: String, aside: String) throws(DiskFault) {
    try disk.flush(folder)
    try exchange(fresh, place, aside: aside)
  }

  private func exchange(_ fresh: String, _ place: String, aside: String) throws(DiskFault) {
    guard disk.kind(place) != nil else { return try disk.move(fresh, place) }
    do throws(DiskFault) {
      try disk.exchange(fresh, place)
    } catch  where error.isUnknownStep {
      // Some network and removable file systems cannot exchange. Two steps leave a moment without a
      // site; a build that finds only the old folder puts it back.
      try disk.move(place, aside)
      do throws(DiskFault) {
        try disk.move(fresh, place)
      } catch {
        try? disk.move(aside, place)
        throw error
      }
    }
  }

  /// Puts back a site that a killed build moved aside.
  func restore() throws(DiskFault) {
    if disk.kind(site) == nil, disk.kind(old) == .folder { try disk.move(old, site) }
  }

  /// Whether the packets beside the site are those of an earlier one.
  var isBehind: Bool {
    guard let bytes = try? disk.read(site + "/" + Address.manifest.path, .max) else { return false }
    return (try? disk.read(record, .max)) != bytes
  }

  /// Makes the packets beside the site anew from those in it, and notes that this publication is done.
  ///
  /// - Returns: what kept it from that; the next build tries again.
  func renewPackets() -> [Diagnostic] {
    do throws(DiskFault) {
      let pdfs = try disk.list(site + "/packets").filter {
        $0.kind == .file && $0.name.hasSuffix(".pdf")
      }
      if !pdfs.isEmpty {
        try disk.makeFolder(newPackets)
        for pdf in pdfs {
          try disk.copy("\(site)/packets/\(pdf.name)", "\(newPackets)/\(pdf.name)")
        }
        try swap(newPackets, into: packets, aside: oldPackets)
        try disk.settle(folder)
      }
      try disk.replace(try disk.read(site + "/" + Address.manifest.path, .max), record)
      return (pdfs.isEmpty ? [packets] : [newPackets, oldPackets]).flatMap(discard)
    } catch {
      return [.warning(.oldPackets(error), at: nil)]
    }
  }
}

extension Message {
  fileprivate static func leftOver(_ fault: DiskFault) -> Message {
    let what = fault.message.text
    return Message(
      "left-over",
      Phrase(
        zh: "旧文件没有删干净：\(what.zh)", en: "what is not needed any more was not removed: \(what.en)"),
      fix: Phrase(
        zh: "不影响网站；下次运行时会再删", en: "the site is not affected; the next command tries again"))
  }

  fileprivate static func oldPackets(_ fault: DiskFault) -> Message {
    let what = fault.message.text
    return Message(
      "old-packets",
      Phrase(
        zh: "网站已经发布，但旁边的印刷材料还是旧的：\(what.zh)",
        en: "the site is published, but the packets beside it are the old ones: \(what.en)"),
      fix: Phrase(
        zh: "新的在网站的 packets 文件夹里；排除原因后再运行一次 build 即可",
        en: "the new ones are in the site's folder `packets`; mend the cause and build again"))
  }
}
