/// One of two ways to go.
public enum Direction: Hashable, Sendable {
  case forward, backward
}
