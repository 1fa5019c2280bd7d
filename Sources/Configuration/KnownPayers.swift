package import Billing

extension Payers {
  /// The payers that the program brings, with those of the `payers.yaml` in the folder of settings,
  /// if there is one.
  package static func load(userFolder: String?) throws(ConfigurationError) -> Payers {
    let ours = try PayerFile(
      entries: Value(PackageResources.Payers_yaml, file: "Payers.yaml")?.list() ?? [], day: .first,
      file: nil
    ).read()
    let read = ours.compactMap(\.payer.terms?.evidence.date).max() ?? .first
    let edition = "payers of \(read)"
    guard let userFolder, let file = try UserFile(named: "payers.yaml", in: userFolder) else {
      return Payers(ours, edition: edition)
    }
    let all = try PayerFile(entries: file.entries(), day: file.day, file: file.path).read(
      over: ours)
    return Payers(all, edition: "\(edition), changed by payers.yaml of \(file.day)")
  }
}
