import Configuration
import Foundation
import Screen
import Testing

@Suite struct ThemesTests {
  static let names = [
    "Clinic", "Contrast", "Ember", "Fjord", "Night", "Paper", "Phosphor", "Plain", "Sand",
  ]

  @Test("every theme inside the program can be read, and so can the standard one")
  func builtIn() throws {
    let listings = Themes.all(userFolder: nil)
    #expect(listings.map(\.name) == Self.names)
    for listing in listings {
      #expect(try !listing.theme.get().about.isEmpty)
    }
    #expect(try Themes.load(named: Themes.standard, userFolder: nil).name == Themes.standard)
  }

  @Test("every theme in its folder is in the program")
  func folder() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../Themes").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == Self.names.map { "\($0).yaml" })
  }

  @Test("Plain is what a terminal without colours shows of every theme")
  func plain() throws {
    let plain = try Themes.load(named: "plain", userFolder: nil)
    for role in Role.allCases {
      for ground in Ground.allCases {
        #expect(plain.style(of: role, on: ground) == Theme.colorless.style(of: role, on: ground))
      }
    }
  }

  @Test("a theme in the folder stands before one of ours; a wrong one hurts nobody else")
  func userFolder() throws {
    try withFolder { folder in
      try write(Self.right, to: "night.yaml", in: folder)
      try write("roles: [", to: "Broken.yaml", in: folder)
      let names = Themes.all(userFolder: folder).map(\.name)
      let others = Self.names.filter { $0 != "Night" }
      #expect(names == (others + ["Broken", "night"]).sorted { $0.lowercased() < $1.lowercased() })
      #expect(try Themes.load(named: "Night", userFolder: folder).about == "Mine")
      #expect(try Themes.load(named: "Paper", userFolder: folder).name == "Paper")
    }
  }

  @Test("a theme that is not there: the ones there are, and where was looked")
  func missing() {
    #expect(
      mistake(named: "../Nite", userFolder: "/nowhere/themes") == """
        There is no theme “../Nite”. Themes: \(Self.names.joined(separator: ", ")). Looked inside \
        the program and in /nowhere/themes.
        """)
  }

  @Test(
    "a mistake is told with line, column and what is allowed",
    arguments: [
      ("  text: ink", "  txt: ink", ":5:3: There is no role “txt”. Allowed: text, quiet, "),
      (
        "  text: ink", "  text: inc",
        ":5:9: There is no colour in the palette “inc”. Allowed: default, ink."
      ),
      (
        "  text: ink", "  text: {bold: yes}",
        ":5:16: There is no answer “yes”. Allowed: true, false."
      ),
      (
        "  text: ink", "  text: {blink: true}",
        ":5:10: There is no part of a look “blink”. Allowed: color, bold, "
      ),
      ("  text: ink", "  text: [ink]", ":5:9: One word or text was expected here."),
      ("  text: ink", "  quiet: ink", ": “quiet” stands twice: in line 5 too."),
      ("  text: ink", "  text: \"\\e[2J\"", ":5:9: There is no colour in the palette “^[[2J”."),
      ("  done: ink\n", "", ":5:3: A role is missing: “done”."),
      ("  overlay: default\n", "", ":21:3: A ground is missing: “overlay”."),
      ("fine: 16", "fine: 256", ":3:15: “256” is no whole number from 0 to 255."),
      ("fine: 16, ", "", ":3:8: A part of a colour is missing: “fine”."),
      (
        "basic: black", "basic: blak",
        ":3:26: There is no basic colour “blak”. Allowed: black, red, "
      ),
      ("palette:\n  ink:", "palette:\n  default:", ":3:3: “default” is already a colour."),
      ("about: Mine\n", "", ":1:1: A part of a theme is missing: “about”."),
      (
        "about: Mine", "about: Mine: too",
        ":1:12: This is no YAML: mapping values are not allowed in this context."
      ),
      (right, "", ": The file is empty."),
      (right, "word", ":1:1: Names with values were expected here."),
      (
        "about: Mine", "about: " + String(repeating: "x", count: 70_000),
        ": The file is longer than 64 KiB, which none needs."
      ),
    ])
  func mistakes(part: String, wrong: String, told: String) throws {
    try withFolder { folder in
      #expect(Self.right.contains(part))
      try write(Self.right.replacingOccurrences(of: part, with: wrong), to: "Mine.yaml", in: folder)
      let text = mistake(named: "Mine", userFolder: folder)
      #expect(text.hasPrefix(folder + "/Mine.yaml"))
      #expect(text.dropFirst((folder + "/Mine.yaml").count).contains(told))
    }
  }

  @Test("a file that is no text, or is a folder")
  func unreadable() throws {
    try withFolder { folder in
      try Data([0x61, 0xFF]).write(to: URL(filePath: folder + "/Bytes.yaml"))
      try FileManager.default.createDirectory(
        atPath: folder + "/Folder.yaml", withIntermediateDirectories: false)
      #expect(
        mistake(named: "Bytes", userFolder: folder)
          == "\(folder)/Bytes.yaml: The file is not UTF-8 text.")
      #expect(
        mistake(named: "Folder", userFolder: folder)
          == "\(folder)/Folder.yaml: The file cannot be read.")
    }
  }

  static let right =
    "about: Mine\npalette:\n  ink: {fine: 16, basic: black}\nroles:\n"
    + Role.allCases.map { "  \($0.rawValue): ink\n" }.joined() + "grounds:\n"
    + Ground.allCases.map { "  \($0.rawValue): default\n" }.joined()

  private func mistake(named name: String, userFolder: String) -> String {
    do {
      return "no mistake in \(try Themes.load(named: name, userFolder: userFolder).name)"
    } catch {
      return error.description
    }
  }

  private func write(_ text: String, to name: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path() + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
