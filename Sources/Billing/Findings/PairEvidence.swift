/// Whether the clock shows that the two services of a code pair were given apart.
///
/// Only services in different intervals may be told apart by a modifier, and typed minutes without
/// clock times show nothing (NCCI Policy Manual ch. 11 s.P).
struct PairEvidence {
  let standing: Standing
  /// What the clock shows, in a sentence that lists the intervals.
  let words: String
  /// Whether no visit of the day had both.
  var isOfDifferentVisits = false
  /// Whether nobody gave both.
  var isByDifferentPerformers = false

  enum Standing: String {
    case separate, overlapping, unknown
  }

  /// The evidence for two services, each with its intervals of the day.
  init(_ first: Part, _ second: Part) {
    if let shared = first.interval(sharingTimeWith: second) {
      standing = .overlapping
      words = "The logged intervals overlap: \(shared)."
    } else if let gap = first.gap ?? second.gap {
      standing = .unknown
      words = "Nothing shows that they were given apart: \(gap)."
    } else {
      standing = .separate
      words = "The logged intervals were separate: \(first.words); \(second.words)."
      isOfDifferentVisits = Self.areApart(first, second, by: \.visit)
      isByDifferentPerformers = Self.areApart(first, second, by: \.performer)
    }
  }

  private static func areApart(
    _ first: Part, _ second: Part, by trait: (LoggedInterval) -> some Hashable
  ) -> Bool {
    Set(first.intervals.map(trait)).isDisjoint(with: second.intervals.map(trait))
  }

  /// One of the two services.
  struct Part {
    let code: ProcedureCode
    /// In the order of the clock.
    let intervals: [LoggedInterval]
    let hasTypedTime: Bool

    init(_ code: ProcedureCode, of day: TreatmentDay) {
      self.code = code
      intervals = day.intervals.filter { $0.code == code }
        .sorted { ($0.start, $0.end, $0.label) < ($1.start, $1.end, $1.label) }
      hasTypedTime = day.services.contains { $0.code == code && $0.hasTypedTime }
    }

    var words: String {
      "\(code) \(intervals.map { $0.label + ($0.isTyped ? " typed" : "") }.joined(separator: ", "))"
    }

    /// Why its intervals do not say when all of it was given; nothing where they do.
    var gap: String? {
      if intervals.isEmpty { return "\(code) has no clock times" }
      return hasTypedTime ? "\(code) has typed minutes without clock times" : nil
    }

    /// The first two intervals that share time, in words.
    func interval(sharingTimeWith other: Part) -> String? {
      for mine in intervals {
        for their in other.intervals
        where mine.sharesTime(with: their) {
          return "\(code) \(mine.label) and \(other.code) \(their.label)"
        }
      }
      return nil
    }
  }
}
