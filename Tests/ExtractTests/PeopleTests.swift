import Model
import TestLanguage
import Testing

@testable import Extract

/// Names in the nominative, with their offices and states, however they stand in the text.
struct PeopleTests {
    private func people(_ text: String) throws -> [String] {
        try TestLanguage.reading(text) { reading in
            reading.people.persons.map { "\($0.name) \($0.country?.rawValue ?? "-") \($0.office?.rawValue ?? "-")" }
        }
    }

    @Test(arguments: [
        ("Состоялась встреча с президентом Узбекистана Шавкатом Мирзиёевым.", ["Шавкат Мирзиёев UZ president"]),
        ("Визит Реджепа Тайипа Эрдогана завершился.", ["Реджеп Тайип Эрдоган TR president"]),
        ("Премьер-министр Грузии Ираклий Кобахидзе принял гостя.", ["Ираклий Кобахидзе GE prime_minister"]),
        ("Министр торговли Казахстана Арман Шаккалиев прибыл в Баку.", ["Арман Шаккалиев KZ minister"]),
        ("Переговоры прошли у премьер-министра Италии Джорджи Мелони.", ["Джорджа Мелони IT prime_minister"]),
        ("Министр иностранных дел Туркменистана Р.Мередов принял посла.", ["Р. Мередов TM foreign_minister"]),
        ("Беседа с председателем КНР Си Цзиньпином была долгой.", ["Си Цзиньпин CN president"]),
        ("Прошла встреча с премьером Японии Анной Новак.", ["Анна Новак JP prime_minister"]),
        ("Прошла встреча министра обороны Чили Марты Мартинес.", ["Марта Мартинес CL minister"]),
        ("Переговоры с министром Сенегала Марией Мирсадыковой прошли.", ["Мария Мирсадыкова SN minister"]),
        ("Позвонил премьеру Бразилии Тимуру Оливейра.", ["Тимур Оливейра BR prime_minister"]),
        ("Прошла встреча министра обороны Ирана Юсуфа Хассани.", ["Юсуф Хассани IR minister"]),
        ("Прошла встреча главы МИД Латвии Антониу Нургалиева.", ["Антониу Нургалиев LV foreign_minister"]),
        ("Прошла встреча премьера Узбекистана Азиза Мирсадыкова.", ["Азиз Мирсадыков UZ prime_minister"]),
        ("Президент Чили Хасан Шарма прибыл в Баку.", ["Хасан Шарма CL president"]),
        ("Письмо вручили президенту Чили Хасану Шарме.", ["Хасан Шарма CL president"]),
        ("Прибыла премьер-министр Италии Джорджия Росси.", ["Джорджия Росси IT prime_minister"]),
        ("Встреча с министром экономики Намибии Ласлофом Мвамбе прошла.", ["Ласлоф Мвамбе NA minister"]),
        ("Делегация Намибии во главе с министром А.Ялымовым прибыла в Баку.", ["А. Ялымов NA minister"]),
        ("Намибийская делегация во главе с министром А.Ялымовым прибыла в Баку.", ["А. Ялымов NA minister"]),
        ("Сказал президент Кении на переговорах с Хасаном Шармой.", ["Хасан Шарма - -"]),
        ("Встреча с президентом Чили Томасом Хендрик Вольмером прошла.", ["Томас Хендрик Вольмер CL president"]),
        ("Великий шелковый путь проходил через Хиву.", []),
        ("Комплексная программа принята Деловым советом.", []),
    ])
    func namesThem(_ text: String, _ expected: [String]) throws { #expect(try people(text) == expected) }

    @Test func linksShortFormsToTheFullest() throws {
        let text = """
            Президент Казахстана Касым-Жомарт Токаев принял посла. К.Токаев отметил рост торговли. Посол поблагодарил Токаева.
            """
        try TestLanguage.reading(text) { reading in
            #expect(reading.people.persons.map(\.name) == ["Касым-Жомарт Токаев"])
            #expect(reading.people.persons.first?.mentions == 3)
        }
    }

    @Test func tiesAnOfficeToItsHolder() throws {
        let text = """
            Президент Ирана Масуд Пезешкиан прибыл в Астану. Президент Ирана отметил рост торговли.
            """
        try TestLanguage.reading(text) { reading in
            let holders = reading.people.offices.map { $0.person.map { reading.people.persons[$0].name } }
            #expect(holders == ["Масуд Пезешкиан", "Масуд Пезешкиан"])
        }
    }

    @Test(arguments: [
        ("эммануэль", "эмманюэль", true), ("мухаммад", "мохаммед", true), ("владимир", "володимир", true),
        ("шахбаз", "шехбаз", true), ("александр", "александра", false), ("иван", "иоанн", false),
        ("петр", "павел", false), ("ли", "лу", false), ("мария", "марина", false),
    ])
    func spellingsOfAGivenName(_ one: String, _ other: String, _ areOne: Bool) {
        #expect(Reading.areSpellings(one, other) == areOne)
        #expect(Reading.areSpellings(other, one) == areOne)
    }
}
