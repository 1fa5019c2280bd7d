import Foundation
import Subprocess
import Testing

/// The program as a shell, a script and a biller's program meet it.
@Suite("The command line", .timeLimit(.minutes(2)))
struct CommandLineTests {
  @Test("tells what the manual's examples come to")
  func manual() async throws {
    let examples: [(arguments: [String], total: Int, units: [[String: Int]])] = [
      (["97112=24", "97110=23"], 3, [["97112": 2, "97110": 1]]),
      (["97112=20", "97110=20"], 3, [["97112": 2, "97110": 1], ["97112": 1, "97110": 2]]),
      (["97110=33", "97140=7"], 3, [["97110": 2, "97140": 1]]),
      (
        ["97110=18", "97140=13", "97116=10", "97035=8"], 3,
        [["97110": 1, "97140": 1, "97116": 1, "97035": 0]]
      ),
      (
        ["97112=7", "97110=7", "97140=7"], 1,
        [
          ["97112": 1, "97110": 0, "97140": 0], ["97112": 0, "97110": 1, "97140": 0],
          ["97112": 0, "97110": 0, "97140": 1],
        ]
      ),
      (["97530=60"], 4, [["97530": 4]]),
    ]
    let home = try Home()
    for example in examples {
      let answer = try await home.unitclock(["units"] + example.arguments + ["--json"])
      let bill = try answer.bills()[0]
      #expect(bill.totalUnits == example.total, "\(example.arguments)")
      #expect(Set(bill.choices) == Set(example.units), "\(example.arguments)")
      #expect(bill.choices.first == bill.units)
    }
  }

  @Test("says units, and why")
  func why() async throws {
    let answer = try await Home().unitclock(["units", "97110=33", "97140=7"])
    #expect(answer.status == .exited(0))
    #expect(answer.output.hasPrefix("3 units by the CMS 8-minute rule\n"))
    #expect(answer.output.contains(/97110 .* 33 min +2 units\n/))
    #expect(answer.output.contains(/97140 .* 7 min +1 unit\n/))
    #expect(answer.output.contains(/\nWhy\n.*40 minutes/))
    #expect(answer.output.contains("By the AMA midpoint rule it would be 2 units"))
    #expect(answer.error.isEmpty)
  }

  @Test("counts each code alone by the AMA rule")
  func midpoint() async throws {
    let answer = try await Home().unitclock(["units", "97110=33", "97140=7", "--rule", "ama"])
    #expect(answer.output.hasPrefix("2 units by the AMA midpoint rule\n"))
  }

  @Test("adds therapist and assistant")
  func performers() async throws {
    let answer = try await Home().unitclock(["units", "97110=13+23", "--json"])
    #expect(try answer.bills()[0].timedMinutes == 36)
  }

