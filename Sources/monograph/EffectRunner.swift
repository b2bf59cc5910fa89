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
  private let jobs = Mutex(Jobs())

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
      start(.search, generation) { library in
        let names = try library.names(matching: query, limit: 5)
        let result = try library.search(query, limit: limit)
        // Read here for the first time, and not while the list is drawn.
        _ = LookAlikeNames.standard
        return .found(result, names: names, generation: generation)
      }
    case .names(let query, let generation):
      start(.search, generation) { library in
        .named(try library.names(matching: query, limit: Self.limit), generation: generation)
      }
    case .relations(let entity, let query, let generation) where query.isOfAll && query.order == .evidence:
      return answer { try related(entity, query, generation, in: library) }
    case .relations(let entity, let query, let generation):
      start(.relations, generation) { [self] library in try related(entity, query, generation, in: library) }
    case .facets(let entity, let generation):
      start(.relations, generation) { library in
        .faceted(entity, try library.relationFacets(of: entity), generation: generation)
      }
    case .report(let request, let arrival, let generation):
      start(.report, generation) { library in
        .reported(try ReportMaker(library: library).page(for: request), arrival, generation: generation)
      }
    case .stopWork:
      want(nil, for: .report)
    case .quit, .suspend, .redraw: break
    }
    return []
  }

  /// Relations of an entity; what the library does not know has none.
  private func related(
    _ entity: EntityID, _ query: RelationQuery, _ generation: Int, in library: Library
  ) throws -> BrowserEvent {
    .related(entity, query, try library.relations(of: entity, query) ?? [], generation: generation)
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

  /// What takes a while and runs on the queue. A newer one of a purpose makes an older one worthless; so does a search a
  /// report, since the person has gone on.
  private enum Purpose: Hashable {
    case search, relations, report
  }

  private struct Jobs {
    /// The generation of the job that is wanted, of each purpose.
    var wanted: [Purpose: Int] = [:]
    /// The job that runs.
    var running: (purpose: Purpose, generation: Int)?

    /// Whether the job that runs is not wanted any more.
    var isRunningInVain: Bool { running.map { wanted[$0.purpose] != $0.generation } ?? false }
  }

  private func start(
    _ purpose: Purpose, _ generation: Int, _ work: @escaping @Sendable (Library) throws -> BrowserEvent
  ) {
    want(generation, for: purpose)
    if purpose == .search { want(nil, for: .report) }
    queue.async { [self] in
      let isWanted = jobs.withLock { jobs in
        guard jobs.wanted[purpose] == generation else { return false }
        jobs.running = (purpose, generation)
        return true
      }
      guard isWanted else { return }
      let answer: BrowserEvent?
      do {
        answer = try work(library)
      } catch LibraryError.interrupted {
        answer = nil
      } catch {
        answer = .failed(Self.sentence(error))
      }
      let isStillWanted = jobs.withLock { jobs in
        jobs.running = nil
        return jobs.wanted[purpose] == generation
      }
      guard let answer, isStillWanted else { return }
      answers.withLock { $0.append(answer) }
      wake()
    }
  }

  /// Says which job of a purpose is wanted from now on, nil for none, and stops another that runs.
  private func want(_ generation: Int?, for purpose: Purpose) {
    let isInVain = jobs.withLock { jobs in
      jobs.wanted[purpose] = generation
      return jobs.isRunningInVain
    }
    if isInVain { library.interrupt() }
  }
}
