internal import Synchronization

extension Disk {
  /// This disk, where a file that reads otherwise than it did before is a fault. Records are read, media
  /// are looked through, and both are read again when they are published and listed in the manifest; so
  /// what is published is what was checked, to the byte.
  ///
  /// - Parameter folders: those that it holds for, with all below them.
  func unchanging(in folders: [String]) -> Disk {
    let (disk, witness) = (self, Witness())
    let isWatched = { @Sendable (path: String) in folders.contains { path.hasPrefix($0 + "/") } }
    var watched = disk
    watched.read = { path, limit throws(DiskFault) in
      let bytes = try disk.read(path, limit)
      if isWatched(path), disk.kind(path) != .file || !witness.agrees(bytes, with: path) {
        throw DiskFault(action: .change, path: path, number: 0)
      }
      return bytes
    }
    watched.part = { path, start, count throws(DiskFault) in
      let bytes = try disk.part(path, start, count)
      if isWatched(path), disk.kind(path) != .file {
        throw DiskFault(action: .change, path: path, number: 0)
      }
      if isWatched(path) {
        witness.note(bytes, Witness.Extent(start: start, count: count), of: path)
      }
      return bytes
    }
    return watched
  }
}

/// A witness: remembers what was read of each file.
private final class Witness: Sendable {
  struct Extent: Hashable {
    /// Counted from the file's end when negative.
    let start: Int
    let count: Int
  }

  private struct Account {
    /// Of the whole file.
    var fingerprint: String?
    /// Of parts that no whole file was compared with yet; nothing where two readings differed.
    var parts: [Extent: String?] = [:]
  }

  private let accounts = Mutex<[String: Account]>([:])

  func note(_ bytes: [UInt8], _ part: Extent, of path: String) {
    let fingerprint = Fingerprint.of(bytes)
    accounts.withLock { accounts in
      let before = accounts[path]?.parts[part]
      let isSame = before == nil || before == .some(fingerprint)
      accounts[path, default: Account()].parts.updateValue(isSame ? fingerprint : nil, forKey: part)
    }
  }

  /// Whether a whole file is as all that was read of it before.
  func agrees(_ bytes: [UInt8], with path: String) -> Bool {
    let fingerprint = Fingerprint.of(bytes)
    let account = accounts.withLock { accounts in
      let account = accounts[path]
      accounts[path] = Account(fingerprint: account?.fingerprint ?? fingerprint)
      return account
    }
    guard let account else { return true }
    return account.fingerprint ?? fingerprint == fingerprint
      && account.parts.allSatisfy { part, known in
        let first =
          part.start < 0 ? max(0, bytes.count + part.start) : min(part.start, bytes.count)
        return known == Fingerprint.of(Array(bytes[first...].prefix(part.count)))
      }
  }
}