  @Test("answers a record with both equal choices")
  func tie() async throws {
    let answer = try await Home().unitclock(
      ["units", "--batch"],
      input: #"{"id":"a","rule":"cms","minutes":{"97112":20,"97110":20}}"# + "\n")
    let bill = try answer.bills()[0]
    #expect(bill.id == "a" && bill.tie && bill.choiceCount == 2)
    #expect(Set(bill.choices) == [["97112": 2, "97110": 1], ["97112": 1, "97110": 2]])
  }

  @Test("goes on after a line that cannot be read, and ends with 65")
  func malformedLine() async throws {
    let answer = try await Home().unitclock(
      ["units", "--batch"],
      input: """
        \u{FEFF}{"id":"a","minutes":{"97110":8}}\r

        {"id":"b","minutes":{"97110":-3}}
        {"id":"c","minutes":{"97110":8,}}
        \(String(repeating: "x", count: 1 << 21))
          \t
        {"id":"d","minutes":{"97110":8}}
        """)
    let lines = answer.output.split(separator: "\n")
    #expect(answer.status == .exited(65))
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix(#"{"id":"a","rule":"cms""#))
    #expect(lines[1] == #"{"id":"b","error":"line 3: minutes of 97110: -3 is below 0"}"#)
    #expect(lines[2] == #"{"id":"c","error":"line 4: column 32: a name in quotes is expected"}"#)
    #expect(lines[3] == #"{"id":null,"error":"line 5: a line holds at most 1048576 bytes"}"#)
    #expect(lines[4].hasPrefix(#"{"id":"d","rule":"cms""#))
    #expect(answer.error.hasPrefix("Error: 3 of 5 records could not be read"))
  }

  @Test("answers 20,000 records, each in its place")
  func stream() async throws {
    let count = 20_000
    let input = (0..<count).map { #"{"id":"\#($0)","minutes":{"97110":\#($0 % 60)}}"# + "\n" }
    let answer = try await Home().unitclock(["units", "--batch"], input: input.joined())
    #expect(answer.status == .exited(0))
    let ids = answer.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids.count == count)
    #expect(ids.enumerated().allSatisfy { $1 == #"{"id":"\#($0)""# })
  }

  @Test("reads records from a file; what the record leaves out comes from the options")
  func file() async throws {
    let home = try Home()
    let file = home.folder.appending(path: "day.jsonl")
    try #"{"minutes":{"97110":8,"97140":8}}"#.write(to: file, atomically: true, encoding: .utf8)
    let answer = try await home.unitclock(["units", "--batch", file.path, "--rule", "ama"])
    #expect(try answer.bills()[0].totalUnits == 2)
    let missing = try await home.unitclock(["units", "--batch", file.path + "x"])
    #expect(missing.status == .exited(1))
    #expect(missing.error.contains("No such file"))
  }

  @Test(
    "refuses wrong arguments with 64, and says what is allowed",
    arguments: [
      (["units"], "97110=33"),
      (["units", "97110"], "such as 97110=33"),
      (["units", "97110=-3"], "minutes of 97110: -3 is below 0"),
      (["units", "97110=7.5"], "minutes of 97110: 7.5 is not a whole number"),
      (["units", "97110="], "minutes of 97110: a number is missing"),
      (["units", "97110=+3"], "therapist minutes of 97110: a number is missing"),
      (["units", "97110=3+"], "assistant minutes of 97110: a number is missing"),
      (["status", "--journal", ""], "--journal needs a path."),
      (["units", "97110=1441"], "1441 is above 1440"),
      (["units", "97110=1", "97110=2"], "97110 is given twice"),
      (["units", "97110=1+2+3"], "therapist+assistant"),
      (["units", "9711=1"], "not a code of five digits or letters"),
      (["units", "97110=1", "--rule", "cmss"], "known are cms, ama"),
      (["units", "97110=1", "--discipline", "AT"], "known are PT, OT, SLP"),
      (["units", "97110=1", "--date", "2026-02-30"], "2026-11-21"),
      (["units", "97110=1", "--payer", "Acme"], "Medicare B"),
      (["units", "--batch", "a", "b"], "one file"),
      (["show"], "session"),
      (["show", "x"], "x"),
      (["--speed", "3"], "--practice"),
      (["nonsense"], "nonsense"),
    ])
  func wrongArguments(arguments: [String], reason: String) async throws {
    let answer = try await Home().unitclock(arguments)
    #expect(answer.status == .exited(64))
    #expect(answer.error.contains(reason))
    #expect(answer.output.isEmpty)
  }

  @Test(
    "never sends what was typed to a terminal raw",
    arguments: ["\u{1B}[2J", "\u{9B}2J", "\u{202E}", "a\nb"])
  func rawControls(typed: String) async throws {
    let home = try Home()
    for arguments in [
      ["units", "\(typed)=3"], ["units", "97110=\(typed)"], ["units", "97110=1", "--payer", typed],
      ["codes", typed], ["units", "--batch", typed], ["sessions", "--journal", typed], [typed],
      ["units", "97110=1", "--rule", typed], ["--journal=\(typed)", "status", typed],
    ] {
      let answer = try await home.unitclock(arguments)
      #expect(!(answer.output + answer.error).contains(typed), "\(arguments)")
    }
  }

  @Test("finds codes by number and by words, and says what replaced a retired one")
  func codes() async throws {
    let home = try Home()
    #expect(try await home.unitclock(["codes", "9711"]).output.hasPrefix("97110 "))
    #expect(try await home.unitclock(["codes", "hot"]).output.hasPrefix("97010 "))
    let retired = try await home.unitclock(["codes", "97532"])
    #expect(retired.output.contains("until 2017-12-31; now 97129, 97130"))
    let then = try await home.unitclock(["codes", "97532", "--date", "2016-05-02"])
    #expect(!then.output.contains("until"))
    let json = try await home.unitclock(["codes", "97110", "--json"])
    #expect(json.output.hasPrefix(#"{"date":""#) && json.output.contains(#""code":"97110""#))
    let between = try await home.unitclock(["codes", "97532", "--date", "2018-06-01"])
    #expect(between.output.contains("until 2017-12-31; now 97127, G0515"))
    for arguments in [["codes", "zzz"], ["codes", "zzz", "--json"]] {
      let none = try await home.unitclock(arguments)
      #expect(none.status == .exited(1) && none.error.contains("zzz"), "\(arguments)")
    }
  }

  @Test("knows of no session before there is a journal")
  func noJournal() async throws {
    let home = try Home()
    #expect(try await home.unitclock(["status"]).output == "Nothing is open.\n")
    #expect(
      try await home.unitclock(["status", "--json"]).output
        == #"{"open":[],"paused":[],"running":[]}"# + "\n")
    for arguments in [["sessions"], ["show", "1"]] {
      let answer = try await home.unitclock(arguments)
      #expect(answer.status == .exited(1))
      #expect(answer.error.contains("There is no journal"))
    }
  }

  @Test(
    "takes a journal's name for a file's, whatever SQLite makes of it",
    arguments: [":memory:", "file:a?mode=memory", "~/a", ""])
  func journalName(name: String) async throws {
    let home = try Home()
    let arguments = name.isEmpty ? ["status"] : ["sessions", "--journal", name]
    let answer = try await Answer(
      of: "sh", ["-c", #"cd "$HOME" && exec unitclock "$@""#, "sh"] + arguments,
      in: home.environment.merging(["UNITCLOCK_JOURNAL": name]) { $1 })
    if name.isEmpty {
      #expect(answer.output == "Nothing is open.\n")
    } else {
      #expect(answer.error.contains("There is no journal at \(home.folder.path)/\(name)."))
    }
  }

  @Test("lives in the home that HOME names")
  func home() async throws {
    let home = try Home()
    var environment = home.environment
    environment["XDG_DATA_HOME"] = nil
    let answer = try await Answer(of: "unitclock", ["sessions"], in: environment)
    #expect(answer.error.contains("\(home.folder.path)/.local/share/unitclock/journal.sqlite"))
    environment["HOME"] = "here"
    let elsewhere = try await Answer(of: "unitclock", ["sessions"], in: environment)
    #expect(elsewhere.error.contains(#/no journal at \/(?!here)/#))
  }

  @Test("lists the themes, and tells a mistake in one by line and column")
  func themes() async throws {
    let home = try Home()
    let ours = try await home.unitclock(["themes"])
    #expect(ours.status == .exited(0))
    #expect(ours.output.contains("\nNight  "))
    let keys = try await home.unitclock(["themes", "--json"]).output.prefix { $0 != "}" }
      .matches(of: /"(\w+)":/).map { "`\($0.1)`" }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("| `themes[]` | \(keys.joined(separator: ", ")) |"))
    let folder = home.folder.appending(path: "config/unitclock/themes")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "about: [".write(
      to: folder.appending(path: "Mine.yaml"), atomically: true, encoding: .utf8)
    for arguments in [["themes"], ["themes", "--json"], ["--practice", "--theme", "mine"]] {
      let answer = try await home.unitclock(arguments)
      #expect(answer.status == .exited(65), "\(arguments)")
      #expect(answer.error.contains(#/Mine\.yaml:\d+:\d+: /#), "\(arguments)")
    }
    let unknown = try await home.unitclock(["--practice", "--theme", "nope"])
    #expect(unknown.status == .exited(64) && unknown.error.contains("Night"))
  }

  @Test("teaches by example")
  func help() async throws {
    let home = try Home()
    let help = try await home.unitclock(["--help"])
    #expect(help.status == .exited(0))
    #expect(help.output.contains("unitclock units 97110=33 97140=7"))
    #expect(help.output.prefix { $0 != "[" }.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let version = try await home.unitclock(["--version"])
    #expect(version.output.contains(/^\d+\.\d+\.\d+\n$/))
  }

  @Test(
    "ends with 74 where its output finds no room",
    arguments: ["units 97110=33", "--help", "units --help", "--version"])
  func fullDisk(arguments: String) async throws {
    let answer = try await Answer(
      of: "sh", ["-c", "unitclock \(arguments) > /dev/full"], in: try Home().environment)
    #expect(answer.status == .exited(74))
    #expect(answer.error.contains("No space left"))
  }

  @Test("ends with 74 where its output outgrows a file's limit")
  func fullFile() async throws {
    let home = try Home()
    let script = #"""
      ulimit -f 1
      yes '{"minutes":{"97110":8}}' | unitclock units --batch > "$HOME/answers"
      exit ${PIPESTATUS[1]}
      """#
    let answer = try await Answer(of: "bash", ["-c", script], in: home.environment)
    #expect(answer.status == .exited(74))
    #expect(answer.error.contains("File too large"))
  }

  @Test("ends quietly when nobody reads on")
  func closedPipe() async throws {
    let script = #"""
      yes '{"minutes":{"97110":8}}' | unitclock units --batch | head -n 1 > /dev/null
      exit ${PIPESTATUS[1]}
      """#
    let answer = try await Answer(of: "bash", ["-c", script], in: try Home().environment)
    #expect(answer.status == .exited(0))
    #expect(answer.error.isEmpty)
  }

  @Test("answers each record as it comes")
  func dialogue() async throws {
    let script = #"""
      coproc unitclock units --batch
      for id in a b; do
        echo '{"id":"'$id'","minutes":{"97110":8}}' >&${COPROC[1]}
        read -r answer <&${COPROC[0]}
        echo "${answer:0:9}"
      done
      """#
    let answer = try await Answer(of: "bash", ["-c", script], in: try Home().environment)
    #expect(answer.output == #"{"id":"a""# + "\n" + #"{"id":"b""# + "\n")
  }
}

extension Home {
  fileprivate func unitclock(_ arguments: [String], input: String = "") async throws -> Answer {
    try await Answer(of: "unitclock", arguments, in: environment, input: input)
  }
}

/// What a bill says, as another program would declare it.
private struct Bill: Decodable {
  var id: String?
  var timedMinutes, totalUnits: Int
  var units: [String: Int]
  var tie: Bool
  var choiceCount: Int
  var choices: [[String: Int]]
}

extension Answer {
  fileprivate func bills() throws -> [Bill] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Bill.self, from: Data($0.utf8))
    }
  }
}
