/// Whose plan of care a service belongs to.
public enum Discipline: String, CaseIterable, Codable, Sendable {
  case physicalTherapy = "PT"
  case occupationalTherapy = "OT"
  case speechLanguagePathology = "SLP"

  /// The discipline as a sentence names it.
  public var name: String {
    switch self {
    case .physicalTherapy: "physical therapy"
    case .occupationalTherapy: "occupational therapy"
    case .speechLanguagePathology: "speech-language pathology"
    }
  }

  /// The modifier that says whose plan of care a line is under.
  ///
  /// Source: Pub 100-04 ch. 5 s.20.1.
  public var modifier: String {
    switch self {
    case .physicalTherapy: "GP"
    case .occupationalTherapy: "GO"
    case .speechLanguagePathology: "GN"
    }
  }
}
