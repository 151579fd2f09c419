internal import Glibc

/// The publisher: writes pages into a fresh folder beside the old site and swaps it in by one step
/// (web.md, "Publishing"). Until that step the old site is whole, and whatever stops the build before
/// it leaves only a folder that the next build clears away.
struct Publisher: Sendable {
  /// The folder that holds `site`, as the user named it.
  let output: String
  let disk: Disk
  private let unlock: @Sendable () -> Void

  /// The folder that is published.
  var site: String { output + "/site" }
  /// The folder that is being written.
  var folder: String { output + "/.site.new" }
  private var old: String { output + "/.site.old" }

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
    try disk.remove(old)
    try disk.remove(folder)
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

  func write(_ bytes: [UInt8], at address: Address) throws(DiskFault) {
    try disk.write(bytes, folder + "/" + address.path)
  }

  func copy(_ file: String, to address: Address) throws(DiskFault) {
    try disk.copy(file, folder + "/" + address.path)
  }

  /// Puts the fresh folder in the place of the old one.
  func publish() throws(DiskFault) {
    guard disk.kind(site) != nil else { return try disk.move(folder, site) }
    do throws(DiskFault) {
      try disk.exchange(folder, site)
    } catch  where error.number == EINVAL || error.number == ENOSYS {
      // Some network and removable file systems cannot exchange. Two steps leave a moment without a
      // site; a build that finds only the old folder puts it back.
      try disk.move(site, old)
      try disk.move(folder, site)
    }
    try disk.remove(folder)
    try disk.remove(old)
  }

  /// Clears the fresh folder when nothing is to be published, and lets the next build in.
  func close() {
    try? disk.remove(folder)
    unlock()
  }
}
