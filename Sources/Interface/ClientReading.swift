import Billing
import SessionLog

/// What stands in the form of a client's record, read: the record, and what is wrong with fields.
struct ClientReading {
  typealias Field = ClientForm.Field

  private let form: ClientForm
  private let today: ServiceDate
  /// A sentence for each field that cannot be stored as it is.
  private(set) var errors: [Field: String] = [:]
  /// The days that were understood.
  private(set) var days: [Field: ServiceDate] = [:]
  private var amounts: [Field: Int] = [:]
  private var diagnoses: [String] = []

  init(_ form: ClientForm, on today: ServiceDate) {
    self.form = form
    self.today = today
    for field in Field.allCases { errors[field] = form.mistake(inChoiceOf: field) }
    if form.text(.client).isEmpty {
      errors[.client] = "Error: initials or a client code are needed."
    }
    if form.secondaryPayer.index != nil, form.secondaryPayer.index == form.payer.index {
      errors[.secondaryPayer] = "Error: that is the payer already; another or none is taken."
    }
    readDiagnoses()
    for field in Field.days { read(dayOf: field) }
    for field in [Field.visits, .units] { read(amountOf: field) }
    checkOrder()
  }

  /// The record; nothing where a field is wrong.
  var record: ClientRecord? {
    guard errors.isEmpty else { return nil }
    return ClientRecord(
      client: form.text(.client), discipline: form.discipline, payer: form.name(of: form.payer),
      secondaryPayer: form.name(of: form.secondaryPayer), diagnoses: diagnoses,
      planOfCare: planOfCare, authorization: authorization, progressReport: days[.progressReport])
  }

  private var planOfCare: PlanOfCare? {
    guard let start = days[.planStart], let end = days[.planEnd] else { return nil }
    return PlanOfCare(start: start, end: end)
  }

  private var authorization: Authorization? {
    guard let start = days[.authorizationStart], let end = days[.authorizationEnd] else {
      return nil
    }
    return Authorization(
      number: form.text(.authorization), start: start, end: end, visits: amounts[.visits],
      units: amounts[.units])
  }

  // MARK: Fields

  private mutating func readDiagnoses() {
    for word in form.text(.diagnoses).split(whereSeparator: { $0 == "," || $0 == " " }) {
      do throws(DiagnosisCode.Mistake) {
        let code = try DiagnosisCode(String(word)).description
        if !diagnoses.contains(code) { diagnoses.append(code) }
      } catch {
        errors[.diagnoses] = "Error: \(error)"
        return
      }
    }
  }

  private mutating func read(dayOf field: Field) {
    let text = form.text(field)
    guard !text.isEmpty else { return }
    do throws(DayEntry.Refusal) {
      days[field] =
        try DayEntry(text, on: today, year: field == .progressReport ? .past : .nearest).day
    } catch {
      errors[field] = error.sentence
    }
  }

  private mutating func read(amountOf field: Field) {
    let text = form.text(field)
    guard !text.isEmpty else { return }
    guard let amount = Int(text), amount > 0, text.allSatisfy(\.isNumber) else {
      errors[field] = "Error: “\(text)” is no number of \(field.rawValue); 1 to 9999 are taken."
      return
    }
    amounts[field] = amount
  }

  // MARK: What fields say together

  private mutating func checkOrder() {
    if let day = days[.progressReport], day > today {
      errors[.progressReport] = "Error: a day to come; today is \(today.inWords)."
    }
    check(from: .planStart, to: .planEnd, isNeeded: false)
    let isAuthorized =
      !form.text(.authorization).isEmpty || amounts[.visits] != nil || amounts[.units] != nil
    check(from: .authorizationStart, to: .authorizationEnd, isNeeded: isAuthorized)
  }

  /// Two days that are stated together, the first not after the last.
  private mutating func check(from start: Field, to end: Field, isNeeded: Bool) {
    let isStated = isNeeded || !form.text(start).isEmpty || !form.text(end).isEmpty
    if isStated, form.text(start).isEmpty { errors[start] = "Error: its first day is needed too." }
    if isStated, form.text(end).isEmpty { errors[end] = "Error: its last day is needed too." }
    guard let first = days[start], let last = days[end], last < first else { return }
    errors[end] = "Error: its last day, \(last.inWords), is before its first."
  }
}

extension ClientForm.Field {
  /// The fields that hold a day.
  static let days: [Self] = [
    .planStart, .planEnd, .progressReport, .authorizationStart, .authorizationEnd,
  ]
}
