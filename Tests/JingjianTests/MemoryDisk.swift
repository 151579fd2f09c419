import Foundation
import Synchronization

@testable import Jingjian

/// A disk in memory. What is not below `/site` or `/out` is read from the real one (templates).
final class MemoryDisk: Sendable {
  private let state: Mutex<[String: [UInt8]]>

  init(files: [String: [UInt8]], published: [String: [UInt8]] = [:]) {
    state = Mutex(
      Dictionary(
        uniqueKeysWithValues: files.map { ("/site/" + $0.key, $0.value) }
          + published.map { ("/out/site/" + $0.key, $0.value) }))
  }

  var files: [String: [UInt8]] { state.withLock { $0 } }

  var disk: Disk {
    var disk = Disk.disk
    let real = Disk.disk
    disk.read = { [self] path, limit throws(DiskFault) in
      guard isMine(path) else { return try real.read(path, limit) }
      guard let bytes = files[path] else {
        throw DiskFault(action: .read, path: path, number: ENOENT)
      }
      return bytes
    }
    disk.part = { [self] path, start, count throws(DiskFault) in
      guard isMine(path) else { return try real.part(path, start, count) }
      let bytes = files[path] ?? []
      return Array(start < 0 ? bytes.suffix(count) : bytes.dropFirst(start).prefix(count))
    }
    disk.list = { [self] folder throws(DiskFault) in
      isMine(folder) ? entries(folder) : try real.list(folder)
    }
    disk.kind = { [self] path in
      guard isMine(path) else { return real.kind(path) }
      let path = path.hasSuffix("/.") ? String(path.dropLast(2)) : path
      if files[path] != nil { return .file }
      return path == "/site" || files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
    }
    disk.size = { [self] path in isMine(path) ? files[path]?.count ?? 0 : real.size(path) }
    disk.makeFolder = { _ throws(DiskFault) in }
    disk.makeOwnFolder = { _ throws(DiskFault) in }
    disk.flush = { _ throws(DiskFault) in }
    disk.settle = { _ throws(DiskFault) in }
    disk.write = { [self] bytes, path throws(DiskFault) in
      let isNew = state.withLock { $0.updateValue(bytes, forKey: path) == nil }
      if !isNew { throw DiskFault(action: .write, path: path, number: EEXIST) }
    }
    disk.create = disk.write
    disk.replace = { [self] bytes, path throws(DiskFault) in
      state.withLock { $0[path] = bytes }
    }
    disk.copy = { [self] from, to throws(DiskFault) in
      let bytes = isMine(from) ? files[from] ?? [] : try real.read(from, 1 << 24)
      state.withLock { $0[to] = bytes }
    }
    disk.remove = { [self] path throws(DiskFault) in
      state.withLock { files in
        files = files.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
      }
    }
    disk.move = { [self] from, to throws(DiskFault) in rename { $0 == from ? to : nil } }
    disk.exchange = { [self] a, b throws(DiskFault) in rename { $0 == a ? b : $0 == b ? a : nil } }
    disk.lock = { _ throws(DiskFault) in {} }
    return disk
  }

  private func isMine(_ path: String) -> Bool {
    path == "/site" || path == "/out" || path.hasPrefix("/site/") || path.hasPrefix("/out/")
  }

  private func entries(_ folder: String) -> [Disk.Entry] {
    var entries: Set<Disk.Entry> = []
    for path in files.keys where path.hasPrefix(folder + "/") {
      let rest = path.dropFirst(folder.count + 1).split(separator: "/")
      guard let name = rest.first else { continue }
      entries.insert(Disk.Entry(name: String(name), kind: rest.count > 1 ? .folder : .file))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Moves everything below a folder for which a new name is given.
  private func rename(_ name: (String) -> String?) {
    state.withLock { files in
      files = Dictionary(
        uniqueKeysWithValues: files.map { path, bytes in
          var folder = path[...]
          while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if let new = name(String(folder)) { return (new + path[slash...], bytes) }
          }
          return (path, bytes)
        })
    }
  }
}
