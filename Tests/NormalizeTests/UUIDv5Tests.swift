import Foundation
import Normalize
import Testing

struct UUIDv5Tests {
    /// The example of RFC 9562, appendix A.4.
    @Test func followsTheStandard() {
        let dns = UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8")!
        #expect(
            UUID(namespace: dns, name: "www.example.com").uuidString.lowercased()
                == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }
}
