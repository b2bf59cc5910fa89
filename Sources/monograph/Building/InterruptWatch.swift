import Dispatch
import Glibc
import Synchronization

/// Notices Ctrl-C and a polite kill while it lives, so that a long task can end tidily. A second one ends the
/// program at once, as it would without a watch.
final class InterruptWatch {
  private final class Noticed: Sendable {
    let signal = Atomic<Int32>(0)
  }

  private static let watched = [SIGINT, SIGTERM, SIGHUP]

  private let noticed = Noticed()
  private var sources: [(signal: Int32, source: any DispatchSourceSignal)] = []

  init() {
    let queue = DispatchQueue(label: "interrupt")
    for number in Self.watched where !Self.isIgnored(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      let noticed = noticed
      source.setEventHandler {
        noticed.signal.store(number, ordering: .relaxed)
        // The action of the system, for when it comes again.
        _ = Glibc.signal(number, SIG_DFL)
      }
      source.resume()
      // The source notices it all the same.
      _ = Glibc.signal(number, SIG_IGN)
      sources.append((number, source))
    }
  }

  deinit {
    for (signal, source) in sources {
      source.cancel()
      _ = Glibc.signal(signal, SIG_DFL)
    }
  }

  /// Throws where the program was asked to end.
  func check() throws {
    let number = noticed.signal.load(ordering: .relaxed)
    if number != 0 { throw Interrupted(signal: number) }
  }

  /// The program was asked to end.
  struct Interrupted: Error {
    /// By which signal.
    var signal: Int32
  }

  /// Whether whoever started the program wants it to go on all the same, as nohup does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0, let handler = action.__sigaction_handler.sa_handler else {
      return false
    }
    return unsafeBitCast(handler, to: Int.self) == 1
  }
}
