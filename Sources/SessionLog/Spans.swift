/// Stretches of time as a set: sorted, none touching another.
struct Spans {
  var ranges: [Range<Int64>] = []

  init(_ intervals: [Interval], at now: Instant) {
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      let start = interval.start.milliseconds
      let end = start + interval.milliseconds(at: now)
      if let last = ranges.last, start <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        ranges.append(start..<end)
      }
    }
  }

  var milliseconds: Int64 { ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }

  /// Whether it and an interval share any time.
  func meet(_ interval: Interval, at now: Instant) -> Bool {
    intersection(Spans([interval], at: now)).milliseconds > 0
  }

  func intersection(_ other: Spans) -> Spans { subtracting(subtracting(other)) }

  func subtracting(_ other: Spans) -> Spans {
    var rest = self
    for hole in other.ranges {
      rest.ranges = rest.ranges.flatMap { range -> [Range<Int64>] in
        guard range.overlaps(hole) else { return [range] }
        return [
          range.lowerBound..<max(range.lowerBound, hole.lowerBound),
          min(range.upperBound, hole.upperBound)..<range.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
    return rest
  }
}
