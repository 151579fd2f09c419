internal import CLinux
internal import Glibc

/// The disk, as the few things that the program asks of it. Tests replace single closures.
struct Disk: Sendable {
  /// What a folder holds; a symbolic link is neither file nor folder.
  struct Entry: Sendable, Hashable {
    enum FileType: Sendable { case file, folder, link, other }
    let name: String
    let kind: FileType
  }

  /// The whole file; throws when it is longer than `limit` bytes.
  var read: @Sendable (_ path: String, _ limit: Int) throws(DiskFault) -> [UInt8]
  /// Bytes of a file from a place on, counted from its end when negative; less where it ends before.
  var part: @Sendable (_ path: String, _ start: Int, _ count: Int) throws(DiskFault) -> [UInt8]
  /// Writes a file into a folder that is going to be published or thrown away; it must not be there yet.
  /// It is only on the disk once that was flushed, and half there after a fault.
  var write: @Sendable (_ bytes: [UInt8], _ path: String) throws(DiskFault) -> Void
  /// Puts a file of somebody's work where nothing is, whole and flushed, or leaves nothing.
  var create: @Sendable (_ bytes: [UInt8], _ path: String) throws(DiskFault) -> Void
  /// Puts one in the place of another in one step, whole and flushed, or leaves the other.
  var replace: @Sendable (_ bytes: [UInt8], _ path: String) throws(DiskFault) -> Void
  /// Returns when all that was written to the disk of a folder lies on it.
  var flush: @Sendable (_ folder: String) throws(DiskFault) -> Void
  /// Returns when the names in a folder lie on the disk.
  var settle: @Sendable (_ folder: String) throws(DiskFault) -> Void
  /// What a folder holds, sorted by name; nothing when there is no such folder.
  var list: @Sendable (_ folder: String) throws(DiskFault) -> [Entry]
  /// What is at a path, without following a link there; nothing when nothing is.
  var kind: @Sendable (_ path: String) -> Entry.FileType?
  /// How long the file at a path is, without following a link there; 0 when there is none.
  var size: @Sendable (_ path: String) -> Int
  /// Makes a folder that nobody else may open.
  var makeOwnFolder: @Sendable (_ path: String) throws(DiskFault) -> Void
  /// Makes a folder and those above it.
  var makeFolder: @Sendable (_ path: String) throws(DiskFault) -> Void
  /// Removes a file, a link, or a folder with all that is in it; links are not followed.
  var remove: @Sendable (_ path: String) throws(DiskFault) -> Void
  /// Moves a file or folder to a name that nothing has.
  var move: @Sendable (_ from: String, _ to: String) throws(DiskFault) -> Void
  /// Exchanges two folders in one step.
  var exchange: @Sendable (_ a: String, _ b: String) throws(DiskFault) -> Void
  /// Copies a file to a name that nothing has.
  var copy: @Sendable (_ from: String, _ to: String) throws(DiskFault) -> Void
  /// Holds a file's lock until what it returns is called; throws `EWOULDBLOCK` when another process
  /// holds it. The system gives a lock back when its holder ends, however it ends.
  var lock: @Sendable (_ path: String) throws(DiskFault) -> @Sendable () -> Void

  static let disk = Disk(
    read: readFile, part: readPart, write: writeFile, create: Durable.create,
    replace: Durable.replace, flush: Durable.flush, settle: Durable.settle, list: listFolder,
    kind: kindAt, size: sizeAt, makeOwnFolder: makeOwnFolderAt,
    makeFolder: makeFolderAt,
    remove: removeAt, move: moveFile, exchange: exchangeFolders, copy: copyFile,
    lock: lockFile)
}

/// A fault of the disk: what was tried, where, and what the system said.
struct DiskFault: Error, Sendable, Hashable {
  enum Attempt: Sendable {
    case read, write, list, makeFolder, remove, move, lock, replace, flush, change
  }
  let action: Attempt
  let path: String
  /// The system's error number; `EFBIG` also when a file is longer than what is read.
  let number: Int32

