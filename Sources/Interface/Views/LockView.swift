import Screen
import SessionLog

extension Canvas {
  /// The locked screen: nothing on it names anyone.
  mutating func drawLock(_ lock: Lock, of state: State, at now: Moment) {}

  mutating func drawPIN(_ box: PINBox, of state: State, in area: Rectangle) {}
}
