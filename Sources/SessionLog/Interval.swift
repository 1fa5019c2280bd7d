/// A point on the log's own axis, in milliseconds.
///
/// The axis starts at the wall time of the first entry and advances with the steady clock, so that
/// a wall clock that is set back or forward lengthens and shortens nothing. Only differences
/// between instants mean anything.
public struct Instant: Hashable, Comparable, Codable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// The instant so many milliseconds later or, where negative, earlier.
  public func advanced(by milliseconds: Int64) -> Instant {
    Instant(milliseconds: self.milliseconds + milliseconds)
  }

  /// Milliseconds from `other` to here.
  public func since(_ other: Instant) -> Int64 { milliseconds - other.milliseconds }
}

/// Where minutes came from.
public enum Provenance: String, Codable, Sendable {
  /// A timer ran.
  case clocked
  /// A timer ran, and its start was moved afterwards, or its end to a later time.
  case backTimed = "back-timed"
  /// A person typed them.
  case typed
  /// A person corrected its times, or stated a total, and this is what had to be added or taken off.
  case corrected
  /// A person cut it off another interval.
  case split
}

/// A stretch of a code with clock times.
public struct Interval: Hashable, Sendable {
  /// The entry that began it.
  public var entry: EntryID
  /// Whose hands did the work.
  public var performer: Performer
  public var start: Instant
  /// Nothing while it runs.
  public var end: Instant?
  /// What the clock on the wall showed.
  public var startTime: WallTime
  public var endTime: WallTime?
  public var provenance: Provenance
  /// Made or moved after the day of service.
  public var isLate: Bool
  /// The machine was started anew while it ran: its length is by the wall clock.
  public var crossesRestart: Bool
  var boot: String
  /// The entry that ended it, or whose switch it was; none while it runs and where its end was
  /// stated.
  public var ending: EntryID?
  /// The entry that began the group it was given in; none for one client alone.
  public var group: EntryID?

  public var isRunning: Bool { end == nil }

  /// Its length in milliseconds at `now`, never negative.
  public func milliseconds(at now: Instant) -> Int64 { max(0, (end ?? now).since(start)) }
}

/// Time of a code that has no place on the clock.
public struct TypedTime: Hashable, Sendable {
  /// The entry that stated it.
  public var entry: EntryID
  /// Whose time it is: that of the code's performer when it was stated.
  public var performer: Performer
  /// Milliseconds; negative where a correction takes off.
  public var milliseconds: Int64
  public var provenance: Provenance
  /// Made after the day of service.
  public var isLate: Bool
}

/// A stretch in which everything was stopped, to go on later.
public struct Pause: Hashable, Sendable {
  /// The entry that began it.
  public var entry: EntryID
  /// The entry that ended it.
  public var ending: EntryID?
  public var start: Instant
  public var end: Instant?
  public var startTime: WallTime
  public var endTime: WallTime?
  /// Why, where a person said so.
  public var reason: String?
}
