import Foundation

/// A program that is measured in a terminal.
struct Program {
  let name: String
  let command: [String]
  /// What its painted screen holds, as the bytes that paint it.
  let landmark: String
  /// Two keys that show something and undo it.
  var shownKeys: [String] = []

  func open(in workshop: Workshop) throws -> Terminal {
    try Terminal(command, environment: workshop.environment)
  }

  /// Opens the program and waits until its screen is painted.
  func openPainted(in workshop: Workshop) throws -> Terminal {
    let terminal = try open(in: workshop)
    _ = try terminal.burst(until: landmark)
    return terminal
  }

  /// Debian's programs that one would otherwise have open, as far as they are here.
  static func peers(in workshop: Workshop) throws -> [Program] {
    let tree = workshop.folder.appending(path: "tree")
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
      try FileManager.default.createDirectory(
        at: tree.appending(path: name), withIntermediateDirectories: true)
    }
    return [
      Program(
        name: "ncdu", command: ["ncdu", tree.path], landmark: "Total disk usage",
        shownKeys: ["j", "k"]),
      Program(
        name: "calcurse",
        command: ["calcurse", "-D", workshop.folder.appending(path: "calcurse").path],
        landmark: "OtherCmd"),
      Program(name: "tty-clock", command: ["tty-clock", "-s"], landmark: "[42m"),
    ].filter { workshop.has($0.name) }
  }
}

/// A folder for what the programs write, and the environment they run in.
struct Workshop {
  let folder: URL
  let unitclock: String

  var environment: [String: String] {
    [
      "HOME": folder.path, "LANG": "C.UTF-8", "PATH": Self.path, "TERM": "xterm-256color",
      "XDG_CONFIG_HOME": folder.appending(path: "config").path,
      "XDG_DATA_HOME": folder.appending(path: "data").path,
    ]
  }

  private static let path = "/usr/local/bin:/usr/bin:/bin"

  func has(_ command: String) -> Bool {
    Self.path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(command)")
    }
  }

  // MARK: unitclock

  /// The made-up visit: nothing that is pressed goes to disk.
  var practice: Program {
    Program(
      name: "unitclock", command: [unitclock, "--practice"], landmark: "unitclock",
      shownKeys: ["\t"])
  }

  /// A visit of four codes on a journal of its own, none of them running.
  func visit(named name: String) throws -> Terminal {
    let journal = folder.appending(path: "\(name).sqlite").path
    let program = Program(
      name: "unitclock", command: [unitclock, "--journal", journal], landmark: "unitclock")
    let terminal = try program.openPainted(in: self)
    for key in ["n", "K", "M", "\r", "\r"] { try terminal.press(key) }
    for code in ["97110", "97530", "97140", "97112"] {
      try terminal.press("a")
      for digit in code { try terminal.press(String(digit)) }
      try terminal.press("\r")
    }
    return terminal
  }
}

extension Terminal {
  /// Starts the first timer, and is sure that it runs.
  func startTimer() throws {
    try send("1")
    _ = try burst(until: "RUN")
  }

  /// Presses a key and gives the time to the last byte of the answer.
  @discardableResult
  func press(_ key: String) throws -> Duration {
    let pressed = ContinuousClock.now
    try send(key)
    return pressed.duration(to: try burst().last)
  }
}
