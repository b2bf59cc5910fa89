import Dispatch
import Synchronization

/// What tells this build of the program from others, which may read the same bytes in another way: a fingerprint of
/// the program. It is made while sources are looked for, since the program is large.
final class ReaderVersion: Sendable {
  private let work = DispatchGroup()
  private let fingerprint = Mutex<String?>(nil)

  /// Begins to make it.
  init() {
    DispatchQueue.global().async(group: work) {
      let made = try? Fingerprint.hex(ofProgram: "/proc/self/exe")
      self.fingerprint.withLock { $0 = made }
    }
  }

  /// The text; waits for it.
  var text: String {
    work.wait()
    return fingerprint.withLock { $0 } ?? ProgramVersion.current
  }
}
