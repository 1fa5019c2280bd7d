import Billing
import SessionLog

/// The kinds that came with a whole day: published, as those before.
extension StoredTextTests {
  static func dayTable() throws -> [(kind: Entry.Kind, text: String)] {
    let (code, other) = (try Sample.code("97110"), try Sample.code("97530"))
    let group = try Sample.code("97150")
    let entry = EntryID(rawValue: 3)
    let members = [SessionID(rawValue: 1), SessionID(rawValue: 2)]
    let start = WallTime(milliseconds: 1000, utcOffset: -18_000)
    let end = WallTime(milliseconds: 2000, utcOffset: -18_000)
    let (startText, endText) = (
      #"{"milliseconds":1000,"utcOffset":-18000}"#, #"{"milliseconds":2000,"utcOffset":-18000}"#
    )
    return [
      (
        .groupStarted(code: group, members: members),
        #"{"groupStarted":{"code":"97150","members":[1,2]}}"#
      ),
      (
        .groupStarted(
          code: group, members: members, performer: Performer(role: .therapist, name: "A. Reyes")),
        #"{"groupStarted":{"code":"97150","members":[1,2],"performer":"#
          + #"{"name":"A. Reyes","role":"therapist"}}}"#
      ),
      (
        .groupStopped(code: group, members: members),
        #"{"groupStopped":{"code":"97150","members":[1,2]}}"#
      ),
      (
        .switchMoved(entry: entry, time: start),
        #"{"switchMoved":{"entry":3,"time":\#(startText)}}"#
      ),
      (
        .intervalCorrected(code: code, interval: entry, start: start, end: end),
        #"{"intervalCorrected":{"code":"97110","end":\#(endText),"interval":3,"#
          + #""start":\#(startText)}}"#
      ),
      (
        .intervalCorrected(code: code, interval: entry, start: start, end: nil),
        #"{"intervalCorrected":{"code":"97110","interval":3,"start":\#(startText)}}"#
      ),
      (
        .intervalSplit(code: code, interval: entry, time: start, rest: other),
        #"{"intervalSplit":{"code":"97110","interval":3,"rest":"97530","time":\#(startText)}}"#
      ),
      (
        .intervalSplit(code: code, interval: entry, time: start, rest: nil),
        #"{"intervalSplit":{"code":"97110","interval":3,"time":\#(startText)}}"#
      ),
      (
        .stretchRemoved(code: code, interval: entry, start: start, end: end),
        #"{"stretchRemoved":{"code":"97110","end":\#(endText),"interval":3,"#
          + #""start":\#(startText)}}"#
      ),
      (
        .noticed(ClockGap(cause: .clockMoved, start: start, end: end, seconds: -3600)),
        #"{"noticed":{"_0":{"cause":"clock-moved","end":\#(endText),"seconds":-3600,"#
          + #""start":\#(startText)}}}"#
      ),
      (
        .gapSettled(entry: entry, seconds: 0), #"{"gapSettled":{"entry":3,"seconds":0}}"#
      ),
    ] + (try visitTable())
  }

  /// What is stated of a visit as a whole, and of a client.
  private static func visitTable() throws -> [(kind: Entry.Kind, text: String)] {
    let day = try Sample.date("2026-11-21")
    let planned = Visit(
      client: "KM", discipline: .speechLanguagePathology, payer: .unnamed(.ama), clinician: "A",
      date: day, appointment: Appointment(start: 600, minutes: 45),
      codes: [try Sample.code("92507")])
    let plannedText =
      #"{"appointment":{"minutes":45,"start":600},"client":"KM","clinician":"A","#
      + #""codes":["92507"],"date":"2026-11-21","discipline":"SLP","payer":{"rule":"ama"}}"#
    let full = ClientRecord(
      client: "KM", discipline: .physicalTherapy, payer: "Aetna", secondaryPayer: "Medigap",
      diagnoses: ["M25.561"], planOfCare: PlanOfCare(start: day, end: day),
      authorization: Authorization(number: "A1", start: day, end: day, visits: 12, units: 48),
      progressReport: day)
    return [
      (.opened(planned), #"{"opened":{"_0":\#(plannedText)}}"#),
      (.visitCorrected(planned), #"{"visitCorrected":{"_0":\#(plannedText)}}"#),
      (
        .notHeld(Absence(cause: .noShow, reason: "")),
        #"{"notHeld":{"_0":{"cause":"no-show","reason":""}}}"#
      ),
      (
        .notHeld(Absence(cause: .cancelled, reason: "ill")),
        #"{"notHeld":{"_0":{"cause":"cancelled","reason":"ill"}}}"#
      ),
      (.addendum("the left knee"), #"{"addendum":{"_0":"the left knee"}}"#),
      (.coSigned(name: "Ana Reyes"), #"{"coSigned":{"name":"Ana Reyes"}}"#),
      (
        .clientStated(full),
        #"{"clientStated":{"_0":{"authorization":{"end":"2026-11-21","number":"A1","#
          + #""start":"2026-11-21","units":48,"visits":12},"client":"KM","diagnoses":["M25.561"],"#
          + #""discipline":"PT","payer":"Aetna","#
          + #""planOfCare":{"end":"2026-11-21","start":"2026-11-21"},"#
          + #""progressReport":"2026-11-21","secondaryPayer":"Medigap"}}}"#
      ),
      (
        .clientStated(ClientRecord(client: "KM", discipline: .physicalTherapy)),
        #"{"clientStated":{"_0":{"client":"KM","diagnoses":[],"discipline":"PT"}}}"#
      ),
    ]
  }
}
