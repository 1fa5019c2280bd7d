/// Every procedure code the program knows, those of the past too.
public struct Catalog: Sendable {
  /// The procedures, lowest code first.
  public let procedures: [Procedure]
  /// Numbers that never were codes, and the code that is meant by each.
  public let slips: [ProcedureCode: ProcedureCode]

  private let places: [ProcedureCode: Int]
  private let addOns: [ProcedureCode: Int]

  /// The catalogue that the program brings.
  ///
  /// A test reads the built-in file, so a mistake in it does not get this far. If one did, every
  /// code would be unknown, which refuses every signature; a crash would take the visit with it.
  public static let builtIn: Catalog =
    (try? Catalog(parsing: builtInText, named: "Codes.tsv")) ?? Catalog(procedures: [])

  /// The text of the built-in file.
  static var builtInText: String { String(decoding: PackageResources.Codes_tsv, as: UTF8.self) }

  /// A catalogue of these procedures; where a code stands twice, the later one counts.
  public init(procedures: [Procedure], slips: [ProcedureCode: ProcedureCode] = [:]) {
    let byCode = Dictionary(procedures.map { ($0.code, $0) }) { $1 }
    let sorted = byCode.values.sorted { $0.code < $1.code }
    self.procedures = sorted
    self.slips = slips
    places = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.code), sorted.indices))
    addOns = Dictionary(
      sorted.enumerated().compactMap { place, procedure in
        guard case .addOn(let base, _, _) = procedure.timing else { return nil }
        return (base, place)
      }, uniquingKeysWith: min)
  }

  /// The procedure of that number, if the catalogue has it.
  public subscript(code: ProcedureCode) -> Procedure? { places[code].map { procedures[$0] } }

  /// The procedure that bills the further time of `base`, if it is a family's.
  public func addOn(of base: ProcedureCode) -> Procedure? { addOns[base].map { procedures[$0] } }

  /// This catalogue with `changes` in the place of, or beside, its own procedures.
  public func replacing(with changes: [Procedure]) -> Catalog {
    Catalog(procedures: procedures + changes, slips: slips)
  }
}
