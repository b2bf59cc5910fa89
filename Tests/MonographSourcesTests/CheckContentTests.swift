import Foundation
import MonographModel
import MonographSources
import Testing

/// The pages of this repository.
@Suite("The pages of Content") struct CheckContentTests {
  @Test("are clean, or carry the reason beside what they keep")
  func isClean() throws {
    let folder = FixtureTests.folder.appending(path: "../../../Content").standardized.path()
    let listing = ContentFolder(folder).list()
    var check = SourceCheck()
    check.add(listing.diagnostics)
    #expect(listing.files.count > 20)
    for file in listing.files { check.add(try ContentFolder.read(file)) }
    #expect(check.finish().map(\.description) == [])
  }
}
