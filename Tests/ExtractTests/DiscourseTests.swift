import Model
import TestLanguage
import Testing

@testable import Extract

/// To whom each sentence is attributed, and the states it is about.
struct DiscourseTests {
    private func speakers(_ text: String) throws -> [String?] {
        try TestLanguage.reading(text) { $0.discourse.speakers }
    }

    @Test func givesAQuotationOneSpeaker() throws {
        let text = """
            «Торговля растет. Мы ждем роста перевозок», – сказал президент Узбекистана Шавкат Мирзиёев. Потом был обед.
            """
        #expect(try speakers(text) == ["Шавкат Мирзиёев", "Шавкат Мирзиёев", nil])
    }

    @Test func givesADashedParagraphOneSpeaker() throws {
        let text = """
            – Торговля растет. Мы ждем роста перевозок, – отметил премьер-министр Казахстана Олжас Бектенов.
            Стороны обсудили транзит.
            """
        #expect(try speakers(text) == ["Олжас Бектенов", "Олжас Бектенов", nil])
    }

    @Test func givesAQuotationToWhoIsNamedOutsideOfIt() throws {
        let text = """
            Посол Чили Жозе Нету рассказал о торговле. «Мы ждем роста, когда Виктор Орбан приедет к нам», – сказал он.
            """
        #expect(try speakers(text) == ["Жозе Нету", "Жозе Нету"])
    }

    /// Who informs, behind a date, in a notice, and in a transcript over its paragraphs.
    @Test(arguments: [
        (
            "Торговля растет, сообщает 15 сентября пресс-служба министерства торговли Кении.",
            ["пресс-служба министерства торговли Кении"]
        ),
        ("«Торговля Кении растет», – говорится в сообщении министерства торговли.", ["министерство торговли"]),
        (
            "Об этом сообщили в министерстве торговли Кении. «Торговля растет», – указывается в заявлении.",
            ["министерство торговли Кении", "министерство торговли Кении"]
        ),
        ("«Торговля растет», – говорится в книге.", [nil]),
        (
            "И. Иванов: Торговля растет.\nМы этому рады.\n* * *\nСтороны обсудили транзит.",
            ["И. Иванов", "И. Иванов", nil, nil]
        ),
        (
            "Ильхам Алиев сказал, что торговля растет. По словам главы государства, растет и транзит.",
            ["Ильхам Алиев", "Ильхам Алиев"]
        ),
        (
            "Ильхам Алиев сказал, что торговля растет. По словам главы государства Иран, растет и транзит.",
            ["Ильхам Алиев", "глава государства Иран"]
        ),
        (
            "На встрече с Виктором Орбаном Ильхам Алиев поблагодарил его. По его словам, торговля растет.",
            [nil, "Ильхам Алиев"]
        ),
        // What a sentence announces, and no more than the next one tells.
        (
            "Ильхам Алиев привел и цифры. Торговля выросла на 5%. Растет и транзит.",
            ["Ильхам Алиев", "Ильхам Алиев", nil]
        ),
    ])
    func attributes(_ text: String, _ expected: [String?]) throws { #expect(try speakers(text) == expected) }

    @Test(arguments: [
        ("По словам президента Ирана Масуда Пезешкиана, торговля растет.", "Масуд Пезешкиан"),
        ("Ильхам Алиев сообщил, что торговля растет.", "Ильхам Алиев"),
        ("Станция стоит 5 млн, Всемирный банк подтвердил готовность дать 3 млн.", nil),
        ("Торговля растет.", nil),
    ])
    func attributesASentence(_ text: String, _ speaker: String?) throws { #expect(try speakers(text) == [speaker]) }

    @Test func keepsThePairOfThePassage() throws {
        let text = """
            Президент Казахстана Касым-Жомарт Токаев посетил Сербию и Венгрию.
            В Белграде казахстанского гостя принял президент Сербии Александр Вучич. Торговля двух стран растет.
            В Будапеште казахстанского гостя принял премьер-министр Венгрии Виктор Орбан. Торговля двух стран падает.
            """
        try TestLanguage.reading(text) { reading in
            let focus = reading.discourse.focus.map { $0.map(\.rawValue).joined(separator: " ") }
            #expect(focus[2] == "KZ RS")
            #expect(focus[4] == "HU KZ")
        }
    }
}
