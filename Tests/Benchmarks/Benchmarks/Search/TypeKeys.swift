import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `search-speed type`: how long each key takes, of a library search and of the box that opens by name.
struct TypeKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "type", abstract: "Time every key of a search.")

  @Argument(help: "The folder that 'generate' wrote.") var folder: String
  @Option(help: "How often all keys are typed.") var rounds = 3
  @Option(help: "How many places a search gives.") var limit = 20
  @Flag(help: "Print JSON for the comparison with other programs.") var json = false

  @Flag(help: "Count the processor's time, for a machine that does other work meanwhile.") var processor =
    false

  func run() throws {
    let path = URL(fileURLWithPath: folder).appendingPathComponent("labels.library").path
    var first = Timings()
    let library = try Library.open(path: path)
    first.add("metformin dose", try measure { _ = try library.search("metformin dose", limit: limit) })
    if !json {
      print(
        "first search of the process: \(first.worst.time) ms, PSS \(Memory.proportional) KB\n\n"
          + Timings.head)
    }
    var rows: [String] = []
    for group in TypedKeys.groups {
      var timings = Timings()
      for _ in 0..<rounds {
        for key in group.keys {
          timings.add(key, try measure { _ = try library.search(key, limit: limit) })
        }
      }
      if json {
        rows.append(
          "\"\(group.name)\": [\(timings.median), \(timings.ninetyFifth), \(timings.worst.time)]")
      } else {
        print(timings.row(group.name))
      }
    }
    if json { return print("{\(rows.joined(separator: ", "))}") }
    print("\nafter all: PSS \(Memory.proportional) KB, peak \(Memory.peak) KB\n")
    for group in TypedKeys.groups where group.name.contains("name") || group.name.contains("letter") {
      var timings = Timings()
      for _ in 0..<rounds {
        for key in group.keys {
          timings.add(key, try measure { _ = try library.names(matching: key, limit: limit) })
        }
      }
      print(timings.row("open: " + group.name))
    }
    print("PSS \(Memory.proportional) KB")
    try interrupt(library)
  }

  private func measure(_ body: () throws -> Void) rethrows -> Duration {
    guard processor else { return try ContinuousClock().measure(body) }
    func now() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    try body()
    return now() - start
  }

  /// Types the next key while a search runs, and tells how long that went on.
  private func interrupt(_ library: Library) throws {
    var timings = Timings()
    let clock = ContinuousClock()
    for key in [
      "a", "e", "the", "patients with renal impairment", "metfromin", "in patients with", "\"in the\"", "s",
    ] {
      for delay in [1, 2, 4, 7, 11, 16] {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome()
        Thread.detachNewThread {
          do {
            _ = try library.search(key, limit: 20)
          } catch {
            outcome.stop()
          }
          done.signal()
        }
        Thread.sleep(forTimeInterval: Double(delay) / 1000)
        let start = clock.now
        library.interrupt()
        done.wait()
        if outcome.isStopped { timings.add("\(key) after \(delay) ms", clock.now - start) }
      }
    }
    print("\n" + timings.row("from the next key to the end (\(timings.all.count))"))
  }

  private final class Outcome: @unchecked Sendable {
    // Written before the semaphore is signalled and read after it was waited for.
    private(set) var isStopped = false
    func stop() { isStopped = true }
  }
}
