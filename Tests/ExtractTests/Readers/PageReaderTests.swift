import Foundation
import Model
import Testing

@testable import Extract

@Suite struct PageReaderTests {
    struct Sample: CustomTestStringConvertible {
        let file: String
        var title: String?
        var day: String?
        var source: String?
        var url: String?
        let provenance: String
        let lines: [String]

        var testDescription: String { file }
    }

    @Test(arguments: [
        Sample(
            file: "portal.html", title: "Токаев и Мелони обсудили транзит", day: "2025-03-19", source: "Вести степи",
            url: "https://vesti-stepi.example/kazakhstan_news/tokaev-meloni-tranzit-1001/",
            provenance: "html in UTF-8 (declared), text from div.content_main_text, date from article:published_time",
            lines: [
                "Президент Казахстана Касым-Жомарт Токаев принял премьер-министра Италии Джорджу Мелони, сообщает "
                    + "пресс-служба.",
                "Стороны обсудили транзит грузов по\u{A0}Среднему коридору. Товарооборот за\u{A0}2024\u{A0}год достиг "
                    + "20\u{A0}млрд долларов.",
                "«Италия\u{A0}— наш третий по\u{A0}величине торговый партнёр», — сказал Токаев.",
                "По итогам встречи подписаны двадцать соглашений.",
                "Следующая встреча намечена на осень.",
                "Соглашение о редких металлах;",
                "Меморандум о водных ресурсах.",
            ]),
        Sample(
            file: "agency-1251.html", title: "Лавров и Бурита провели переговоры в Москве", day: "2024-10-16",
            url: "https://agency.example/world/555001",
            provenance: "html in windows-1251 (declared), text from article[itemprop=articleBody], date from time",
            lines: [
                "Москва. 16 октября. Министр иностранных дел РФ Сергей Лавров провёл переговоры с главой МИД Марокко "
                    + "Насером Буритой.",
                "По словам министра, экспорт зерна в Марокко вырос на 12 % и составил 1,1 млн тонн.",
                "Следующее заседание комиссии пройдёт в Рабате в 2025 году.",
            ]),
        // The day is told in words alone: it stays the first line, for the language to read.
        Sample(
            file: "press-service-koi8.html", title: "Пресс-служба Президента",
            provenance: "html in KOI8-R (by its letters), text from div.news_text, no date",
            lines: [
                "4 июня 2003 года",
                "Президент Республики Узбекистан принял посла Турции по случаю завершения его миссии.",
                "В ходе беседы отмечено, что взаимный товарооборот превысил 250 миллионов долларов.",
                "Посол поблагодарил за содействие в работе дипломатической миссии.",
                "Год\tТоварооборот, млн долларов",
                "2001\t190",
                "2002\t250",
            ]),
        Sample(
            file: "bureau.html", title: "Минск и Баку договорились о поставках", day: "2025-10-28",
            source: "Бюро новостей",
            provenance: "html in UTF-8 (declared), text from div.article__body, date from JSON-LD datePublished",
            lines: [
                "Заседание комиссии прошло в Баку, стороны подвели итоги года.",
                "Беларусь поставит Азербайджану тракторы и лифты на 40 млн долларов.",
                "Товарооборот двух стран за девять месяцев вырос в полтора раза.",
                "Мы намерены удвоить его к 2030 году, — сказал сопредседатель комиссии.",
            ]),
        Sample(
            file: "ministry-script.html", title: "О визите делегации Кыргызстана", day: "2024-05-17",
            provenance: "html in UTF-8 (by its bytes), text from JSON-LD articleBody, date from JSON-LD datePublished",
            lines: ["Делегация Кыргызстана прибыла в Астану с рабочим визитом.", "Намечены переговоры о воде."]),
    ])
    func aSavedPageGivesItsArticle(_ sample: Sample) throws {
        let all = try entries([samples + sample.file])
        let article = try #require(all.first?.article, "\(String(describing: all.first?.rejection))")
        #expect(all.count == 1)
        #expect(article.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == sample.lines)
        #expect(article.title == sample.title)
        #expect(article.publishedOn?.description == sample.day)
        #expect(article.source == sample.source)
        #expect(article.url == sample.url)
        #expect(article.provenance?.description == sample.provenance)
        #expect(article.id == sample.file.replacing(".html", with: ""))
    }

    private let prose = "Президенты двух стран провели переговоры в столице и подписали ряд документов о торговле."
    private let more =
        "Товарооборот за девять месяцев текущего года вырос на четверть и достиг двух миллиардов долларов."

    private func read(_ html: String, as name: String = "page.html") throws -> SourceEntry {
        let scratch = try Scratch()
        return try #require(try entries([try scratch.write(name, html)]).first)
    }

