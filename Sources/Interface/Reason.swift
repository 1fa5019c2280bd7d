/// Why times are corrected, as people usually say it.
enum Reason {
  /// The most characters of one.
  static let limit = 120

  static let usual = [
    "forgot to start", "forgot to stop", "forgot to switch", "wrong code", "interrupted",
  ]

  /// The first usual reason that begins as was typed; nothing where none does.
  static func suggestion(for typed: String) -> String? {
    guard !typed.isEmpty else { return nil }
    return usual.first { $0.hasPrefix(typed.lowercased()) && $0 != typed.lowercased() }
  }

  /// The usual reason after the one that stands there; the first where none does.
  static func next(after text: String) -> String {
    guard let index = usual.firstIndex(of: text) else { return usual[0] }
    return usual[(index + 1) % usual.count]
  }

  /// What was typed, as the usual reason where it begins only one.
  static func completed(_ typed: String) -> String {
    let matches = usual.filter { $0.hasPrefix(typed.lowercased()) }
    return matches.count == 1 ? matches[0] : typed
  }
}
