import Model
import Testing

@testable import Extract

@Suite struct FeedReaderTests {
    private func read(_ feed: String, as name: String = "feed.xml", limit: Int = 16 << 20) throws -> [SourceEntry] {
        let scratch = try Scratch()
        return try entries([try scratch.write(name, feed)], limit: limit)
    }

    private func rss(_ items: String, prolog: String = "<?xml version=\"1.0\"?>") -> String {
        "\(prolog)<rss version=\"2.0\"><channel><title>Лента</title>\n\(items)</channel></rss>"
    }

    @Test func aNewsFeedInWindows1251GivesItsItems() throws {
        let all = try entries([samples + "wire-1251.xml"])
        let articles = all.compactMap(\.article)
        #expect(articles.map(\.id) == ["https://vostok.example/n/1?a=1&b=2", "https://vostok.example/n/2"])
        #expect(articles.map(\.title) == ["Ташкент и Душанбе подписали договор", "Форум в Самарканде & гости"])
        #expect(articles.map(\.publishedOn?.description) == ["2024-04-19", "2024-05-05"])
        #expect(articles.map(\.url) == ["https://vostok.example/n/1?a=1&b=2", nil])
        #expect(articles.map(\.source) == ["Лента «Восток»", "Лента «Восток»"])
        #expect(
            articles.map(\.text) == [
                "Узбекистан и Таджикистан подписали договор о\u{A0}союзничестве.\nТоварооборот достиг 505\u{A0}млн долларов.",
                "На форум в Самарканд приехали 300 участников из 12 стран.\nПодписано 15 контрактов.",
            ])
        #expect(
            articles.map { $0.provenance?.description } == [
                "rss in windows-1251 (declared), text from content:encoded, date from pubDate",
                "rss in windows-1251 (declared), text from yandex:full-text, date from pubDate",
            ])
        #expect(all.map(\.line) == [8, 17])
    }

    @Test func anAtomFeedGivesItsEntries() throws {
        let articles = try entries([samples + "review.atom"]).compactMap(\.article)
        #expect(articles.map(\.id) == ["tag:obzor.example,2024:1", "tag:obzor.example,2024:2"])
        #expect(articles.map(\.title) == ["Встреча министров", "Без дня"])
        #expect(articles.map(\.url) == ["https://obzor.example/1", nil])
        #expect(articles.map(\.source) == ["Обзор", "Обзор"])
        // The day of an update is none of publication.
        #expect(articles.map(\.publishedOn?.description) == ["2024-11-27", nil])
        #expect(
            articles.map(\.text) == ["Министры встретились в Бишкеке.\nТоварооборот < 2 млрд.", "Рост <10 % за год."])
        #expect(articles.map(\.provenance?.part) == ["content", "summary"])
    }

    @Test func anIdOfTheFeedAloneIsMadeOneOfTheWorld() throws {
        let feed = rss(
            "<item><guid>7</guid><description>Текст.</description></item><item><title>Итог</title><description>Да.</description></item>"
        )
        #expect(try read(feed, as: "mfa.rss").map { $0.article?.id } == ["mfa#7", "mfa#Итог"])
    }

    @Test func aFaultyItemLeavesItsNeighboursAlone() throws {
        let feed = rss(
            """
            <item><guid>1</guid><description>Первый &amp; целый.</description></item>
            <item><guid>2</guid><link>https://a.example/?a=1&b=2</link><description>Второй.</description></item>
            <item><guid>3</guid><description>Третий &lt;b&gt;целый&lt;/b&gt; &laquo;да&raquo;.</description></item>
            <item><guid>4</guid><description>Не закрыт <b>тег.</description></item>
            <item><guid>5</guid><description>Пятый целый.</description></item>
            <item><guid>6</guid></item>
            <item><description>Безымянный.</description></item>
            <item><guid>8</guid><pubDate>вчера</pubDate><description>Восьмой &unknown; конец.</description></item>
            <item><guid>9</guid><description>Девятый обор
            """)
        let all = try read(feed.replacing("</channel></rss>", with: ""), as: "f.xml")
        #expect(
            all.map { $0.article.map { "\($0.id) \($0.text)" } ?? "\($0.rejection!.line ?? 0) \($0.rejection!.reason)" }
                == [
                    "f#1 Первый & целый.", "3 malformed", "f#3 Третий целый «да».", "5 malformed", "f#5 Пятый целый.",
                    "7 noText", "8 malformed", "9 malformed", "10 malformed",
                ])
        let said = all.compactMap(\.rejection).map(\.detail)
        #expect(said[0].contains("write & as &amp;"), "\(said[0])")
        #expect(said.allSatisfy { !$0.contains("\n") })
        #expect(said.last?.contains("breaks off") == true)
    }

    @Test func blankLinesBeforeTheDeclarationAreNoFault() throws {
        let items = "<item><guid>1</guid><description>Первый.</description></item>\n<item><guid>2</guid></item>"
        let all = try read(" \r\n\n" + rss(items), as: "f.xml")
        #expect(all.map { $0.article?.text ?? "\($0.rejection!.line ?? 0)" } == ["Первый.", "5"])
    }

    @Test func anEntityNeitherSwellsNorReadsFiles() throws {
        let scratch = try Scratch()
        let secret = try scratch.write("secret.txt", "Секрет.")
        let prolog = """
            <?xml version="1.0"?>
            <!DOCTYPE rss [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">
            <!ENTITY f SYSTEM "file://\(secret)"><!ENTITY % p SYSTEM "file://\(secret)">]>
            """
        let feed = rss(
            """
            <item><guid>1</guid><description>&c;</description></item>
            <item><guid>2</guid><description>&f;</description></item>
            <item><guid>3</guid><description>Целый.</description></item>
            """, prolog: prolog)
        let all = try entries([try scratch.write("feed.xml", feed)])
        #expect(all.compactMap(\.article).map(\.text) == ["Целый."])
        #expect(all.compactMap(\.rejection).count == 2)
        #expect(!"\(all)".contains("хаха") && !"\(all)".contains("Секрет"))
    }

    @Test(arguments: [
        ("", "feed.rss", Rejection.Reason.empty, "is empty"),
        ("<rss><channel><title>Т</title></channel></rss>", "feed.xml", .empty, "without items"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "sitemap.xml", .unreadable, "holds no page, feed"),
        ("просто текст", "feed.xml", .malformed, "not well-formed"),
        ("<?xml version='1.0' encoding='big5'?><rss><channel>\u{1}", "feed.xml", .malformed, "not well-formed"),
    ])
    func aFileWithoutItemsIsRejected(feed: String, name: String, reason: Rejection.Reason, says: String) throws {
        let all = try read(feed, as: name)
        #expect(all.count == 1)
        #expect(all.first?.rejection?.reason == reason, "\(all)")
        #expect(all.first?.rejection?.detail.contains(says) == true, "\(all)")
    }

    @Test func aFeedOfAnyLengthIsReadInPieces() throws {
        let items = (1...5000).map {
            "<item><guid>\($0)</guid><description>Встреча № \($0) прошла в Астане, подписано соглашение.</description></item>\n"
        }
        let all = try read(rss(items.joined()), limit: 4096)
        #expect(all.count == 5000)
        #expect(all.allSatisfy { $0.article != nil })
        #expect(all.last?.article?.text == "Встреча № 5000 прошла в Астане, подписано соглашение.")
        #expect(all.last?.line == 5001)
    }

    @Test func anItemLongerThanTheLimitIsTooLarge() throws {
        let long = String(repeating: "а", count: 4000)
        let all = try read(
            rss(
                "<item><guid>1</guid><description>\(long)</description></item><item><guid>2</guid><description>Да.</description></item>"
            ),
            limit: 4096)
        #expect(all.map { $0.rejection?.reason } == [.tooLarge, nil])
    }
}
