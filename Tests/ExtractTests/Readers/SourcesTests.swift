import Foundation
import Model
import Testing

@testable import Extract

@Suite struct SourcesTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func ids(_ paths: String...) throws -> [String] {
        try entries(paths.map { "\(scratch.path)/\($0)" }).map { $0.article?.id ?? "\($0.rejection!.reason)" }
    }

    @Test func foldersAreReadInTheOrderOfTheirBytes() throws {
        for name in ["б.txt", "a/z.txt", "a/b.TXT", "a.txt", "Z.txt", "a-b/x.txt", ".hidden/n.txt", ".n.txt"] {
            try scratch.write(name, name)
        }
        try scratch.write("m.jsonl", #"{"id": "m-1", "text": "т"}"# + "\n" + #"{"id": "m-2", "text": "т"}"#)
        for name in ["page.css", "a/scan.pdf", "README", "notes.json"] { try scratch.write(name, "?") }
        var all: [SourceEntry] = []
        let inventory = try Sources([scratch.path + "/"]).read { all.append($0) }
        #expect(all.map { $0.article?.id } == ["Z", "a/b", "a/z", "a-b/x", "a", "m-1", "m-2", "б"])
        #expect(all.first?.source == "\(scratch.path)/Z.txt")
        #expect(inventory.files == 7)
        #expect(inventory.otherKinds == 4)
    }

    @Test func savedPagesAreToldByWhatTheyHold() throws {
        let page = "<!DOCTYPE html><p>Президенты двух стран встретились в столице и подписали договор."
        for name in ["12345", "view.php", "Встреча.html", "Встреча_files/frame.html", "Отчёт_files/b.html"] {
            try scratch.write(name, page)
        }
        try scratch.write("style.css", "p {}")
        try scratch.write("sitemap.xml", "<?xml version=\"1.0\"?><urlset></urlset>")
        try scratch.link("again.html", to: "12345")
        var all: [SourceEntry] = []
        let inventory = try Sources([scratch.path, scratch.path + "/12345"]).read { all.append($0) }
        #expect(all.map { $0.article?.id } == ["12345", "view.php", "Встреча", "Отчёт_files/b"])
        #expect(inventory.files == 4)
        #expect(inventory.otherKinds == 2)
    }

    @Test func theOrderAndNumberOfArgumentsDoNotMatter() throws {
        for name in ["one/a.txt", "one/sub/b.txt", "two/c.txt", "d.txt"] { try scratch.write(name, name) }
        let expected = ["d", "a", "sub/b", "c"]
        #expect(try ids("d.txt", "one", "two") == expected)
        #expect(try ids("two", "one", "d.txt", "one/", "two/../one", "./d.txt") == expected)
        #expect(try ids("one/sub/b.txt", "two", "d.txt", "one/sub", "one") == expected)
        #expect(try ids("nowhere", "d.txt", "nowhere") == ["missing", "d"])
    }

    @Test func linksAreFollowedOnceAndLoopsEnd() throws {
        try scratch.write("in/a.txt", "а")
        try scratch.write("in/.kept.txt", "б")
        try scratch.write("out/c.txt", "в")
        try scratch.write("in/data.bin", "г")
        try scratch.link("in/again.txt", to: "a.txt")
        try scratch.link("in/hidden.txt", to: ".kept.txt")
        try scratch.link("in/other.txt", to: "data.bin")
        try scratch.link("in/out", to: "../out")
        try scratch.link("in/self", to: ".")
        try scratch.link("in/zloop", to: "zloop")
        try scratch.link("in/z.txt", to: "nowhere.txt")
        try scratch.link("out/back", to: "../in")
        #expect(try ids("in") == ["a", "hidden", "other", "out/c", "missing", "unreadable"])
        #expect(try ids("in", "out") == ["a", "hidden", "other", "out/c", "missing", "unreadable"])
    }

    @Test(arguments: [
        ("nowhere/a.txt", Rejection.Reason.missing, "no such file"),
        ("link.txt", .missing, "is a link to what is not there"),
        ("page.css", .unreadable, "holds no page, feed, table or NDJSON"),
        ("pipe.ndjson", .unreadable, "give NDJSON from elsewhere as -"),
    ])
    func aPathThatCannotBeReadIsRejectedOnce(name: String, reason: Rejection.Reason, says: String) throws {
        try scratch.write("page.css", "p {}")
        try scratch.link("link.txt", to: "nowhere.txt")
        #expect(mkfifo("\(scratch.path)/pipe.ndjson", 0o600) == 0)
        let all = try entries(["\(scratch.path)/\(name)"])
        #expect(all.count == 1)
        let rejection = try #require(all.first?.rejection)
        #expect(rejection.reason == reason)
        #expect(rejection.description.hasPrefix("\(scratch.path)/\(name): "))
        #expect(rejection.detail.contains(says), "\(rejection)")
    }

    @Test(.disabled(if: geteuid() == 0, "root may read everything"))
    func whatMayNotBeReadIsUnreadable() throws {
        let file = try scratch.write("a.txt", "а")
        try scratch.write("sub/b.txt", "б")
        chmod(file, 0)
        chmod("\(scratch.path)/sub", 0)
        defer { chmod("\(scratch.path)/sub", 0o700) }
        #expect(try ids("") == ["unreadable", "unreadable"])
    }

    @Test func aNameThatIsNotUTF8IsRejected() throws {
        let folder = open(scratch.path, O_RDONLY)
        defer { close(folder) }
        let name: [CChar] = [0x61, CChar(bitPattern: 0xFF), 0x2E, 0x74, 0x78, 0x74, 0]
        close(openat(folder, name, O_CREAT | O_WRONLY, 0o600))
        let rejection = try #require(try entries([scratch.path]).first?.rejection)
        #expect(rejection.reason == .invalidEncoding)
        #expect(rejection.detail.contains("rename"))
    }
}
