import ArgumentParser
import Billing
import Paperwork
import SessionLog

/// `--date`, as every command that asks for a day takes it.
struct DayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The date of service; today where not given.", valueName: "yyyy-mm-dd"),
    transform: { text in try ServiceDate.written(text) })
  var date: ServiceDate?

  /// The day asked for.
  var day: ServiceDate { date ?? Clock.moment().localDay }
}
