/// Which codes are billed only beside another, CMS's add-on code edits.
public struct AddOnTable: Sendable {
  public let source: TableSource
  /// The primary codes of each add-on, lowest first.
  public let primaries: [ProcedureCode: [ProcedureCode]]

  public init(source: TableSource, primaries: [ProcedureCode: [ProcedureCode]]) {
    self.source = source
    self.primaries = primaries
  }
}
