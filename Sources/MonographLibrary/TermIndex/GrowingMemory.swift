import Foundation

/// Memory for many elements that are added at the end.
///
/// An array that grows copies itself and stands there twice meanwhile. What is large here is moved by the system, which
/// copies nothing.
struct GrowingMemory<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// Makes room for a number of elements, at least one.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    start = Self.resize(nil, to: self.capacity)
  }

  deinit { free(start) }

  /// The elements, which stay where they are until one is added.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  /// Adds an element.
  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    (start + count).initialize(to: element)
    count &+= 1
  }

  /// Adds elements.
  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    reserve(elements.count)
    (start + count).initialize(from: first, count: elements.count)
    count += elements.count
  }

  /// Makes room for so many more.
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    start = Self.resize(start, to: capacity)
  }

  private static func resize(
    _ start: UnsafeMutablePointer<Element>?, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let resized = realloc(start, capacity * MemoryLayout<Element>.stride) else {
      preconditionFailure("there is no memory for \(capacity) elements")
    }
    return resized.bindMemory(to: Element.self, capacity: capacity)
  }
}
