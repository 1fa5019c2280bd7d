package import Billing

extension EvaluationLevel {
  /// The level in words: what `evaluate` prints.
  package var lines: [NoteLine] {
    var lines = [
      NoteLine("\(code), \(level.rawValue)", .heading),
      NoteLine("Typically \(typicalMinutes) min: typical only, never a threshold."),
    ]
    var why: [NoteLine] = []
    for reason in because { why.add(reason, after: "  - ") }
    why.add("\(source), \(sourceDate)", after: "  ", .quiet)
    lines.add(part: "Why", why)
    return lines
  }
}

extension JSONWriter {
  /// Writes the level of an evaluation as `evaluate --json` prints it.
  package mutating func evaluation(_ evaluation: EvaluationLevel) {
    object { json in
      json.member("code", evaluation.code.description)
      json.member("level", evaluation.level.rawValue)
      json.member("typicalMinutes", evaluation.typicalMinutes)
      json.member("because", evaluation.because)
      json.member("source", evaluation.source)
      json.member("sourceDate", evaluation.sourceDate.description)
    }
  }
}
