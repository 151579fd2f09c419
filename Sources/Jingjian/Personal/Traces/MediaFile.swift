/// A file of media, of which only parts are read: a video may be larger than the memory.
struct MediaFile: Sendable {
  /// From the site's folder.
  let path: String
  private let read: @Sendable (_ start: Int, _ count: Int) throws(DiskFault) -> Octets

  /// The most that is read at once.
  static let limit = 64 << 20

  init(path: String, site: String, disk: Disk) {
    self.path = path
    read = { start, count throws(DiskFault) in
      Octets(try disk.part(site + "/" + path, start, count))
    }
  }

  /// One that was packed in another.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    let octets = Octets(bytes)
    read = { start, count throws(DiskFault) in
      octets.part(start < 0 ? max(0, octets.count + start) : start, count) ?? Octets([])
    }
  }

  /// Bytes from a place on; less where the file ends before.
  func part(_ start: Int, _ count: Int) throws(DiskFault) -> Octets {
    try read(start, min(count, MediaFile.limit))
  }

  /// The last bytes.
  func end(_ count: Int) throws(DiskFault) -> Octets { try read(-count, count) }

  /// Whether it is a picture in the form of a video (HEIC, AVIF).
  func isPicture() throws(DiskFault) -> Bool {
    let brand = try part(8, 4)
    return ["heic", "heix", "mif1", "avif", "msf1"].contains { brand.starts(with: $0) }
  }
}
