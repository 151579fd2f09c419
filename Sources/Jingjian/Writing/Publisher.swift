internal import Glibc

/// The publisher: writes pages into a fresh folder beside the old site and swaps it in by one step
/// (docs/format.md, "Publishing"). Until that step the old site is whole, and whatever stops the
/// build before it leaves only a folder that the next build clears away.
struct Publisher: Sendable {
  let output: Output
  /// What looks at all bytes that are written.
  var scan: Scan?
  /// All that was written, for the manifest.
  let inventory = Inventory()
  /// What could not be cleared away before; it keeps nobody from building.
  let report: [Diagnostic]
  private let unlock: @Sendable () -> Void

  private var disk: Disk { output.disk }
  /// The folder that is published.
  var site: String { output.site }
  /// The folder that is being written.
  var folder: String { output.work + "/site" }

  /// Makes the fresh folder, after clearing what an interrupted build left.
  ///
  /// - Throws: a ``DiskFault`` of action `lock` when another build is at work in the same output;
  ///   ``Failure`` where something lies in it that is not ours.
  init(output folder: String, disk: Disk) throws {
    output = Output(folder: folder, disk: disk)
    try disk.makeFolder(folder)
    unlock = try output.lock()
    do {
      report = try Publisher.clear(output)
    } catch {
      unlock()
      throw error
    }
  }

  /// - Returns: what could not be cleared away.
  private static func clear(_ output: Output) throws -> [Diagnostic] {
    let disk = output.disk
    // A rename would replace a link; what it leads to is not ours to write or to clear.
    for path in [output.site, output.packets, output.store]
    where disk.kind(path) ?? .folder != .folder {
      throw DiskFault(action: .replace, path: path, number: ELOOP)
    }
    try output.restore()
    try Ours(in: output).proveAlone()
    var report = output.tidy() + output.discard(output.old)
    if output.isBehind { report += output.renewPackets() }
    try disk.makeOwnFolder(output.work)
    try disk.makeFolder(output.work + "/site")
    return report
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
  var last: Manifest? {
    Manifest.read(in: site, disk: disk)
      ?? (try? disk.read(output.record, .max)).flatMap { Manifest(decoding: $0) }
  }

  /// Reads what has been written.
  func read(at address: Address) throws(DiskFault) -> [UInt8] {
    try disk.read(folder + "/" + address.path, .max)
  }

  /// Puts the fresh folder in the place of the old one: from then on the site and the packets in it are
  /// published, and what goes wrong with the rest is told and done by the next command.
  ///
  /// - Throws: nothing was published.
  func publish(_ printed: [Printed]) throws(DiskFault) -> [Diagnostic] {
    try output.swap(folder, into: site, aside: output.old)
    var report: [Diagnostic] = []
    do throws(DiskFault) {
      try disk.settle(output.folder)
    } catch {
      report.append(.warning(error.message, at: nil))
    }
    let late = output.renewPackets()
    report += late
    do throws(DiskFault) {
      try keep(printed)
      if late.isEmpty { try prune(printed) }
    } catch {
      report.append(.warning(error.message, at: nil))
    }
    return report + [output.work, output.old].flatMap(output.discard)
  }

  /// Removes what was printed for another build, perhaps for a narrower audience.
  private func prune(_ printed: [Printed]) throws(DiskFault) {
    let kept = Set(printed.compactMap(\.path).compactMap { $0.split(separator: "/").last })
    if kept.isEmpty { return try disk.remove(output.store) }
    for entry in try disk.list(output.store)
    where entry.name.hasSuffix(".pdf") && !kept.contains(entry.name[...]) {
      try disk.remove(output.store + "/" + entry.name)
    }
  }

  /// Keeps what was printed anew, so that it need not be printed again.
  private func keep(_ printed: [Printed]) throws(DiskFault) {
    let work = output.store + "/work/"
    for path in printed.compactMap(\.path).uniqued() where path.hasPrefix(work) {
      try disk.move(path, output.store + "/" + path.dropFirst(work.count))
    }
  }

  /// Puts some printed packets beside those that are there.
  func add(_ printed: [Printed]) throws(DiskFault) {
    try disk.makeFolder(output.packets)
    for item in printed {
      if case .done(let path, _, _, _) = item.state {
        try disk.replace(
          try disk.read(path, .max), "\(output.packets)/\(item.composition.packet.id).pdf")
      }
    }
    try keep(printed)
  }

  /// Clears the fresh folder when nothing is to be published, and lets the next build in.
  func close() {
    _ = output.tidy()
    unlock()
  }
}

extension Printed {
  /// Where its PDF lies; nothing where it was not printed.
  fileprivate var path: String? { if case .done(let path, _, _, _) = state { path } else { nil } }
}
