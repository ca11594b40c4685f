import Model
import TestLanguage
import Testing

@testable import Extract

/// Whose a figure is in articles about three states or more: a journey, a gathering, a work of three.
@Suite struct FigureOfManyTests {
    /// Each host of a journey deals with the one that travels, also where it is told of longest.
    @Test func goesRound() throws {
        let text = """
            Из Лимы в Сантьяго: чем запомнилась поездка
            За три дня президент Кении Джон Нгуги побывал с официальным визитом в Перу и с рабочим – в Чили.
            ЛИМА
            Гостя принял президент Перу Хуан Сото. Торговля двух государств достигла 70 млн долларов.
            САНТЬЯГО
            С ним побеседовали глава Чили Пабло Руис и министр торговли Чили Марио Гомес. Взаимная торговля составила 180 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 70000000 KE,PE", "trade_turnover 180000000 CL,KE"])
    }

    /// Who speaks of two others travels nowhere.
    @Test func staysAtHome() throws {
        let text = """
            Министр торговли Перу рассказал о школах в Кении и в Чили.
            Кения и Перу торгуют давно. Товарооборот двух стран достиг 70 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 70000000 KE,PE"])
    }

    /// Where many sat down no two are a pair, and what nobody is named for is nobody's.
    @Test func sitsTogether() throws {
        let text = """
            Президент Кении принял в Найроби президента Перу, президента Чили, премьер-министра Эквадора и главу Боливии.
            Взаимная торговля «пятерки» достигла 97 млрд долларов. Подписано 14 документов.
            Торговля с Мексикой выросла на 3%.
            """
        #expect(
            try Self.shown(text) == ["trade_turnover 97000000000 ", "agreements_count 14 ", "trade_turnover 3 up MX"])
    }

    /// A host of ambassadors deals with each of them.
    @Test func receivesAmbassadors() throws {
        let text = """
            Президент Кении принял послов: посла Перу, посла Чили, посла Эквадора и посла Боливии. Кения торгует со всеми.
            Товарооборот с Перу достиг 7 млн долларов.
            """
        #expect(try Self.shown(text) == ["trade_turnover 7000000 KE,PE"])
    }

    /// A work of three is theirs, but for the part where a paragraph tells of two and what one has of its own.
    @Test func isOfThree() throws {
        let text = """
            Вице-премьер Кении Джон Нгуги, министр транспорта Перу Хуан Сото и министр энергетики Чили Пабло Руис встретились в Найроби.
            Протяженность железной дороги составит 900 километров.
            Перу и Чили договорились о втором пути. Стоимость проекта – 70 млн долларов.
            """
        #expect(try Self.shown(text) == ["infrastructure 900 CL,KE,PE", "projects_value 70000000 CL,PE"])
    }

    /// What a loan builds stands where the money goes; what two build with no loan told of is of both.
    @Test(arguments: [
        (
            "Перуанский фонд выделит Кении заем на 50 млн долларов для достройки плотины. Мощность станции составит 20 МВт.",
            ["finance 50000000 KE,PE PE>KE", "energy 20000000 KE"]
        ),
        (
            "Кения и Перу договорились о станции. Мощность станции составит 20 МВт.",
            ["energy 20000000 KE,PE"]
        ),
    ])
    func stands(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts(text, on: "2025-10-20").figures.map(FigureContextTests.shown)
    }
}
