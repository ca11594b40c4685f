import Model
import TestLanguage
import Testing

@testable import Extract

/// The head of a page and what stands around the article.
struct FrameTests {
    private static let prose =
        "Президент Казахстана провел переговоры в Ташкенте, сообщила пресс-служба главы государства."

    @Test(arguments: [
        ("27.11.2024 14:25", "2024-11-27"), ("27.11.2024 / 14:25 |", "2024-11-27"), ("2016/07/11", "2016-07-11"),
        ("(Источник: агентство)  08:22.22/07/2022", "2022-07-22"),
        ("03 Март 2025", "2025-03-03"),
        ("АНКАРА, 13 сентября 2018 г. – Переговоры завершены.", "2018-09-13"), ("31.02.2024", nil),
        ("Экономика | 18 июля 2025 г. 08:15 | Автор: отдел", "2025-07-18"),
        ("Экономика | план до 18 июля 2025 года", nil),
        ("Встреча прошла в зале 12.", nil),
        ("Экономика | 18 июля 2025 г. 08:15 | Автор: отдел экономики | 3 462", "2025-07-18"),
        ("Политика / 18 июля 2025 г. / Просмотров: 3462", "2025-07-18"),
        ("Обновлено 18 июля 2025 г. в 08:15 (по ташкентскому времени)", "2025-07-18"),
        ("ТАШКЕНТ, 18 июл 2025 – Агентство.", "2025-07-18"),
        (
            "10:08, 18 июля 2025, Ташкент – ИА Заря, Анна Громова, Олег Седов\nМинистры обсудили торговлю чаем.",
            "2025-07-18"
        ),
        ("Ташкент, 18 июля, 2025, 11:06 — ИА Заря. Министры обсудили торговлю сушеными фруктами и чаем.", "2025-07-18"),
        ("Ташкент, 18 июля 2025 года принявший гостей из семи стран, ждет новых.", nil),
        ("Выставка работала с 18 июля 2025 года в залах дворца и сада.", nil),
    ])
    func readsTheDateOfThePage(_ line: String, _ date: String?) throws {
        #expect(
            try TestLanguage.facts("Заголовок без точки о встрече\n\n\(line)\n\n\(Self.prose)").publishedOn?.description
                == date)
    }

    /// Rates and weather are of the site, not of the article.
    @Test(arguments: [
        "$ 41.81 € 43.43 zł 10.32", "+6° Киев +4° Варшава +5° Вашингтон", "USD/KZT 475.3 EUR/KZT 510.2",
        "Доллар 92,5 Евро 99,1", "Курс валют: $ 92,50 € 99,12",
    ])
    func passesByRatesAndWeather(_ line: String) throws {
        let facts = try TestLanguage.facts("\(line)\n\n\(Self.prose)")
        #expect(facts.figures.isEmpty)
        #expect(facts.countries == (try TestLanguage.facts(Self.prose).countries))
        // An amount on a line of its own is the article's.
        #expect(try TestLanguage.facts("\(Self.prose)\n\nЭкспорт составил\n1,4 млрд долларов").figures.count == 1)
    }

    @Test func prefersTheDateGiven() throws {
        #expect(
            try TestLanguage.facts("27.11.2024 14:25\n\n\(Self.prose)", on: "2024-12-01").publishedOn?.description
                == "2024-12-01")
    }

    @Test(arguments: [
        ("Понедельник, 26 января 2026 г.\nЗаголовок без точки о встрече\n30.01.2024, 10:25", "2024-01-30"),
        ("Понедельник, 26 января 2026 г.\nЗаголовок без точки о встрече", "2026-01-26"),
        ("Вторник, 26 декабря 2023 16:54\nЗаголовок без точки о встрече", "2023-12-26"),
    ])
    func prefersADateToTheClockOfTheSite(_ head: String, _ date: String) throws {
        #expect(try TestLanguage.facts("\(head)\n\n\(Self.prose)").publishedOn?.description == date)
    }

    @Test(arguments: [
        ("Новости в Telegram\nПрезиденты обсудили торговлю", "Президенты обсудили торговлю"),
        ("19 января 2023, 15:33 Агентство новостей\nПрезиденты обсудили торговлю", "Президенты обсудили торговлю"),
        ("Соглашение о торговле зерном и мукой;", nil),
    ])
    func passesByWhatIsNoTitle(_ head: String, _ title: String?) throws {
        #expect(try TestLanguage.facts("\(head)\n\n\(Self.prose)").title == title)
        #expect(try TestLanguage.facts("\(Self.prose)\n\nПрезиденты обсудили торговлю").title == nil)
    }

    @Test func findsTheTitle() throws {
        #expect(
            try TestLanguage.facts("Президенты обсудили торговлю\n\n\(Self.prose)").title
                == "Президенты обсудили торговлю")
        #expect(try TestLanguage.facts(Self.prose).title == nil)
        // A paragraph that was cut off is none.
        #expect(
            try TestLanguage.facts(
                "Экспорт страны вырос за год на пять процентов. Об этом сообщил министр\n\n\(Self.prose)"
            ).title
                == nil)
    }

    @Test(arguments: [
        "Фото: Акорда", "Читайте также: Итоги визита в Баку", "756 SHARES", "• 63", "Подписывайтесь на наш канал!",
    ])
    func leavesFurnitureOut(_ line: String) throws {
        let text = "\(Self.prose)\n\n\(line)\n\n\(Self.prose)"
        try TestLanguage.reading(text) { reading in
            let noise = reading.document.tokens.indices.filter { reading.frame.isNoise[$0] }
            #expect(!noise.isEmpty)
            #expect(reading.document.text(noise.first!..<noise.last! + 1) == line)
        }
    }

    /// Titles of other articles at the foot; what is prose again, or stands below a menu at the head, is the article.
    @Test(arguments: [
        ("\(Self.prose)\n\nНовости по теме\n\n12:54 / 08.03.2025\nРезервы страны достигли 45 млрд долларов", false),
        ("\(Self.prose)\n\nНовости по теме:\nРезервы страны достигли 45 млрд долларов\n\(Self.prose)", false),
        ("Последние новости\n\nРезервы страны достигли 45 млрд долларов\n\n\(Self.prose)", true),
        ("\(Self.prose)\n\nРезервы страны достигли 45 млрд долларов", true),
    ])
    func leavesOtherTitlesOut(_ text: String, isRead: Bool) throws {
        try TestLanguage.reading(text) { reading in
            let title = reading.document.tokens.indices.first { reading.document.text($0..<$0 + 1) == "Резервы" }
            #expect(title.map { reading.frame.isNoise[$0] } == !isRead)
            #expect(reading.frame.isNoise.last == (text.hasSuffix(Self.prose) ? false : !isRead))
        }
    }
}
