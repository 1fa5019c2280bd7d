import Foundation
import Interface
import SessionLog
import Testing

@Suite("Wrong PINs, as their file has them")
struct PINAttemptTests {
  /// The file may be damaged, or written by another program.
  @Test(arguments: [Int.max, Int.min, -1, 0, 7], [Int64.min, .max, 0])
  func `are counted on from any number`(wrong: Int, reading: Int64) throws {
    let now = try Script().now
    var moment = now
    (moment.wall, moment.steady, moment.awake) = (reading, reading, reading)
    let last = String(decoding: try JSONEncoder().encode(moment), as: UTF8.self)
    let text = "{\"wrong\":\(wrong),\"last\":\(last)}"
    var attempts = try JSONDecoder().decode(PINAttempts.self, from: Data(text.utf8))
    #expect((0...1_000_000).contains(attempts.wrong))
    _ = attempts.millisecondsToWait(at: now)
    attempts.addWrong(at: now)
    attempts.addWrong(at: now)
    #expect((5_000...300_000).contains(attempts.millisecondsToWait(at: now)))
  }

  @Test func `come back as they were written`() throws {
    var attempts = PINAttempts()
    attempts.addWrong(at: try Script().now)
    let data = try JSONEncoder().encode(attempts)
    #expect(try JSONDecoder().decode(PINAttempts.self, from: data) == attempts)
  }
}
