import Dispatch
import Glibc
import Synchronization

/// Notices Ctrl-C and a polite kill while it lives, so that a long task can end tidily. A second one ends the
/// program at once, as it would without a watch.
///
/// The thread that makes it lets the signals wait, and so do the threads it starts from then on: a signal that any
/// thread were free to take could be taken, and dropped, before it is noticed.
final class InterruptWatch {
  private final class Noticed: Sendable {
    let signal = Atomic<Int32>(0)
  }

  private static let watched = [SIGINT, SIGTERM, SIGHUP]

  private let noticed = Noticed()
  private var sources: [(signal: Int32, source: any DispatchSourceSignal)] = []
  /// What the thread let wait before.
  private var mask = sigset_t()

  init() {
    let queue = DispatchQueue(label: "interrupt")
    var waiting = sigset_t()
    sigemptyset(&waiting)
    for number in Self.watched { sigaddset(&waiting, number) }
    pthread_sigmask(SIG_BLOCK, &waiting, &mask)
    for number in Self.watched where !Self.isIgnored(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      let noticed = noticed
      source.setEventHandler {
        guard noticed.signal.exchange(number, ordering: .relaxed) != 0 else { return }
        // It comes again: the action of the system.
        _ = Glibc.signal(number, SIG_DFL)
        var again = sigset_t()
        sigemptyset(&again)
        sigaddset(&again, number)
        pthread_sigmask(SIG_UNBLOCK, &again, nil)
        raise(number)
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
    pthread_sigmask(SIG_SETMASK, &mask, nil)
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
