// An arena: where libcmark's tree lives while one document is read. Its hundreds of small nodes are
// given out from one block and taken back all at once, which halves the time that reading takes.

internal import CCmark
internal import Glibc

/// Memory that is given out piece by piece. Each thread has its own and keeps its first block.
struct Arena {
  private let first: UnsafeMutableRawPointer
  /// The blocks that a long document needed besides.
  private var others: [UnsafeMutableRawPointer] = []
  /// What is not yet given out of the last block.
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// How many documents are being read: finding a reference may read another one.
  private var users = 0

  private static let blockSize = 128 << 10
  /// What stands before each piece: its size, which `realloc` must know.
  private static let header = 16

  private init() {
    first = Self.block(Self.blockSize)
    (next, end) = (first, first + Self.blockSize)
  }

  /// Reads `source` with libcmark and hands the tree to `body`, which must not keep it.
  static func parse(_ source: Bytes, _ body: (OpaquePointer) -> Void) {
    let arena = ready()
    arena.pointee.users += 1
    defer {
      arena.pointee.users -= 1
      if arena.pointee.users == 0 { arena.pointee.reset() }
    }
    var memory = cmark_mem(
      calloc: { Arena.current?.pointee.take($0 * $1, zeroed: true) },
      realloc: { Arena.current?.pointee.retake($0, size: $1) },
      free: { _ in })
    withUnsafeMutablePointer(to: &memory) { memory in
      let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
      source.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
      if let root = cmark_parser_finish(parser) { body(root) }
    }
  }

  /// The key under which each thread keeps its arena. `makeKey` alone writes it, before anything reads
  /// it; a constant made when first used would be asked at each piece whether it is made already.
  private nonisolated(unsafe) static var key = pthread_key_t()
  private static let makeKey: Void = {
    var made = pthread_key_t()
    let error = pthread_key_create(&made) { arena in
      guard let arena = arena?.assumingMemoryBound(to: Arena.self) else { return }
      arena.pointee.reset()
      free(arena.pointee.first)
      arena.deinitialize(count: 1)
      arena.deallocate()
    }
    precondition(error == 0, "no key left for a thread's arena")
    key = made
  }()

  /// The arena of this thread, made when it is first asked for.
  private static func ready() -> UnsafeMutablePointer<Arena> {
    makeKey
    if let arena = current { return arena }
    let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    arena.initialize(to: Arena())
    pthread_setspecific(key, arena)
    return arena
  }

  /// The arena of this thread.
  private static var current: UnsafeMutablePointer<Arena>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: Arena.self)
  }

  private mutating func take(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
    let whole = (size + Self.header + 15) & ~15
    if whole > end - next { grow(whole) }
    let piece = next + Self.header
    next.storeBytes(of: size, as: Int.self)
    next += whole
    if zeroed { memset(piece, 0, size) }
    return piece
  }

  private mutating func retake(
    _ piece: UnsafeMutableRawPointer?, size: Int
  ) -> UnsafeMutableRawPointer {
    guard let piece else { return take(size, zeroed: false) }
    let old = (piece - Self.header).load(as: Int.self)
    if size <= old { return piece }
    let new = take(size, zeroed: false)
    new.copyMemory(from: piece, byteCount: old)
    return new
  }

  private mutating func grow(_ size: Int) {
    let size = max(size, Self.blockSize << min(others.count + 1, 8))
    next = Self.block(size)
    end = next + size
    others.append(next)
  }

  private static func block(_ size: Int) -> UnsafeMutableRawPointer {
    guard let block = malloc(size) else { preconditionFailure("out of memory") }
    return block
  }

  private mutating func reset() {
    for block in others { free(block) }
    others = []
    (next, end) = (first, first + Self.blockSize)
  }
}
