import Foundation
import Testing

@testable import Extract

/// What is read in one pass is what the library's decoder reads; the rest is left to it.
@Suite struct PlainRecordTests {
    @Test(arguments: [
        #"{"id": "1", "text": "т"}"#,
        #" { "text" : "a\"b\\c\/d\n\r\t\b\f" , "id":"\u0439\u0000\uD83E\uDD1D" } "#,
        #"{"id":"1","text":"т","url":null,"title":"«Т»","lang":"ru","published_on":"2024-11-27","source":"МИД","more":"x"}"#,
    ])
    func readsAsTheDecoderDoes(_ line: String) throws {
        let plain = try #require(Fields(plain: Array(line.utf8)))
        let decoded = try JSONDecoder().decode(Fields.self, from: Data(line.utf8))
        #expect(String(describing: plain) == String(describing: decoded))
    }

    @Test(arguments: [
        "", "{", "{}", "[]", "null", #"{"id": "1",}"#, #"{"id": 1}"#, #"{"id": "1"} x"#, #"{"id": "1", "id": "2"}"#,
        #"{"id": "a\x"}"#, #"{"id": "\uD83E"}"#, #"{"id": "\uDD1D"}"#, #"{"id": "\u12"}"#, "{\"id\": \"a\nb\"}",
        #"{"id": "1", "withdrawn": true}"#, #"{"id": {"a": "b"}}"#, #"{"id": "1""#, #"{"id": "1\"#, #"{id: "1"}"#,
    ])
    func leavesTheRest(_ line: String) { #expect(Fields(plain: Array(line.utf8)) == nil) }

    @Test(arguments: [
        #"{"id": "1", "text": "*"}"#, #"{"id": "1", "text": "\n*"}"#, #"{"*": "1"}"#, #"{"id": "*", "text": "т"}"#,
    ])
    func leavesWhatIsNoUTF8(_ line: String) {
        // The first byte of a letter without its second.
        let bytes = line.utf8.map { $0 == UInt8(ascii: "*") ? 0xD0 : $0 }
        #expect(Fields(plain: bytes) == nil)
    }
}
