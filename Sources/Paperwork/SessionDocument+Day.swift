import SessionLog

// The visit as a whole: when it was planned for, that it did not take place, what the machine's
// clocks did, and what was added after the signature.
extension JSONWriter {
  mutating func appointment(_ appointment: Appointment) {
    object { json in
      json.member("start", appointment.startTime)
      json.member("end", appointment.endTime)
      json.member("minutes", appointment.minutes)
    }
  }

  mutating func absence(_ absence: Absence) {
    object { json in
      json.member("cause", absence.cause.rawValue)
      json.member("reason", absence.reason)
    }
  }

  mutating func gap(_ noticed: Session.NoticedGap) {
    object { json in
      json.member("entry", Int(noticed.entry.rawValue))
      json.member("cause", noticed.gap.cause.rawValue)
      json.member("start", noticed.gap.start.iso8601)
      json.member("end", noticed.gap.end.iso8601)
      json.member("seconds", Int(noticed.gap.seconds))
      json.member("keptSeconds", noticed.keptSeconds.map { Int($0) })
    }
  }

  mutating func addendum(_ addendum: Session.Addendum) {
    object { json in
      json.member("entry", Int(addendum.entry.rawValue))
      json.member("moment", addendum.moment.wallTime.iso8601)
      json.member("author", addendum.author)
      json.member("text", addendum.text)
      json.member("reason", addendum.reason)
    }
  }

  mutating func coSignature(_ coSignature: Session.CoSignature) {
    object { json in
      json.member("entry", Int(coSignature.entry.rawValue))
      json.member("moment", coSignature.moment.wallTime.iso8601)
      json.member("name", coSignature.name)
    }
  }
}