    struct Layout: CustomTestStringConvertible {
        let testDescription: String
        let html: String

        init(_ name: String, _ html: String) {
            testDescription = name
            self.html = html
        }
    }

    /// `P` and `M` are two paragraphs; whatever else stands there is not the article.
    @Test(arguments: [
        Layout("bare paragraphs", "<p>P<p>M"),
        Layout("line breaks", "<body>P<br><br>M</body>"),
        Layout("no markup but a tag left open", "<div>P<div>M"),
        Layout("a form around the page", "<form><div><p>P</p><p>M</p></div><input value=x></form>"),
        Layout(
            "a role for a menu",
            "<div role=navigation>Раздел о новостях, который ведёт ко всем разделам сайта.</div><p>P<p>M"),
        Layout(
            "what is hidden",
            "<p>P</p><p style='display: none'>Скрытая строка, которой на странице никто не видит никогда.</p><p>M"),
        Layout("a comment", "<!-- <p>Строка внутри примечания, которую никто не видит.</p> --><p>P<p>M"),
        Layout("scripts and styles", "<script>if (a < b) { '<p>текст</p>' }</script><p>P</p><style>p{}</style><p>M"),
        Layout(
            "a class in camel case",
            "<p>P</p><div class=blockReadAlso>Читайте также о том, что было вчера в столице.</div><p>M"),
        Layout(
            "a lower list of links",
            "<p>P<p>M<ul><li><a href=1>О чём писали вчера в новостях</a><li><a href=2>О погоде</a></ul>"),
        Layout(
            "what readers say, longer than the article",
            "<main><article><h1>Итоги</h1><p>P<p>M</article><section><h3>Комментарии (12)</h3><div><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p></div></section></main>"
        ),
        Layout(
            "what readers say, its heading in a box",
            "<div><h1>Итоги</h1><div><p>P<p>M</div><div><div><h4>Обсуждение</h4></div><div><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p><p>Читатель пишет о том, что думает о президентах двух стран и об их переговорах, и пишет долго.</p></div></div></div>"
        ),
        Layout("a heading left alone", "<p>P<p>M<h3>Ещё по теме</h3>"),
        Layout("a counter", "<p>P<p>M<div>1 254</div>"),
        Layout(
            "entities",
            "<p>&#1055;резиденты двух стран провели переговоры в столице и подписали ряд документов о торговле.<p>M"),
        Layout(
            "windows of the page in a wrapper named after a sidebar",
            "<div class=content-sidebar><h1>Итоги</h1><p>P<p>M</div>"),
        Layout(
            "a nested article",
            "<main><article><header><h1>Итоги</h1></header><div><p>P</p></div><div><p>M</p></div></article></main>"),
        Layout(
            "the second article of an endless page",
            "<div itemprop=articleBody><p>P<p>M</div><div itemprop=articleBody><p>Другая статья о другом событии, которое произошло позже и в другом месте.</div>"
        ),
    ])
    func theArticleIsFoundInEveryLayout(_ layout: Layout) throws {
        let html = layout.html.replacing("P", with: prose).replacing("M", with: more)
        #expect(try read(html).article?.text == prose + "\n" + more)
    }

    @Test(arguments: [
        (
            "<meta property='article:published_time' content='2024-11-27T09:00:00Z'><time datetime=2020-01-01>",
            "2024-11-27"
        ),
        ("<meta name=mediator_published_time content='2024-11-27T14:25:00+0300'>", "2024-11-27"),
        ("<meta itemprop=datePublished content='2024-11-27'>", "2024-11-27"),
        ("<span itemprop=datePublished>27.11.2024 10:15</span>", "2024-11-27"),
        ("<meta name=DC.date.issued content=2024-11-27>", "2024-11-27"),
        ("<div class=news-date>27.11.2024</div>", "2024-11-27"),
        ("<time pubdate>27.11.2024</time>", "2024-11-27"),
        ("<meta property='article:modified_time' content='2024-11-27'>", nil),
        ("<meta name=date content='0001-01-01T00:00:00'>", nil),
        ("<meta name=date content='завтра'>", nil),
        ("<meta name=date content='2024-13-45'>", nil),
    ])
    func theDayIsThatOfPublication(head: String, day: String?) throws {
        let article = try #require(try read("<html><body>\(head)<h1>Итоги</h1><p>\(prose)<p>\(more)").article)
        #expect(article.publishedOn?.description == day)
        #expect(article.title == "Итоги")
        #expect(article.text == prose + "\n" + more)
    }

    @Test func aHeadingOfTheArticleOpensNoDiscussion() throws {
        let text = "Эксперт ответил, что товарооборот двух стран вырастет к концу будущего года вдвое."
        let html = "<h1>Итоги</h1><p>\(prose)<h3>Комментарии экспертов</h3><p>\(text)"
        #expect(try read(html).article?.text == [prose, "Комментарии экспертов", text].joined(separator: "\n"))
    }

