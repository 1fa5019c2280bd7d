/// Every procedure code the program knows, those of the past too.
public struct Catalog: Sendable {
  /// The procedures, lowest code first.
  public let procedures: [Procedure]

  public static let builtIn = Catalog(procedures: [])

  init(procedures: [Procedure]) { self.procedures = procedures }

  /// The procedure of that number, if the catalogue has it.
  public subscript(code: ProcedureCode) -> Procedure? { nil }

  /// The procedures that `words` may mean, best first: codes that begin with the digits, then labels that have every word.
  /// Codes that are valid on `date` come first; without words, all of them.
  public func search(_ words: String, on date: ServiceDate) -> [Procedure] { [] }
}
