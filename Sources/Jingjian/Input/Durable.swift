internal import CLinux
internal import Glibc

/// Durable: how a file gets into its place whole. It is written under a hidden name beside it and
/// flushed, and takes its name in one step; so a full disk, a kill or a power cut leaves what was there.
///
/// Where the file system can, the bytes have no name at all until they are whole, and a kill leaves
/// nothing. Elsewhere it leaves a hidden file, which nothing reads and the next try replaces.
enum Durable {
  /// Puts a file where nothing is.
  static func create(_ bytes: [UInt8], _ path: String) throws(DiskFault) {
    let fresh = try lay(bytes, beside: path)
    var failure = renameat2(AT_FDCWD, fresh, AT_FDCWD, path, renameNoReplace) == 0 ? 0 : errno
    if failure == EINVAL || failure == ENOSYS {
      // Network file systems do not know that step; there a second name does not replace either.
      failure = link(fresh, path) == 0 ? 0 : errno
      unlink(fresh)
    }
    try finish(failure, fresh, path)
  }

  /// Puts a file in the place of one that is there; who may read it stays as it was.
  static func replace(_ bytes: [UInt8], _ path: String) throws(DiskFault) {
    let fresh = try lay(bytes, beside: path)
    var status = stat()
    if stat(path, &status) == 0 { _ = chmod(fresh, status.st_mode & 0o777) }
    try finish(rename(fresh, path) == 0 ? 0 : errno, fresh, path)
  }

  private static func finish(
    _ failure: Int32, _ fresh: String, _ path: String
  ) throws(DiskFault) {
    guard failure == 0 else {
      unlink(fresh)
      throw DiskFault(action: .write, path: path, number: failure)
    }
    try settle(folder(of: path))
  }

  /// Writes and flushes bytes under a hidden name beside a path.
  ///
  /// - Returns: that name.
  private static func lay(_ bytes: [UInt8], beside path: String) throws(DiskFault) -> String {
    // Hidden, so that nothing reads it as content, and ours alone.
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let fresh = "\(path[..<slash]).jingjian-\(path[slash...])"
    unlink(fresh)
    if try isLaid(bytes, nameless: path, as: fresh) { return fresh }
    let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw DiskFault(action: .write, path: path, number: errno) }
    do throws(DiskFault) {
      defer { close(file) }
      try fill(file, with: bytes, for: path)
    } catch {
      unlink(fresh)
      throw error
    }
    return fresh
  }

  /// Writes and flushes bytes that have no name, and gives them one.
  ///
  /// - Returns: whether the file system can do that.
  private static func isLaid(
    _ bytes: [UInt8], nameless path: String, as fresh: String
  ) throws(DiskFault) -> Bool {
    let file = open(folder(of: path), O_WRONLY | temporary | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    try fill(file, with: bytes, for: path)
    return linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, fresh, AT_SYMLINK_FOLLOW) == 0
  }

  private static func fill(
    _ file: Int32, with bytes: [UInt8], for path: String
  ) throws(DiskFault) {
    var failure = writeAll(bytes, to: file)
    if failure == 0, fsync(file) != 0 { failure = errno }
    guard failure == 0 else { throw DiskFault(action: .write, path: path, number: failure) }
  }

  /// Returns when the names in a folder lie on the disk.
  static func settle(_ folder: String) throws(DiskFault) {
    try sync(folder) { fsync($0) }
  }

  /// Returns when all that was written to the file system of a folder lies on the disk. For many files
  /// that is far quicker than one by one.
  static func flush(_ folder: String) throws(DiskFault) {
    try sync(folder) { syncfs($0) }
  }

  private static func sync(
    _ folder: String, _ call: (Int32) -> Int32
  ) throws(DiskFault) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw DiskFault(action: .flush, path: folder, number: errno) }
    defer { close(file) }
    // Some file systems cannot flush a folder, and have nothing of it to flush.
    guard call(file) == 0 || errno == EINVAL else {
      throw DiskFault(action: .flush, path: folder, number: errno)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Linux's `O_TMPFILE`, which Swift does not import.
  private static let temporary: Int32 = 0o20_000_000 | O_DIRECTORY
}

/// Writes bytes to an open file.
///
/// - Returns: 0, or the system's number for what went wrong.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let put = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      if put < 0 && errno == EINTR { continue }
      if put < 0 { return errno }
      done += put
    }
    return 0
  }
}

/// The flags of Linux's `renameat2`, whose header is not among those that Swift imports.
let renameNoReplace: UInt32 = 1
let renameExchange: UInt32 = 2
