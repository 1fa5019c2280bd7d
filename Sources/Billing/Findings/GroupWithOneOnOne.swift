extension Review {
  /// `group-with-one-on-one`: the same minutes stand under a group and under a code that
  /// wants the performer alone with one client.
  ///
  /// Such minutes overlap too, and are found as such.
  var groupsWithOneOnOne: [Finding] {
    sharedTimes.filter { shared in
      let kinds = [catalog[shared.mine.code]?.attendance, catalog[shared.other.code]?.attendance]
      return kinds.contains(.group) && (kinds.contains(.oneOnOne) || kinds.contains(.constant))
    }.map { shared in
      Finding(
        .groupWithOneOnOne, .stop, codes: shared.codes,
        message: "\(shared.words) are the same minutes, in a group and one on one.",
        remedy: "Give each minute to the group or to the one client.",
        source: .groupCode)
    }
  }
}
