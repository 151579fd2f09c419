internal import Glibc

/// The publisher: writes pages into a fresh folder beside the old site and swaps it in by one step
/// (docs/format.md, "Publishing"). Until that step the old site is whole, and whatever stops the
/// build before it leaves only a folder that the next build clears away.
struct Publisher: Sendable {
  /// The folder that holds `site`, as the user named it.
  let output: String
  let disk: Disk
  /// What looks at all bytes that are written.
  var scan: Scan?
  /// All that was written, for the manifest.
  let inventory = Inventory()
  private let unlock: @Sendable () -> Void

  /// The folder that is published.
  var site: String { output + "/site" }
  /// The folder that is being written.
  var folder: String { output + "/.site.new" }
  private var old: String { output + "/.site.old" }
  /// The folder of ``Printing``.
  private var store: String { output + "/.packets" }

  /// Makes the fresh folder, after clearing what an interrupted build left.
  ///
  /// - Throws: a fault of action `lock` when another build is at work in the same output.
  init(output: String, disk: Disk) throws(DiskFault) {
    self.output = output
    self.disk = disk
    try disk.makeFolder(output)
    do throws(DiskFault) {
      unlock = try disk.lock(output + "/.jingjian.lock")
    } catch {
      throw DiskFault(action: .lock, path: output, number: error.number)
    }
    do throws(DiskFault) {
      try clear()
    } catch {
      unlock()
      throw error
    }
  }

  /// What stands in `packets/`, but for what file managers leave behind.
  private var packets: [String] {
    get throws(DiskFault) {
      guard disk.kind(output + "/packets") == .folder else { return [] }
      return try disk.list(output + "/packets").map(\.name).filter { !Disk.Entry.isHidden($0) }
    }
  }

  private func clear() throws(DiskFault) {
    switch disk.kind(site) {
    case nil:
      if disk.kind(old) == .folder { try disk.move(old, site) }
    case .folder:
      // What is replaced must be a site that we made, not a folder that happens to be called so.
      let names = try disk.list(site).map(\.name)
      guard names.isEmpty || names.contains("index.html") && names.contains("404.html") else {
        throw DiskFault(action: .replace, path: site, number: EEXIST)
      }
    default:
      // A rename would replace the link; what it leads to is not ours to write.
      throw DiskFault(action: .replace, path: site, number: ELOOP)
    }
    // Packets and what they were printed from are written and cleared where they lie; behind a link
    // that would be somebody else's folder.
    for name in ["/packets", "/.packets"] where disk.kind(output + name) ?? .folder != .folder {
      throw DiskFault(action: .replace, path: output + name, number: ELOOP)
    }
    guard try packets.allSatisfy({ $0.hasSuffix(".pdf") }) else {
      throw DiskFault(action: .replace, path: output + "/packets", number: EEXIST)
    }
    for path in [old, folder, store + "/work", output + "/.packets.new", output + "/.packets.old"] {
      try disk.remove(path)
    }
    try disk.makeFolder(folder)
  }

  /// The folders that some files need, made before the files are written on all cores.
  func makeFolders(for addresses: some Sequence<Address>) throws(DiskFault) {
    var folders: Set<Substring> = []
    for address in addresses {
      if let slash = address.path.lastIndex(of: "/") { folders.insert(address.path[..<slash]) }
    }
    for path in folders.sorted() { try disk.makeFolder(folder + "/" + path) }
  }

  /// Writes a file; nothing gets into the site that the scan has not seen.
  func write(_ bytes: [UInt8], at address: Address) throws(DiskFault) {
    scan?.pass(bytes, named: address.path, at: "site/" + address.path)
    inventory.note(bytes, at: address)
    try disk.write(bytes, folder + "/" + address.path)
  }

  /// Writes the manifest of all that was written.
  ///
  /// - Returns: what it is known by itself.
  func write(_ manifest: Manifest) throws(DiskFault) -> String {
    let bytes = manifest.bytes
    scan?.pass(manifest, as: bytes)
    try disk.write(bytes, folder + "/" + Address.manifest.path)
    return Fingerprint.of(bytes)
  }

  /// What the site that is published now says of itself.
  var last: Manifest? { Manifest.read(in: site, disk: disk) }

  /// Reads what has been written.
  func read(at address: Address) throws(DiskFault) -> [UInt8] {
    try disk.read(folder + "/" + address.path, .max)
  }

  /// Puts the fresh folder in the place of the old one.
  func publish() throws(DiskFault) { try swap(folder, into: site, aside: old) }

  /// Puts a fresh folder in the place of one that may be there.
  private func swap(_ fresh: String, into place: String, aside: String) throws(DiskFault) {
    guard disk.kind(place) != nil else { return try disk.move(fresh, place) }
    do throws(DiskFault) {
      try disk.exchange(fresh, place)
    } catch  where error.number == EINVAL || error.number == ENOSYS {
      // Some network and removable file systems cannot exchange. Two steps leave a moment without a
      // site; a build that finds only the old folder puts it back.
      try disk.move(place, aside)
      try disk.move(fresh, place)
    }
    try disk.remove(fresh)
    try disk.remove(aside)
  }

  /// Puts the printed packets into `packets/` beside the site, in the place of those that were there.
  func publish(_ printed: [Printed]) throws(DiskFault) {
    let fresh = output + "/.packets.new"
    let isPrinted = printed.contains { if case .done = $0.state { true } else { false } }
    // What was printed for another build, perhaps for a narrower audience, stays nowhere.
    if !isPrinted { try disk.remove(store) }
    if try packets.isEmpty, !isPrinted { return }
    try disk.makeFolder(fresh)
    for item in printed {
      if case .done(let path, _, _, _) = item.state {
        try disk.copy(path, "\(fresh)/\(item.composition.packet.id).pdf")
      }
    }
    try swap(fresh, into: output + "/packets", aside: output + "/.packets.old")
    try keep(printed)
    let kept = Set(
      printed.compactMap(\.path).map { $0.split(separator: "/").last.map(String.init) })
    for entry in try disk.list(store)
    where entry.name.hasSuffix(".pdf") && !kept.contains(entry.name) {
      try disk.remove(store + "/" + entry.name)
    }
  }

  /// Keeps what was printed anew, so that it need not be printed again.
  private func keep(_ printed: [Printed]) throws(DiskFault) {
    let work = store + "/work/"
    for path in printed.compactMap(\.path).uniqued() where path.hasPrefix(work) {
      try disk.move(path, store + "/" + path.dropFirst(work.count))
    }
  }

  /// Puts some printed packets beside those that are there.
  func add(_ printed: [Printed]) throws(DiskFault) {
    try disk.makeFolder(output + "/packets")
    for item in printed {
      if case .done(let path, _, _, _) = item.state {
        try disk.replace(
          try disk.read(path, .max), "\(output)/packets/\(item.composition.packet.id).pdf")
      }
    }
    try keep(printed)
  }

  /// Clears the fresh folder when nothing is to be published, and lets the next build in.
  func close() {
    try? disk.remove(folder)
    try? disk.remove(store + "/work")
    unlock()
  }
}

extension Printed {
  /// Where its PDF lies; nothing where it was not printed.
  fileprivate var path: String? { if case .done(let path, _, _, _) = state { path } else { nil } }
}
