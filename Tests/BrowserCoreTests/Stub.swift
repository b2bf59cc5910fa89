import Testing

@testable import BrowserCore
