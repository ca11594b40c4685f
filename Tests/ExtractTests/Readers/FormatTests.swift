import Testing

@testable import Extract

@Suite struct FormatTests {
    @Test(
        arguments: [
            ("a.txt", "Текст.", Format.text), ("a.txt", "<!DOCTYPE html><p>", .page), ("a.txt", "<цитата>", .text),
            ("a.html", "просто", .page), ("a.html", "<?xml version='1.0'?><rss>", .feed), ("a.htm.gz", "<p>", .page),
            ("a.xml", "<?xml version='1.0'?>\n<!-- x --><html>", .page), ("a.xml", "\u{FEFF}<rss>", .feed),
            ("a.xml", "<?xml version='1.0'?><atom:feed>", .feed), ("a.xml", "<rdf:RDF xmlns='x'>", .feed),
            ("a.xml", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", .feed), ("a.xml", "<?xml version='1.0'?><svg>", nil),
            ("12345", "<!doctype HTML PUBLIC 'x'>", .page), ("page.php?id=5", "\n<html lang=ru>", .page),
            ("a", "Текст.", nil),
            ("a.css", "p { color: red }", nil), ("a.json", #"{"id": "1"}"#, .ndjson), ("export", "id;text\n", .table),
            ("a.csv", "x,y", .table), ("a.ndjson", #"{"id": "<html>"}"#, .ndjson),
            ("a.jsonl", "<!DOCTYPE html>", .page),
        ] as [(String, String, Format?)])
    func contentOutweighsTheName(name: String, head: String, format: Format?) {
        #expect(Format.of(name: name, head: Array(head.utf8)[...]) == format)
    }

    @Test(arguments: [
        ("a/b.html", "a/b"), ("a/b.csv.gz", "a/b"), ("a.site/12345", "a.site/12345"), ("b.v2.txt", "b.v2"),
        ("b.php", "b.php"),
    ])
    func theStemIsTheNameWithoutItsFormat(name: String, stem: String) { #expect(Format.stem(of: name) == stem) }
}
