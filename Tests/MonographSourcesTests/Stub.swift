import Testing

@testable import MonographSources
