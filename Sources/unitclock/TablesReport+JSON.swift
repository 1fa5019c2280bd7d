import Billing
import Journal
import Paperwork
import SessionLog

extension JSONWriter {
  /// Writes the tables as `tables --json` prints them.
  mutating func tables(_ report: TablesReport) {
    object { json in
      json.member("date", report.today.description)
      json.member("tables") { json in json.array(report.rows) { $0.table($1) } }
      json.member("catalog") { json in
        let days = report.tables.catalog.procedures.map(\.source.date)
        json.object { json in
          json.member("codes", days.count)
          json.member("firstSourceDate", days.min()?.description)
          json.member("lastSourceDate", days.max()?.description)
        }
      }
      json.member("thresholds") { json in
        json.array(report.tables.thresholds.rows) { $0.threshold($1) }
      }
    }
  }

  /// Writes one table, as `import --json` prints it too.
  mutating func table(_ row: TablesReport.Row) {
    let description = row.imported?.description
    object { json in
      json.member("sort", row.sort.rawValue)
      json.member("kind", row.kind?.rawValue)
      json.member("name", row.name)
      json.member("files", description?.files ?? [])
      json.member("date", row.date.description)
      json.member("dateBasis", description?.dateBasis.rawValue)
      json.member("rowsRead", description?.rowsRead)
      json.member("rowsKept", row.rowsKept)
      json.member("imported", row.imported?.imported.iso8601)
      json.member("inForce", row.inForce)
      json.member("olderThanQuarter", row.isOlder)
    }
  }

  private mutating func threshold(_ row: Thresholds.Row) {
    object { json in
      json.member("year", row.year)
      json.member("confidence", row.confidence.rawValue)
      json.member("source", row.source.text)
      json.member("sourceDate", row.source.date.description)
    }
  }
}
