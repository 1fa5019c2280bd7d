import Screen
import SessionLog

extension State {
  mutating func openClient(at now: Moment) -> [Effect] { [] }

  mutating func pressOnClientForm(_ form: ClientForm, _ key: Key, at now: Moment) -> [Effect] {
    if key == .escape { goBack() }
    return []
  }

  mutating func pressOnDues(_ box: DuesBox, _ key: Key, at now: Moment) -> [Effect] {
    overlay = nil
    return []
  }

  /// Takes what the journal knows of a client.
  mutating func takeRecalled(
    _ key: ClientKey, records: [Entry], visits: [PastVisit], at now: Moment
  ) {}
}
