import Billing
import GRDB
import SessionLog
import Testing

@testable import Journal

/// The index tells of each visit what its entries tell, and finds it.
@Suite struct VisitTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func sessions(_ visits: [PastVisit]) -> [Int64] { visits.map(\.session.rawValue) }

  private func visit(_ number: Int64, in journal: Journal) throws -> PastVisit {
    let visits = try journal.visits(matching: VisitQuery())
    return try #require(visits.first { $0.session.rawValue == number })
  }

  // MARK: What a visit's line says

  @Test func aVisitIsTreatedOnceAClockStartedOrMinutesOrUnitsWereTyped() throws {
    let exercise = try Sample.code("97110")
    let time = WallTime(milliseconds: 0, utcOffset: 0)
    let treating: [Entry.Kind] = [
      .started(code: exercise), .secondsTyped(code: exercise, seconds: 60),
      .totalStated(code: exercise, seconds: 60), .unitsStated(code: exercise, units: 1),
      .intervalStated(code: exercise, start: time, end: time),
      .groupStarted(code: exercise, members: [SessionID(rawValue: 1)]),
    ]
    for kind in treating {
      let journal = try Journal.inMemory()
      try journal.append(try Sample.opening())
      try journal.append(try Sample.draft(.added(code: exercise), 1))
      #expect(try !visit(1, in: journal).isTreated)
      try journal.append(try Sample.draft(kind, 1))
      #expect(try visit(1, in: journal).isTreated)
    }
  }

  @Test func codesStandInTheOrderInWhichTheyWereAdded() throws {
    let journal = try Journal.inMemory()
    var opening = try Sample.fullVisit()
    opening.codes = [try Sample.code("97530"), try Sample.code("97110")]
    try journal.append(
      Draft(sessions: [], moment: try Sample.moment(), author: "A", kind: .opened(opening)))
    try journal.append(try Sample.draft(.added(code: try Sample.code("97112")), 1))
    let group = try Sample.code("97150")
    try journal.append(
      try Sample.draft(.groupStarted(code: group, members: [SessionID(rawValue: 1)]), 1))
    #expect(
      try visit(1, in: journal).codes.map(\.description) == ["97530", "97110", "97112", "97150"])
  }

  @Test func aGroupTreatsItsMembersAndNobodyElse() throws {
    let journal = try Journal.inMemory()
    for client in ["A", "B", "C"] { try journal.append(try Sample.opening(of: client)) }
    let group = try Sample.code("97150")
    let members = [SessionID(rawValue: 1), SessionID(rawValue: 2)]
    let start = try journal.append(
      try Sample.draft(.groupStarted(code: group, members: members), 1, 2, 3))
    func treated() throws -> [Int64] {
      sessions(try journal.visits(matching: VisitQuery()).filter(\.isTreated)).sorted()
    }
    #expect(try treated() == [1, 2])
    #expect(try sessions(journal.visits(matching: VisitQuery(codes: [group]))) == [2, 1])
    try journal.append(try Sample.draft(.undone(entry: start.id), 1, 2, 3))
    #expect(try treated() == [])
    #expect(try journal.visits(matching: VisitQuery(codes: [group])).isEmpty)
    try journal.append(try Sample.draft(.redone(entry: start.id), 1, 2, 3))
    #expect(try treated() == [1, 2])
  }

  @Test func aSignedVisitSaysWhatWasBilled() throws {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening())
    #expect(try visit(1, in: journal).units == nil)
    try journal.append(try Sample.draft(.signed(try Sample.signature()), 1))
    let signed = try visit(1, in: journal)
    #expect(signed.standing == .signed)
    #expect(signed.units == 1)
    #expect(signed.minutes == 20)
  }

  @Test(arguments: [
    (Absence.Cause.noShow, PastVisit.Standing.noShow), (.cancelled, .cancelled),
  ])
  func aVisitNotHeldIsClosedUntilThatIsUndone(
    _ cause: Absence.Cause, _ standing: PastVisit.Standing
  ) throws {
    let journal = try Journal.inMemory()
    let later = try Sample.date("2026-12-24")
    try journal.append(try Sample.opening())
    let absence = try journal.append(
      try Sample.draft(.notHeld(Absence(cause: cause, reason: "snow")), 1))
    #expect(try visit(1, in: journal).standing == standing)
    #expect(try journal.entries(of: .current(on: later)).isEmpty)
    try journal.append(try Sample.draft(.undone(entry: absence.id), 1))
    #expect(try visit(1, in: journal).standing == .open)
    #expect(try journal.entries(of: .current(on: later)).count == 3)
    try journal.append(try Sample.draft(.redone(entry: absence.id), 1))
    #expect(try visit(1, in: journal).standing == standing)
  }

  @Test func aCorrectedVisitIsFoundUnderWhatIsRight() throws {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening(of: "Wrong"))
    var right = try Sample.fullVisit()
    right.date = try Sample.date("2026-01-01")
    let correction = try journal.append(try Sample.draft(.visitCorrected(right), 1))
    #expect(
      try journal.visits(of: ClientKey(client: "wrong", discipline: .occupationalTherapy)) == [])
    let found = try #require(try journal.visits(of: right.recordKey).first)
    #expect(found.client == "KM·47")
    #expect(found.clinician == "B. Cole")
    // The date of service is never corrected.
    #expect(try found.date == Sample.date("2026-11-21"))
    try journal.append(try Sample.draft(.undone(entry: correction.id), 1))
    #expect(try visit(1, in: journal).client == "Wrong")
  }

  @Test func theClientIsShownAsTypedAndFoundHoweverTyped() throws {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening(of: " Żółw "))
    let key = ClientKey(client: "żÓŁW", discipline: .occupationalTherapy)
    #expect(try journal.visits(of: key).map(\.client) == [" Żółw "])
    #expect(try journal.visits(of: ClientKey(client: "żółw", discipline: .physicalTherapy)) == [])
    #expect(try journal.visits(matching: VisitQuery(words: ["ŻÓŁ"])).count == 1)
  }

  // MARK: Finding

  /// Every query of a small set of words, codes, dates and standings finds what reading all visits
  /// one by one finds.
  @Test func aSearchFindsWhatReadingEveryVisitFinds() throws {
    let journal = try Journal.inMemory()
    let days = ["2026-11-19", "2026-11-20", "2026-11-21"]
    let codes = try ["97110", "97530", "97140"].map { try Sample.code($0) }
    for number in 0..<24 {
      let id = Int64(number) + 1
      // Some of few visits and some of many: they are looked up in different ways.
      let client = number < 12 ? ["KM", "km2", "JT", "%_'"][number % 4] : "P\(number)"
      try journal.append(try Sample.opening(of: client, on: days[number % 3]))
      try journal.append(try Sample.draft(.added(code: codes[number % 3]), id))
      if number % 2 == 0 {
        try journal.append(try Sample.draft(.added(code: codes[(number + 1) % 3]), id))
      }
      if number % 5 == 0 {
        try journal.append(try Sample.draft(.signed(try Sample.signature()), id))
      }
    }
    let all = try journal.visits(matching: VisitQuery())
    #expect(sessions(all).count == 24)
    var found = 0
    for words in [
      [], ["km"], ["K", "care"], ["m"], ["zz"], ["%"], ["_'"], ["jt", "km"], ["p1"], ["P13"],
    ] {
      for code in [nil] + codes.map(Optional.some) {
        for day in [nil] + (try days.map { try Sample.date($0) }) {
          for standing in [nil, PastVisit.Standing.open, .signed, .noShow] {
            let query = VisitQuery(
              words: words, codes: code.map { [$0] } ?? [], from: day, standing: standing)
            let expected = all.filter { visit in
              let text = "\(visit.client)\n\(visit.payer ?? "")".lowercased()
              return words.allSatisfy { text.contains($0.lowercased()) }
                && (code.map(visit.codes.contains) ?? true)
                && (day.map { visit.date >= $0 } ?? true)
                && (standing.map { $0 == visit.standing } ?? true)
            }
            #expect(try journal.visits(matching: query) == expected)
            found += expected.count
          }
        }
      }
    }
    #expect(found > 100)
  }

  @Test func theLatestComeFirstAndNoMoreThanWanted() throws {
    let journal = try Journal.inMemory()
    for day in ["2026-11-20", "2026-11-22", "2026-11-21", "2026-11-22"] {
      try journal.append(try Sample.opening(on: day))
    }
    #expect(try sessions(journal.visits(matching: VisitQuery())) == [4, 2, 3, 1])
    #expect(try sessions(journal.visits(matching: VisitQuery(limit: 2))) == [4, 2])
    #expect(try journal.visits(matching: VisitQuery(limit: 0)).isEmpty)
    let through = try Sample.date("2026-11-21")
    #expect(try sessions(journal.visits(matching: VisitQuery(through: through))) == [3, 1])
  }

  // MARK: A long history

  /// What a search or a client's visits cost is counted in lines of the index, never in entries.
  @Test func noQuestionAboutVisitsReadsEntries() throws {
    try Journal.open(folder).close()
    let key = ClientKey(client: "A", discipline: .physicalTherapy)
    let code = try Sample.code("97110")
    let day = try Sample.date("2026-11-21")
    let searches = [
      VisitRows.Search(of: key), VisitRows.Search(VisitQuery(codes: [code])),
      VisitRows.Search(VisitQuery(from: day, through: day)),
      VisitRows.Search(VisitQuery(words: ["km"])),
    ]
    try DatabaseQueue(path: folder.journal).read { db in
      for (search, areRare) in searches.flatMap({ [($0, false), ($0, true)] }) {
        let (sql, arguments) = VisitRows.statement(for: search, areRare: areRare)
        let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
          .map { $0["detail"] as String }
        #expect(!plan.contains { $0.contains("entries") || $0.contains("entry_sessions") })
        // Words are looked for along the dates, up to as many as are wanted, or among themselves.
        #expect(!plan.contains("SCAN sessions"))
        #expect(!plan.contains("SCAN session_codes"))
      }
    }
  }
}