  /// Work whose faults end the program.
  static func asFailure<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let fault as DiskFault {
      throw Failure(fault.message)
    }
  }

  /// Whether the file system does not know what was asked of it.
  var isUnknownStep: Bool { number == EINVAL || number == ENOSYS }

  var message: Message {
    switch action {
    case .lock where number == EWOULDBLOCK: return .otherBuild(path)
    case .replace: return .foreignFolder(path)
    case .change: return .changed(path)
    case .makeFolder where number == ELOOP: return .linkedFolder(path)
    default: break
    }
    let reason = String(cString: strerror(number))
    let verb =
      switch action {
      case .read: Phrase(zh: "读取", en: "read")
      case .write: Phrase(zh: "写入", en: "write")
      case .list: Phrase(zh: "列出", en: "list")
      case .makeFolder: Phrase(zh: "新建", en: "make")
      case .remove: Phrase(zh: "删除", en: "remove")
      case .move, .replace, .change: Phrase(zh: "替换", en: "replace")
      case .flush: Phrase(zh: "写入", en: "flush")
      case .lock: Phrase(zh: "锁定", en: "lock")
      }
    return Message(
      "disk",
      Phrase(zh: "无法\(verb.zh)「\(path)」：\(reason)", en: "cannot \(verb.en) `\(path)`: \(reason)"))
  }
}

extension Disk {
  /// All that is in a folder and those below it but for folders, by its path from there. Links are told
  /// and not followed.
  func tree(_ folder: String) throws(DiskFault) -> [(path: String, kind: Entry.FileType)] {
    var files: [(path: String, kind: Entry.FileType)] = []
    for entry in try list(folder) {
      guard entry.kind == .folder else {
        files.append((entry.name, entry.kind))
        continue
      }
      files += try tree(folder + "/" + entry.name).map { (entry.name + "/" + $0.path, $0.kind) }
    }
    return files
  }
}

extension Message {
  fileprivate static func otherBuild(_ output: String) -> Message {
    Message(
      "other-build",
      Phrase(zh: "另一个生成正在写「\(output)」", en: "another build is writing `\(output)`"),
      fix: Phrase(
        zh: "等它结束再试，或用 --output 换一个文件夹", en: "wait for it, or name another folder with --output"))
  }

  fileprivate static func linkedFolder(_ path: String) -> Message {
    Message(
      "symbolic-link",
      Phrase(
        zh: "「\(path)」是链接（快捷方式），不是文件夹，没有写入",
        en: "`\(path)` is a symbolic link, not a folder; nothing was written"),
      fix: Phrase(zh: "把文件夹本身放到这里", en: "put the folder itself there"))
  }

  fileprivate static func changed(_ path: String) -> Message {
    Message(
      "changed-meanwhile",
      Phrase(
        zh: "「\(path)」在生成的时候被改动，没有发布",
        en: "`\(path)` changed while the site was built; nothing was published"),
      fix: Phrase(zh: "等它改完，再生成一次", en: "wait until it is finished, and build again"))
  }

  fileprivate static func foreignFolder(_ path: String) -> Message {
    Message(
      "foreign-folder",
      Phrase(
        zh: "「\(path)」不是本程序生成的，不会覆盖它",
        en: "`\(path)` was not made by this program; it is not replaced"),
      fix: Phrase(
        zh: "移走它，或用 --output 换一个文件夹", en: "move it away, or name another folder with --output"))
  }
}

extension Disk {
  /// Makes a folder of the site's content; never behind a link, where a record would land in another's
  /// folder.
  ///
  /// - Parameter folder: from the site's folder, `content/cases`.
  func makeContentFolder(_ folder: String, in site: String) throws(DiskFault) {
    var path = site
    for name in folder.split(separator: "/") {
      path += "/" + name
      if kind(path) == .link { throw DiskFault(action: .makeFolder, path: path, number: ELOOP) }
    }
    try makeFolder(path)
  }
}

private func readFile(_ path: String, _ limit: Int) throws(DiskFault) -> [UInt8] {
  try reading(path) { status throws(DiskFault) in
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw DiskFault(action: .read, path: path, number: isFolder ? EISDIR : ESPIPE)
    }
    guard status.st_size <= limit else {
      throw DiskFault(action: .read, path: path, number: EFBIG)
    }
    return 0..<Int(status.st_size)
  }
}

private func readPart(_ path: String, _ start: Int, _ count: Int) throws(DiskFault) -> [UInt8] {
  try reading(path) { status throws(DiskFault) in
    let size = Int(status.st_size)
    let first = start < 0 ? max(0, size + start) : min(start, size)
    return first..<first + min(count, size - first)
  }
}

