import Foundation
import Subprocess
import Testing

/// CMS's tables as a biller takes them into use.
@Suite("Imported tables", .timeLimit(.minutes(2)))
struct ImportTests {
  private let home: Home
  init() throws { home = try Home() }

  private static let header = "Column1/Column2 Edits\nColumn 1\tColumn 2\t*\tE\tD\tM\tRationale\n"
  private static let row = "97161\t97750\t\t20170101\t*\t0\tSome rationale\n"

  /// Writes a file and gives its path.
  private func write(_ text: String, as name: String) throws -> String {
    let file = home.folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test("are in force at once, the last one for payers on cms")
  func inForce() async throws {
    let nurse = try write(Self.header + Self.row, as: "ccipra-v322r0-f1.TXT")
    let hospital = try write(
      Self.header + Self.row.replacing("\t0\t", with: "\t1\t"), as: "ccioph-v321r0-f1.TXT")
    let first = try await home.unitclock("import", "ptp", nurse, "--smaller")
    #expect(first.status == .exited(0))
    #expect(first.output.hasPrefix("Imported CMS practitioner code pairs of 2026-07-01\n"))
    #expect(first.output.contains("1 row kept of 1 read"))
    #expect(first.error.contains("Only f1"))
    let second = try await home.unitclock("import", "ptp", hospital, "--smaller")
    #expect(second.status == .exited(0))
    #expect(
      second.error.contains(
        "now go by the outpatient code pairs instead of the practitioner ones."))
    let text = try await home.unitclock("tables").output
    #expect(
      text.contains("Payers on cms go by outpatient code pairs and practitioner daily limits."))
    #expect(text.contains(/ptp +outpatient +2026-04-01 +1 of 1 +cms, outpatient/))
    #expect(text.contains(/ptp +practitioner +2026-07-01 +1 of 1 +practitioner/))
    #expect(text.contains(/ptp +practitioner +2024-07-01 .* none: set aside/))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let listed = try await home.tables()
    #expect(
      listed.prefix(3).map(\.inForce) == [["cms", "outpatient"], ["practitioner"], []])
    #expect(
      listed.prefix(3).map(\.files) == [["ccioph-v321r0-f1.TXT"], ["ccipra-v322r0-f1.TXT"], []])
  }

  @Test(
    "stay as they are where a file holds a mistake",
    arguments: [
      ("ptp", "97161\t97750\t\t20241341\t*\t0\tR\n", "line 3, field 4 (Effective Date)"),
      ("ptp", "97161\t97750\t\t2024", "cut short"),
      ("mue", "97161\t97750\t\t20240701\t*\t0\tR\n", "unitclock import ptp"),
    ])
  func mistakes(sort: String, row: String, reason: String) async throws {
    let sound = try write(Self.header + Self.row, as: "ccipra-v322r0.txt")
    #expect(
      try await home.unitclock("import", "ptp", sound, "--json", "--smaller").status == .exited(0))
    let before = try await home.unitclock("tables", "--json").output
    let file = try write(Self.header + row, as: "wrong.txt")
    let answer = try await home.unitclock("import", sort, file)
    #expect(answer.status == .exited(65) && answer.output.isEmpty)
    #expect(answer.error.hasPrefix("Error: \(file), line "))
    #expect(answer.error.contains(reason))
    #expect(try await home.unitclock("tables", "--json").output == before)
  }

  @Test("stay as they are where a file may be cut at the end of a line, unless it is wanted so")
  func cut() async throws {
    let rows = String(repeating: Self.row, count: 1000)
    let whole = try write(Self.header + rows, as: "ccipra-v321r0.txt")
    #expect(try await home.unitclock("import", "ptp", whole).status == .exited(0))
    let before = try await home.unitclock("tables", "--json").output
    let cut = try write(Self.header + rows.prefix(Self.row.count * 300), as: "ccipra-v322r0.txt")
    let answer = try await home.unitclock("import", "ptp", cut)
    #expect(answer.status == .exited(65) && answer.output.isEmpty)
    #expect(answer.error.contains("300 rows in all, less than half of the 1000"))
    #expect(try await home.unitclock("tables", "--json").output == before)
    #expect(try await home.unitclock("import", "ptp", cut, "--smaller").status == .exited(0))
    #expect(try await home.tables()[0].rowsKept == 300)
  }

  @Test("of add-on codes are as young as a code that the answer names")
  func addOns() async throws {
    let file = try write("primary,add_on,type\n97129,97130,1\n97550,97551,1\n", as: "addons.csv")
    let answer = try await home.unitclock("import", "addon", file)
    #expect(answer.output.contains("true at least on 2024-01-01, by its newest code, 97551\n"))
  }

  /// The pipe takes some 64 KiB ahead of its reader: when half a megabyte is written, most of it
  /// was read.
  @Test("stay as they are where an import is killed in its middle")
  func killed() async throws {
    let sound = try write(Self.header + Self.row, as: "ccipra-v322r0.txt")
    #expect(try await home.unitclock("import", "ptp", sound, "--smaller").status == .exited(0))
    let before = try await home.unitclock("tables", "--json").output
    let many = try write(
      Self.header + String(repeating: Self.row, count: 10_000), as: "ccipra-v323r0.txt")
    let script = #"""
      mkfifo "$HOME/pipe"
      unitclock import ptp "$HOME/pipe" --date 2024-10-01 &
      exec 3> "$HOME/pipe"
      cat "$1" >&3
      kill -9 $!
      wait $!
      """#
    let answer = try await Answer(of: "bash", ["-c", script, "bash", many], in: home.environment)
    #expect(answer.status == .exited(128 + 9) && answer.output.isEmpty)
    #expect(try await home.unitclock("tables", "--json").output == before)
    #expect(try await home.unitclock("import", "ptp", many).status == .exited(0))
    #expect(try await home.tables()[0].rowsKept == 10_000)
  }

  @Test("stay as they are where the disk will not take more")
  func fullDisk() async throws {
    let many = try write(
      Self.header + String(repeating: Self.row, count: 10_000), as: "ccipra-v322r0.txt")
    let answer = try await Answer(
      of: "bash", ["-c", #"ulimit -f 64; exec unitclock import ptp "$1""#, "bash", many],
      in: home.environment)
    #expect(answer.status == .exited(74))
    #expect(answer.error.contains("The tables in force are as before"))
    #expect(try await home.tables().allSatisfy { $0.imported == nil })
  }

  @Test("that cannot be used are told, and no bill is made without them")
  func damaged() async throws {
    let folder = home.folder.appending(path: "data/unitclock")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "something else".write(
      to: folder.appending(path: "tables.sqlite"), atomically: true, encoding: .utf8)
    for arguments in [["units", "97110=30"], ["tables"]] {
      let answer = try await Answer(of: "unitclock", arguments, in: home.environment)
      #expect(answer.output.isEmpty && answer.status == .exited(1), "\(arguments)")
      #expect(answer.error.contains("not unitclock's file of imported tables"), "\(arguments)")
    }
    try await TmuxTerminal.open(in: home) { terminal in
      try await terminal.run("unitclock; echo ended with $?")
      try await terminal.wait(for: "ended with 1")
    }
  }

  @Test("are told in words that the README has")
  func documented() async throws {
    let file = try write(Self.header + Self.row, as: "ccipra-v322r0.txt")
    _ = try await home.unitclock("import", "ptp", file, "--smaller")
    let json = try await home.unitclock("tables", "--json").output
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let table = json.drop { $0 != "[" }.prefix { $0 != "}" }
      .matches(of: /"(\w+)":/).map { "`\($0.1)`" }
    #expect(readme.contains("| `tables.tables[]` | \(table.joined(separator: ", ")) |"))
    let imported = try await home.unitclock("import", "ptp", file, "--json", "--smaller").output
    #expect(imported.matches(of: /"(\w+)":/).map { "`\($0.1)`" } == table)
  }
}

/// What `tables --json` says, as another program would declare it.
private struct Listing: Decodable {
  var tables: [Table]

  struct Table: Decodable {
    var files: [String]
    var rowsKept: Int
    var imported: String?
    var inForce: [String]
  }
}

extension Home {
  fileprivate func tables() async throws -> [Listing.Table] {
    let answer = try await unitclock("tables", "--json")
    return try JSONDecoder().decode(Listing.self, from: Data(answer.output.utf8)).tables
  }
}
