import Testing

/// Something that may stand in few targets, or in none.
struct Restriction: CustomTestStringConvertible {
  let what: String
  let pattern: String
  /// A line that the pattern must find.
  let example: String
  var targets: Set<String> = []
  /// Part of the text it is looked for in.
  var view = SourceText.View.code

  var testDescription: String { what }

  static let all = [
    Restriction(
      what: "reading a clock",
      pattern: #"(?:^|\W)Date\(\)|\.now(?!\w)|(?:Continuous|Suspending)Clock|clock_gettime"#,
      example: "let began = Date()",
      targets: ["unitclock"]),
    Restriction(
      what: "the calendar, zone or locale of the machine",
      pattern:
        #"(?:Calendar|TimeZone|Locale)\.current(?!\w)|\.autoupdatingCurrent|(?:^|\W)localtime"#,
      example: "Calendar.current",
      targets: ["unitclock"]),
    Restriction(
      what: "printing",
      pattern: #"^(?!.*func print\()(?:.*[^\w.])?print\("#,
      example: "print(units)",
      targets: ["unitclock"]),
    Restriction(
      what: "an escape sequence of our own",
      pattern: #"(?i)\\u\{0*1B\}"#,
      example: #"let bold = "\u{1b}[1m""#,
      view: .withoutComments),
    Restriction(
      what: "public, where no one else links",
      pattern: #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public|open)\s+(?!import)"#,
      example: "@discardableResult public func total() -> Int",
      targets: ["Billing", "SessionLog"]),
    Restriction(
      what: "a second thread",
      pattern: #"(?:^|\W)(?:async|await)(?!\w)|Dispatch(?:Queue|Semaphore|Group)|NSLock|Mutex<"#,
      example: "let bill = await bill(day)"),
    Restriction(
      what: "a check the compiler was told to forgo",
      pattern: #"nonisolated\(unsafe\)|@unchecked|unsafeBitCast|unowned\(unsafe\)"#,
      example: "nonisolated(unsafe) var count = 0",
      // The locale by which the widths of characters are measured, a handle of C that never changes.
      targets: ["Screen"]),
    Restriction(what: "try!", pattern: #"(?:^|\W)try!"#, example: "let log = try! Journal()"),
    Restriction(what: "a forced cast", pattern: #"(?:^|\W)as!"#, example: "x as! Int"),
    Restriction(
      what: "a deliberate crash",
      pattern: #"(?:^|\W)(?:fatalError|preconditionFailure|assertionFailure)\("#,
      example: "default: fatalError()"),
    Restriction(
      what: "a type named for no idea",
      pattern: #"(?:struct|class|enum|actor|protocol)\s+\w*(?:Manager|Helper|Util)"#,
      example: "final class SessionManager {"),
    Restriction(
      what: "work left lying",
      pattern: #"TODO|FIXME|XXX"#,
      example: "// TODO: units",
      view: .everything),
  ]
}

@Suite("What stands only where it may")
struct PlaceTests {
  @Test("stands nowhere else", arguments: Restriction.all)
  func stands(_ restriction: Restriction) throws {
    let pattern = try Regex(restriction.pattern)
    let files = try SourceTree.files().filter { !restriction.targets.contains($0.target) }
    for place in files.flatMap({ $0.places(of: pattern, in: restriction.view) }) {
      Issue.record("\(place): \(restriction.what)")
    }
  }

  @Test("would be found", arguments: Restriction.all)
  func finds(_ restriction: Restriction) throws {
    let lines = SourceText(restriction.example).lines(restriction.view)
    #expect(try lines[0].contains(Regex(restriction.pattern)))
  }
}
