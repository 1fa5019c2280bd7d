import Billing
import Interface
import SessionLog
import Testing

@Suite("Amounts allowed elsewhere")
struct AllowedElsewhereTests {
  private static let box = Script.visit + ": \"allowed elsewhere\" <enter> "

  private func script(_ words: String) throws -> Script {
    try Script(words, setup: .withTerms)
  }

  @Test(arguments: [
    ("1250", 125_000), ("1250.75", 125_075), ("0", 0), ("1000000", 100_000_000), ("$5", 500),
    ("1,250", 125_000), ("$32,400.50", 3_240_050), ("$1,000,000.00", 100_000_000),
  ])
  func `dollars and cents are stored as cents`(typed: String, cents: Int) throws {
    #expect(
      try script(Self.box + "\(typed) <enter>").kinds.last == .allowedElsewhere(cents: cents))
  }

  @Test(arguments: [
    ("", "Type dollars"), ("12.5", "not an amount"), ("12.345", "not an amount"),
    (".50", "not an amount"), ("12,50", "not an amount"), ("1250,000", "not an amount"),
    (",250", "not an amount"), ("1,,250", "not an amount"), ("1,250.5,0", "not an amount"),
    ("$", "not an amount"), ("5$", "not an amount"), ("$$5", "not an amount"),
    ("-5", "not an amount"), ("1000000.01", "at most $1,000,000"),
    ("999999999999", "at most $1,000,000"), ("１２", "not an amount"),
  ])
  func `anything else is refused, told, and kept`(typed: String, what: String) throws {
    let script = try script(Self.box + "\(typed) <enter>")
    #expect(script.shows(what))
    #expect(script.kinds.count == 1)
    #expect(script.typed == typed)
  }

  @Test func `what was stated before is offered`() throws {
    #expect(try script(Self.box + "12.05 <enter> : allowed <enter>").typed == "12.05")
    #expect(try script(Self.box + "12 <enter> : allowed <enter>").typed == "12")
  }

  @Test func `a payer without a threshold has nothing to state`() throws {
    let script = try Script(Self.box + "1250 <enter>")
    #expect(script.shows("Medicare B has no yearly threshold: there is nothing to state."))
    #expect(script.kinds.count == 1)
  }
}
