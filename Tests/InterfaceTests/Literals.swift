package import Billing
package import Interface

// Codes and days as tests write them. A wrong one is a mistake in the test, not a result of it.

extension ProcedureCode: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let code = ProcedureCode(text) else { preconditionFailure("\(text) is no code") }
    self = code
  }
}

extension ServiceDate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let date = ServiceDate(text) else { preconditionFailure("\(text) is no day") }
    self = date
  }
}

extension ClockText: ExpressibleByIntegerLiteral {
  package init(integerLiteral minute: Int) { self.init(minute: minute) }
}
