import Testing

@testable import MonographLibrary
