import Foundation

/// Work that several threads do side by side, with the results taken in the order of the items.
///
/// One thread adds items, the workers turn each into a result, one thread takes the results. What is on its way
/// has a weight, and adding waits while that is beyond a limit, so that memory does not grow with the input.
///
/// ```swift
/// let pipeline = OrderedPipeline<Int, Int>(workers: 2, weightLimit: 100) { $0 * 2 }
/// pipeline.produce { add in for number in 0..<1000 { try add(number, 1) } }
/// while let double = try pipeline.next() { … }
/// ```
final class OrderedPipeline<Item: Sendable, Output: Sendable>: Sendable {
  /// Adds an item with its weight; throws ``Cancelled`` when nobody wants the results any more.
  typealias Add = (Item, Int) throws -> Void

  /// The taking side has gone.
  struct Cancelled: Error {}

  /// Threads that parse hostile input need room for its nesting.
  private static var stackSize: Int { 16 << 20 }

  private struct State {
    var waiting: [(index: Int, item: Item)] = []
    var done: [Int: Output] = [:]
    var weights: [Int: Int] = [:]
    var weight = 0
    var added = 0
    var taken = 0
    var isComplete = false
    var isCancelled = false
    /// Who waits; waking all threads at each step would cost more than the small steps do.
    var waitingWorkers = 0
    var isTakerWaiting = false
    var isAdderWaiting = false
    var failure: (any Error)?
  }

  // Guarded by the condition, which is what makes the class Sendable.
  nonisolated(unsafe) private var state = State()
  private let condition = NSCondition()
  private let weightLimit: Int
  private let work: @Sendable (Item) -> Output

  /// Starts the workers.
  init(workers: Int, weightLimit: Int, work: @escaping @Sendable (Item) -> Output) {
    self.weightLimit = weightLimit
    self.work = work
    for _ in 0..<max(1, workers) { start { $0.workUntilDone() } }
  }

  /// Runs `body`, which adds the items, on a thread of its own; an error it throws comes out of ``next()`` after
  /// the results of what it added before.
  func produce(_ body: @escaping @Sendable (Add) throws -> Void) {
    start { pipeline in
      var failure: (any Error)?
      do {
        try body { try pipeline.add($0, weight: $1) }
      } catch {
        failure = error
      }
      pipeline.locked { state in
        state.isComplete = true
        state.failure = failure
      }
    }
  }

  /// The next result, in the order in which the items were added; nil after the last. Waits for it.
  func next() throws -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = state.done.removeValue(forKey: state.taken) {
        state.weight -= state.weights.removeValue(forKey: state.taken) ?? 0
        state.taken += 1
        // Room for a number of items at once, so that the adding thread is not woken for each.
        if state.isAdderWaiting, state.weight <= weightLimit / 4 * 3 { condition.broadcast() }
        return output
      }
      if state.isComplete, state.taken == state.added {
        if let failure = state.failure, !(failure is Cancelled) { throw failure }
        return nil
      }
      state.isTakerWaiting = true
      condition.wait()
      state.isTakerWaiting = false
    }
  }

  /// Gives up: adding fails from now on, the workers end after what they are at.
  func cancel() {
    locked { state in
      state.isCancelled = true
      state.waiting = []
    }
  }

  // MARK: - The threads

  private func start(_ body: @escaping @Sendable (OrderedPipeline) -> Void) {
    let thread = Thread { body(self) }
    thread.stackSize = Self.stackSize
    thread.start()
  }

  private func locked(_ body: (inout State) -> Void) {
    condition.lock()
    body(&state)
    condition.broadcast()
    condition.unlock()
  }

  private func add(_ item: Item, weight: Int) throws {
    condition.lock()
    defer { condition.unlock() }
    // Something may always be on its way, else one item beyond the limit would wait for ever.
    while state.weight > 0, state.weight + weight > weightLimit, !state.isCancelled {
      state.isAdderWaiting = true
      condition.wait()
      state.isAdderWaiting = false
    }
    guard !state.isCancelled else { throw Cancelled() }
    state.waiting.append((state.added, item))
    state.weights[state.added] = weight
    state.weight += weight
    state.added += 1
    if state.waitingWorkers > 0 { condition.broadcast() }
  }

  private func workUntilDone() {
    while let (index, item) = nextItem() {
      let output = work(item)
      condition.lock()
      state.done[index] = output
      if state.isTakerWaiting, index == state.taken { condition.broadcast() }
      condition.unlock()
    }
  }

  private func nextItem() -> (Int, Item)? {
    condition.lock()
    defer { condition.unlock() }
    while state.waiting.isEmpty {
      if state.isComplete || state.isCancelled { return nil }
      state.waitingWorkers += 1
      condition.wait()
      state.waitingWorkers -= 1
    }
    let (index, item) = state.waiting.removeFirst()
    return (index, item)
  }
}
