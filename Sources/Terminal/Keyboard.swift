import CNCurses
import Glibc
import Screen

/// What comes in from the terminal, read byte by byte: keys, characters, pasted text.
struct Keyboard {
  let window: UnsafeMutablePointer<WINDOW>
  /// Read too early, to be read again.
  private var ahead: Int32?
  /// Whether an Escape came last of which the rest may be late.
  private var isAfterEscape = false

  /// How long the rest of a character or of a paste may take: a slow line, not a person.
  private static let patience: Int32 = 250
  /// More than any field takes; the rest of a longer paste is dropped.
  private static let longestPaste = 65_536

  init(window: UnsafeMutablePointer<WINDOW>) {
    self.window = window
  }

  /// One input, or `.wake` when nothing came that has a name.
  ///
  /// Asking for the file's state before reading it tells a lost terminal from silence, which
  /// ncurses alone does not.
  mutating func next(within milliseconds: Int64?) -> Input {
    if let code = read() { return input(code) }
    let state = wait(milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
    if let code = read() { return input(code) }
    isAfterEscape = false
    return state == .gone ? .hangUp : .wake
  }

  private enum State {
    case quiet, ready, gone
  }

  /// Waits for something to read; a signal, such as that of a new size, ends the wait.
  private func wait(_ milliseconds: Int32) -> State {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return .quiet }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    return descriptor.revents & gone == 0 ? .ready : .gone
  }

  /// The next byte, or the code of a key; nothing if none is waiting.
  private mutating func read() -> Int32? {
    if let code = ahead {
      ahead = nil
      return code
    }
    let code = wgetch(window)
    return code == ERR ? nil : code
  }

  /// The same, given the time to arrive.
  private mutating func readPatiently() -> Int32? {
    if let code = read() { return code }
    return wait(Self.patience) == .ready ? read() : nil
  }

  private mutating func input(_ code: Int32) -> Input {
    if isAfterEscape, skipLateRest(openedBy: code) { return .wake }
    isAfterEscape = false
    return switch code {
    case KEY_RESIZE: .resize
    case PasteBrackets.open: .paste(pasted())
    case 0x1B: escape()
    case 0..<0x20, 0x7F: .key(Key(control: UInt8(code)))
    case 0x20...0xFF: .key(.character(character(from: UInt8(code))))
    default: Key(code: code).map(Input.key) ?? .wake
    }
  }

  /// Escape, unless it opens the sequence of a key that terminfo does not know.
  ///
  /// Such a sequence must not be taken for typed keys: it may hold digits, which start timers.
  private mutating func escape() -> Input {
    guard let code = read() else {
      isAfterEscape = true
      return .key(.escape)
    }
    guard Self.opensSequence(code) else {
      ahead = code
      return .key(.escape)
    }
    skipRest()
    return .wake
  }

  /// Skips what a slow line brings of a key's sequence after its Escape was taken for the key.
  ///
  /// A person's hands do not press two keys at one instant: what comes alone was typed.
  private mutating func skipLateRest(openedBy code: Int32) -> Bool {
    guard Self.opensSequence(code), let next = read() else { return false }
    ahead = next
    skipRest()
    return true
  }

  private mutating func skipRest() {
    while let code = readPatiently(), !(0x40...0x7E).contains(code) {}
  }

  private static func opensSequence(_ code: Int32) -> Bool { code == 0x5B || code == 0x4F }

  /// The character that starts with that byte; `�` where the bytes are no UTF-8.
  private mutating func character(from first: UInt8) -> Character {
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    var bytes = [first]
    while bytes.count < length, let code = readPatiently() {
      guard (0x80...0xBF).contains(code) else {
        ahead = code
        break
      }
      bytes.append(UInt8(code))
    }
    return String(decoding: bytes, as: UTF8.self).first ?? "\u{FFFD}"
  }

  /// The text up to the closing mark, or to a silence; a Return comes as the line's end it stands for.
  private mutating func pasted() -> String {
    var bytes: [UInt8] = []
    while let code = readPatiently(), code != PasteBrackets.close {
      guard let byte = UInt8(exactly: code), bytes.count < Self.longestPaste else { continue }
      bytes.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
