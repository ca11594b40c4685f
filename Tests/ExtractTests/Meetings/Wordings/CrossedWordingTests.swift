import Model
import TestLanguage
import Testing

@testable import Extract

/// Plain sentences about two who meet, crossed with offices and names of every way of declining: whoever they are, the row is the
/// same.
@Suite struct CrossedWordingTests {
    /// Somebody with his office, in the cases that the wordings ask for.
    struct Side: Sendable {
        let code: String
        let office: String
        let name: String
        let isWoman: Bool
        let cases: [String: String]

        /// - Parameter cases: office and name in the nominative, genitive, dative, accusative and instrumental.
        init(_ code: String, _ office: String, _ name: String, isWoman: Bool = false, _ cases: String...) {
            self.code = code
            self.office = office
            self.name = name
            self.isWoman = isWoman
            self.cases = Dictionary(uniqueKeysWithValues: zip(["nomn", "gent", "datv", "accs", "ablt"], cases))
        }
    }

    static let sides = [
        Side(
            "UZ", "president", "Бахтияр Мирсадыков", "президент Узбекистана Бахтияр Мирсадыков",
            "президента Узбекистана Бахтияра Мирсадыкова", "президенту Узбекистана Бахтияру Мирсадыкову",
            "президента Узбекистана Бахтияра Мирсадыкова", "президентом Узбекистана Бахтияром Мирсадыковым"),
        Side(
            "HR", "prime_minister", "Анна Новак", isWoman: true, "премьер Хорватии Анна Новак",
            "премьера Хорватии Анны Новак",
            "премьеру Хорватии Анне Новак", "премьера Хорватии Анну Новак", "премьером Хорватии Анной Новак"),
        Side(
            "IR", "foreign_minister", "Юсуф Хассани", "глава МИД Ирана Юсуф Хассани", "главы МИД Ирана Юсуфа Хассани",
            "главе МИД Ирана Юсуфу Хассани", "главу МИД Ирана Юсуфа Хассани", "главой МИД Ирана Юсуфом Хассани"),
        Side(
            "IN", "minister", "Санжар Шарма", "министр торговли Индии Санжар Шарма",
            "министра торговли Индии Санжара Шармы",
            "министру торговли Индии Санжару Шарме", "министра торговли Индии Санжара Шарму",
            "министром торговли Индии Санжаром Шармой"),
        Side(
            "BR", "deputy_prime_minister", "Карлос Оливейра", "бразильский вице-премьер Карлос Оливейра",
            "бразильского вице-премьера Карлоса Оливейра", "бразильскому вице-премьеру Карлосу Оливейра",
            "бразильского вице-премьера Карлоса Оливейра", "бразильским вице-премьером Карлосом Оливейра"),
        Side(
            "NO", "speaker", "Марта Ларсен", isWoman: true, "спикер парламента Норвегии Марта Ларсен",
            "спикера парламента Норвегии Марты Ларсен", "спикеру парламента Норвегии Марте Ларсен",
            "спикера парламента Норвегии Марту Ларсен", "спикером парламента Норвегии Мартой Ларсен"),
    ]

    /// `{A.nomn}`: a side in a case; `[m|f]` by who A is. With the kind and the status of the row.
    @Test(arguments: [
        ("{A.nomn} встретил[ся|ась] с {B.ablt}.", "talks held"),
        ("Состоялась встреча {A.gent} с {B.ablt}.", "talks held"),
        ("Прошли переговоры {A.gent} и {B.gent}.", "talks held"),
        ("{A.nomn} принял[|а] {B.accs}.", "talks held"),
        ("{A.nomn} и {B.nomn} провели переговоры.", "talks held"),
        ("По итогам переговоров с {B.ablt} {A.nomn} заявил[|а] о росте торговли.", "talks held"),
        ("{A.nomn} на встрече с {B.ablt} отметил[|а] рост торговли.", "talks held"),
        ("Завтра {A.nomn} проведет переговоры с {B.ablt}.", "talks planned"),
        ("{A.nomn} отменил[|а] встречу с {B.ablt}.", "talks cancelled"),
        ("Состоялся телефонный разговор {A.gent} с {B.ablt}.", "call held"),
        ("{A.nomn} позвонил[|а] {B.datv}.", "call held"),
        ("По инициативе {A.gent} состоялся телефонный разговор с {B.ablt}.", "call held"),
    ])
    func tellsOneRow(_ wording: String, _ row: String) throws {
        for a in Self.sides {
            for b in Self.sides where b.code != a.code {
                let text = Self.fill(wording, a, b)
                let facts = try TestLanguage.facts(text, on: "2025-05-05")
                let expected = [a, b].map { "\($0.name) \($0.code) \($0.office)" }.sorted()
                #expect(facts.meetings.count == 1, "\(text)")
                guard let meeting = facts.meetings.first else { continue }
                #expect("\(meeting.kind.rawValue) \(meeting.status.rawValue)" == row, "\(text)")
                #expect(meeting.countries.map(\.rawValue) == [a.code, b.code].sorted(), "\(text)")
                let people = meeting.participants.map {
                    "\($0.name) \($0.country?.rawValue ?? "-") \($0.office?.rawValue ?? "-")"
                }
                #expect(people.sorted() == expected, "\(text)")
            }
        }
    }

    /// What is said of somebody and is no encounter.
    @Test(arguments: [
        "{A.nomn} поздравил[|а] {B.accs} с праздником.", "{A.nomn} направил[|а] телеграмму {B.datv}.",
        "{A.nomn} прокомментировал[|а] заявление {B.gent}.",
    ])
    func tellsNoRow(_ wording: String) throws {
        for a in Self.sides {
            for b in Self.sides where b.code != a.code {
                let text = Self.fill(wording, a, b)
                #expect(try TestLanguage.facts(text, on: "2025-05-05").meetings.isEmpty, "\(text)")
            }
        }
    }

    static func fill(_ wording: String, _ a: Side, _ b: Side) -> String {
        var text = wording
        for (side, it) in [("A", a), ("B", b)] {
            for (name, form) in it.cases { text = text.replacing("{\(side).\(name)}", with: form) }
        }
        text = text.replacing(/\[(.*?)\|(.*?)\]/) { String(a.isWoman ? $0.output.2 : $0.output.1) }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