/// - Parameter range: says which bytes of the file are to be read.
private func reading(
  _ path: String, _ range: (stat) throws(DiskFault) -> Range<Int>
) throws(DiskFault) -> [UInt8] {
  // A pipe is not waited for: with a device it is one of those that have no size, and would be read as
  // if they were empty.
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { throw DiskFault(action: .read, path: path, number: errno) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else {
    throw DiskFault(action: .read, path: path, number: errno)
  }
  let range = try range(status)
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
    while count < range.count {
      let rest = buffer.baseAddress.map { $0 + count }
      let got = pread(file, rest, range.count - count, range.lowerBound + count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      count += got
    }
  }
  guard failure == 0 else { throw DiskFault(action: .read, path: path, number: failure) }
  return bytes
}

private func writeFile(_ bytes: [UInt8], _ path: String) throws(DiskFault) {
  let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw DiskFault(action: .write, path: path, number: errno) }
  var failure = writeAll(bytes, to: file)
  if close(file) != 0 && failure == 0 { failure = errno }
  guard failure == 0 else { throw DiskFault(action: .write, path: path, number: failure) }
}

private func listFolder(_ folder: String) throws(DiskFault) -> [Disk.Entry] {
  guard let stream = opendir(folder) else {
    if errno == ENOENT { return [] }
    throw DiskFault(action: .list, path: folder, number: errno)
  }
  defer { closedir(stream) }
  var entries: [Disk.Entry] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    let kind: Disk.Entry.FileType? =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN): kindAt(folder + "/" + name)
      default: .other
      }
    entries.append(Disk.Entry(name: name, kind: kind ?? .other))
  }
  // By bytes, so that the order never depends on the machine's language.
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

private func kindAt(_ path: String) -> Disk.Entry.FileType? {
  var status = stat()
  guard lstat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  case S_IFLNK: return .link
  default: return .other
  }
}

private func sizeAt(_ path: String) -> Int {
  var status = stat()
  return lstat(path, &status) == 0 ? status.st_size : 0
}

private func lockFile(_ path: String) throws(DiskFault) -> @Sendable () -> Void {
  let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
  guard file >= 0 else { throw DiskFault(action: .lock, path: path, number: errno) }
  guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
    let number = errno
    close(file)
    throw DiskFault(action: .lock, path: path, number: number)
  }
  return { close(file) }
}

private func makeOwnFolderAt(_ path: String) throws(DiskFault) {
  guard mkdir(path, 0o700) == 0 else {
    throw DiskFault(action: .makeFolder, path: path, number: errno)
  }
}

private func makeFolderAt(_ path: String) throws(DiskFault) {
  if mkdir(path, 0o755) == 0 { return }
  let number = errno
  if number == EEXIST {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
  }
  guard number == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
    throw DiskFault(action: .makeFolder, path: path, number: number)
  }
  try makeFolderAt(String(path[..<slash]))
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
    throw DiskFault(action: .makeFolder, path: path, number: errno)
  }
}

private func removeAt(_ path: String) throws(DiskFault) {
  guard let kind = kindAt(path) else { return }
  guard kind == .folder else {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw DiskFault(action: .remove, path: path, number: errno)
    }
    return
  }
  // What cannot be removed keeps nothing else.
  var fault: DiskFault?
  for entry in try listFolder(path) {
    do throws(DiskFault) { try removeAt(path + "/" + entry.name) } catch { fault = fault ?? error }
  }
  if let fault { throw fault }
  guard rmdir(path) == 0 || errno == ENOENT else {
    throw DiskFault(action: .remove, path: path, number: errno)
  }
}

private func moveFile(_ from: String, _ to: String) throws(DiskFault) {
  guard renameat2(AT_FDCWD, from, AT_FDCWD, to, renameNoReplace) == 0 else {
    throw DiskFault(action: .move, path: to, number: errno)
  }
}

private func exchangeFolders(_ a: String, _ b: String) throws(DiskFault) {
  guard renameat2(AT_FDCWD, a, AT_FDCWD, b, renameExchange) == 0 else {
    throw DiskFault(action: .move, path: b, number: errno)
  }
}

private func copyFile(_ from: String, _ to: String) throws(DiskFault) {
  let source = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
  guard source >= 0 else { throw DiskFault(action: .read, path: from, number: errno) }
  defer { close(source) }
  let target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard target >= 0 else { throw DiskFault(action: .write, path: to, number: errno) }
  defer { close(target) }
  while true {
    let copied = sendfile(target, source, nil, 1 << 24)
    if copied < 0 && errno == EINTR { continue }
    guard copied >= 0 else { throw DiskFault(action: .write, path: to, number: errno) }
    if copied == 0 { return }
  }
}
