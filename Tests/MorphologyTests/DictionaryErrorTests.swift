import Foundation
import Testing

@testable import Morphology

/// A dictionary that is not whole is refused at the start, with the file that is at fault.
@Suite struct DictionaryErrorTests {
    @Test func namesTheFolderThatIsNotThere() {
        let error = #expect(throws: DictionaryError.self) { try MorphologicalDictionary(folder: "/nowhere") }
        #expect(
            error?.description
                == "cannot read the morphological dictionary: /nowhere/meta.json: No such file or directory; "
                + "run scripts/setup to fetch it anew")
    }

    @Test(arguments: [
        ("meta.json", "[[\"format_version\", \"3.0\"]]", "format 3.0"),
        ("meta.json", "[]", "format unknown"),
        ("suffixes.json", "[\"a\", \"b", "cut short"),
        ("suffixes.json", "[\"а\"]", "damaged"),
        ("suffixes.json", "[\"\\u0430\"]", "unexpected escape"),
        ("gramtab-opencorpora-int.json", "[\"NOUN,huge\"]", "unknown grammeme in NOUN,huge"),
        ("paradigms.array", "\u{2}\0\u{3}\0", "damaged"),
        ("words.dawg", "", "empty"),
        ("words.dawg", "abcdefghijkl", "cut short"),
        ("prediction-suffixes-2.dawg", "\u{1}\0\0\0\0\0\0\0", "cut short"),
    ])
    func namesTheDamagedFile(file: String, content: String, problem: String) throws {
        let folder = try copy(with: content, for: file)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: DictionaryError.self) { try MorphologicalDictionary(folder: folder.path) }
        #expect(error?.problem.contains(problem) == true, "\(error?.description ?? "")")
    }

    /// A folder that leads to the tests' dictionary, save for one file.
    private func copy(with content: String, for damaged: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let original = URL(fileURLWithPath: TestDictionary.folder)
        for file in try FileManager.default.contentsOfDirectory(atPath: original.path) where file != damaged {
            try FileManager.default.createSymbolicLink(
                at: folder.appendingPathComponent(file), withDestinationURL: original.appendingPathComponent(file))
        }
        try Data(content.utf8).write(to: folder.appendingPathComponent(damaged))
        return folder
    }
}
