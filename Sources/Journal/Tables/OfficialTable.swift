package import Billing

/// A table that CMS publishes, as its files hold it, of the codes that are wanted.
package struct OfficialTable: Equatable, Sendable {
  /// Which of CMS's tables there are.
  package enum Sort: String, CaseIterable, Sendable {
    /// Procedure-to-procedure edits: code pairs.
    case pairs = "ptp"
    /// Medically unlikely edits: the most units a day.
    case limits = "mue"
    /// Add-on code edits: which codes stand only beside another.
    case addOns = "addon"
  }

  /// The rows of the codes that are wanted.
  package enum Rows: Equatable, Sendable {
    case pairs([PairEdit])
    case limits([ProcedureCode: LimitTable.Limit])
    case addOns([AddOnEdit])

    package var count: Int {
      switch self {
      case .pairs(let edits): edits.count
      case .limits(let limits): limits.count
      case .addOns(let edits): edits.count
      }
    }

    package var sort: Sort {
      switch self {
      case .pairs: .pairs
      case .limits: .limits
      case .addOns: .addOns
      }
    }
  }

  /// What is known of a table beside its rows.
  package struct Description: Hashable, Sendable {
    package var sort: Sort
    /// Whose services it is for; none for add-on edits, which are everybody's.
    package var kind: TableSource.Kind?
    /// The names of its files, without their folders.
    package var files: [String]
    /// The day on which it was true, and how that is known.
    package var date: ServiceDate
    package var dateBasis: Basis
    /// The rows of its files, and those among them that were kept.
    package var rowsRead: Int
    package var rowsKept: Int
  }

  /// What a table's kind or date is known by.
  package enum Basis: String, Codable, Sendable {
    /// The person said so.
    case option
    /// The file's name.
    case name
    /// The line that names the columns.
    case header
    /// The latest day that stands in the rows: it was true on that day at least.
    case rows
    /// The day on which the newest code of the rows began: it was true on that day at least.
    case codes
    /// Nothing told otherwise.
    case assumed
  }

  package var description: Description
  package var kindBasis: Basis
  package var rows: Rows
  /// The code of the rows that began last.
  package var newestCode: ProcedureCode?
  /// What a person should know of the import, in sentences.
  package var notes: [String]
}

/// A row of the add-on code edits.
package struct AddOnEdit: Hashable, Sendable {
  /// The code that must stand beside the add-on; none where the table leaves it to the payer.
  package var primary: ProcedureCode?
  package var addOn: ProcedureCode
  package var type: Kind

  /// How complete the primary codes are.
  package enum Kind: Int, CaseIterable, Sendable {
    /// 1: the table names every primary code.
    case complete = 1
    /// 2: the table names none; the payer knows them.
    case payers = 2
    /// 3: the table names some; the payer may know more.
    case some = 3
  }
}
