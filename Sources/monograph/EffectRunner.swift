import BrowserCore
import Dispatch
import MonographLibrary
import MonographModel
import MonographSearch
import MonographSources
import Synchronization

/// Does what the browser asks of the library. Reading a page is answered at once; a search runs on a thread
/// of its own, is stopped by the next one, and wakes the loop when it is done.
final class EffectRunner: Sendable {
  private let opened: Library
  private let file: PageFileLibrary?
  private let wake: @Sendable () -> Void
  private let queue = DispatchQueue(label: "search", qos: .userInitiated)
  private let answers = Mutex<[BrowserEvent]>([])
  private let newest = Mutex(0)

  /// How many names a list shows.
  private static let limit = 50

  /// A runner over a library.
  ///
  /// - Parameter file: The page that is read straight from its file, where there is one.
  init(library: Library, file: PageFileLibrary? = nil, wake: @escaping @Sendable () -> Void) {
    opened = library
    self.file = file
    self.wake = wake
  }

  private var library: Library { file?.library ?? opened }

  /// Starts an effect; gives the events that answer it at once.
  func run(_ effect: Effect) -> [BrowserEvent] {
    switch effect {
    case .open(let entity, let document, let arrival):
      return answer {
        guard let page = try page(entity, document: document) else {
          return .failed("this library knows nothing about \(entity.path)")
        }
        return .opened(page, arrival)
      }
    case .index: return answer { .indexed(try library.index(kind: nil)) }
    case .preview(let entity):
      return answer { try page(entity, document: nil).map { .previewed($0) } }
    case .sourceText(let entity, let document, let lines):
      return answer {
        if let file, file.holds(entity, document: document) { return .sourceText(file.text, lines) }
        guard let bytes = try library.sourceText(entity: entity, document: document) else {
          return .failed("this library keeps no source text of \(document)")
        }
        return .sourceText(String(decoding: bytes, as: UTF8.self), lines)
      }
    case .search(let query, let limit, let generation):
      start(generation) { library in
        let names = try library.names(matching: query, limit: 5)
        let result = try library.search(query, limit: limit)
        // Read here for the first time, and not while the list is drawn.
        _ = LookAlikeNames.standard
        return .found(result, names: names, generation: generation)
      }
    case .names(let query, let generation):
      start(generation) { library in
        .named(try library.names(matching: query, limit: Self.limit), generation: generation)
      }
    case .relations(let entity, let query, let generation):
      return answer {
        // What the library does not know has none.
        .related(entity, query, try library.relations(of: entity, query) ?? [], generation: generation)
      }
    case .facets(let entity, let generation):
      return answer { .faceted(entity, try library.relationFacets(of: entity), generation: generation) }
    case .report(let request, let arrival, let generation):
      start(generation) { library in
        .reported(try ReportMaker(library: library).page(for: request), arrival, generation: generation)
      }
    case .stopWork:
      newest.withLock { $0 = -1 }
      library.interrupt()
    case .quit, .suspend, .redraw: break
    }
    return []
  }

  /// The page from its file, with what is wrong in it, for the first time.
  func openFile(_ file: PageFileLibrary) -> [BrowserEvent] {
    answer { .fileRead(try file.page(), file: file.file.path, file.diagnostics) }
  }

  /// The same again after the file changed; nothing where it holds what it held.
  func rereadFile(_ file: PageFileLibrary) -> [BrowserEvent] {
    do {
      return try file.readAgain() ? openFile(file) : [.fileUnchanged]
    } catch {
      return [.fileLost("\(Self.sentence(error)) This is the page as it was.")]
    }
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as ContentError: "\(error.diagnostic.file): \(error.diagnostic.message)"
    case let failure as Failure: failure.message
    default: String(describing: error)
    }
  }

  private func page(_ entity: EntityID, document: String?) throws(LibraryError) -> Page? {
    if let file, file.holds(entity, document: document) { return try file.page() }
    return try library.page(entity, document: document)
  }

  /// The answers that have come since the last call.
  func finished() -> [BrowserEvent] {
    answers.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  private func answer(_ work: () throws -> BrowserEvent?) -> [BrowserEvent] {
    do {
      return try work().map { [$0] } ?? []
    } catch {
      return [.failed(String(describing: error))]
    }
  }

  private func start(_ generation: Int, _ work: @escaping @Sendable (Library) throws -> BrowserEvent) {
    newest.withLock { $0 = generation }
    library.interrupt()
    queue.async { [self] in
      guard newest.withLock({ $0 }) == generation else { return }
      let answer: BrowserEvent
      do {
        answer = try work(library)
      } catch {
        if case LibraryError.interrupted = error { return }
        guard newest.withLock({ $0 }) == generation else { return }
        answer = .failed(Self.sentence(error))
      }
      answers.withLock { $0.append(answer) }
      wake()
    }
  }
}