    @Test func theTitleLosesTheNameOfTheSite() throws {
        let html = "<meta property=og:site_name content='Вести'><title>Итоги дня — Вести</title><p>\(prose)"
        #expect(try read("<html><head>\(html)").article?.title == "Итоги дня")
    }

    @Test(arguments: [
        ("", Rejection.Reason.empty, "is empty"),
        ("<html><nav><a href=1>Новости</a></nav></html>", .noText, "no text of an article"),
        ("<html><body>" + String(repeating: "<div>", count: 5000), .malformed, "nested more than 1024 deep"),
        ("<p " + String(repeating: "a ", count: 20_000), .malformed, "more than 10000 attributes"),
        ("<html><meta charset=gb18030><p>Тек\u{1}", .noText, "no text"),
    ])
    func aPageWithoutAnArticleIsRejected(html: String, reason: Rejection.Reason, says: String) throws {
        let rejection = try #require(try read(html).rejection)
        #expect(rejection.reason == reason)
        #expect(rejection.detail.contains(says), "\(rejection)")
    }

    @Test(arguments: [
        ("windows-1251", "windows-1251", "windows-1251 (declared)"),
        ("koi8-r", "KOI8-R", "KOI8-R (declared)"),
        ("windows-1251", "KOI8-R", "KOI8-R (by its letters, declared windows-1251)"),
        ("utf-8", "windows-1251", "windows-1251 (by its letters, declared UTF-8)"),
        (nil, "windows-1251", "windows-1251 (by its letters)"),
        (nil, "IBM866", "IBM866 (by its letters)"),
        (nil, "ISO-8859-5", "ISO-8859-5 (by its letters)"),
        ("windows-1251", "UTF-8", "UTF-8 (by its bytes, declared windows-1251)"),
        ("gb2312", "UTF-8", "UTF-8 (by its bytes)"),
    ])
    func theEncodingIsThatOfTheBytes(declared: String?, actual: String, told: String) throws {
        let scratch = try Scratch()
        let meta = declared.map { "<meta charset=\"\($0)\">" } ?? ""
        let html = "<html><head>\(meta)</head><body><p>\(prose)<p>\(more)</body></html>"
        let path = try scratch.write("page.html", encoded(html, actual))
        let article = try #require(try entries([path]).first?.article)
        #expect(article.text == prose + "\n" + more)
        #expect(article.provenance?.description.hasPrefix("html in \(told), ") == true, "\(article.provenance!)")
    }

    @Test func anEncodingThatIsNotReadIsNamed() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "page.html", Array("<html><meta charset=gb18030><p>".utf8) + [0xD6, 0xD0, 0xCE, 0xC4])
        let rejection = try #require(try entries([path]).first?.rejection)
        #expect(rejection.reason == .invalidEncoding)
        #expect(rejection.detail.contains("gb18030") && rejection.detail.contains("iconv -f gb18030"))
    }

    @Test func fewFaultyBytesDoNotSpoilAPage() throws {
        let scratch = try Scratch()
        let html = Array("<html><meta charset=utf-8><p>\(prose) \(more) \(prose)".utf8) + [0xD0] + Array("</p>".utf8)
        let article = try #require(try entries([try scratch.write("page.html", html)]).first?.article)
        #expect(article.text.hasPrefix(prose))
        #expect(article.provenance?.encodingBasis == "1 faulty bytes replaced")
    }

    @Test func nothingOutsideThePageIsRead() throws {
        let scratch = try Scratch()
        try scratch.write("secret.txt", "Секрет, которого на странице быть не должно.")
        let html = """
            <!DOCTYPE html [<!ENTITY x SYSTEM "file://\(scratch.path)/secret.txt">]>
            <html><body><p>\(prose) &x;</p><object data="secret.txt"></object><iframe src="secret.txt"></iframe>
            """
        let article = try #require(try entries([try scratch.write("page.html", html)]).first?.article)
        #expect(!article.text.contains("Секрет"))
        #expect(article.text.hasPrefix(prose))
    }
}

/// The folder with pages, feeds and tables of our own writing, in the shapes of sites.
let samples = URL(filePath: #filePath).deletingLastPathComponent().path + "/samples/"

/// A text in another encoding, by the tables of the reader turned around.
func encoded(_ text: String, _ name: String) -> [UInt8] {
    let letters = Charset.labelled(name.lowercased())!.letters
    guard !letters.isEmpty else { return Array(text.utf8) }
    return text.unicodeScalars.map { scalar in
        scalar.isASCII ? UInt8(scalar.value) : UInt8(0x80 + letters.firstIndex(of: scalar)!)
    }
}
