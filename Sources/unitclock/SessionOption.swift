import ArgumentParser

/// One session of a journal, as the commands that tell all of one take it.
struct SessionOption: ParsableArguments {
  @Argument(help: "The session's number, as `unitclock sessions` lists it.")
  var session: Int64

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print JSON.")
  var json = false
}
